import type { SignaturePage, SubmissionKind } from '../../annual-report/render/submission-document.ts';
import type { ReportYear } from '../../annual-report/rules/report-year.ts';
import { instantText } from '../instant-text.ts';
import type { Begun } from './year-desk.ts';

/** What is signed and sealed is on paper. */
export const SUBMISSION_FORMATS = ['docx', 'pdf'] as const;

/** Until somebody has approved it a report goes round the agency; then to the supervising office. */
export function submissionKindOf({ stage }: Pick<ReportYear, 'stage'>): SubmissionKind {
  return stage === 'open' || stage === 'frozen' || stage === 'in-review' ? 'draft' : 'final';
}

/** Who prepared and approved a year, from its log. */
export function signaturePageOf({ state, log, facts }: Begun, names: ReadonlyMap<string, string>): SignaturePage {
  const kind = submissionKindOf(state);
  const approval = kind === 'draft' ? undefined : log.findLast(({ act }) => act.kind === 'approved');
  const approver = approval?.by ?? null;
  const at = approval?.at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  return {
    kind,
    agency: facts.agency,
    preparedBy: state.hands.map(id => names.get(id) ?? ''),
    approvedBy: approver === null ? null : (names.get(approver) ?? null),
    approvedOn: at === undefined ? null : `${at.year}年${at.month}月${at.day}日`,
    frozenAt: state.frozen === null ? null : instantText(state.frozen.at),
    telephone: facts.telephone,
    waivers: state.waivers.map(({ by, on, reason }) => `${reason}（${by}，${on}）`),
  };
}
