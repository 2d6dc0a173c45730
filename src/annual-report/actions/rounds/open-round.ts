import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { FIRST_REPORT_YEAR } from '../../../law/report-form/edition.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { unusable } from '../../../people/rules/refusal.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import { deadlineRefusal, membersRefusal } from '../../rules/collection/admit.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { RoundEntry, RoundMembers } from '../../rules/collection/round-log.ts';
import { appendRoundEntries, insertRound } from '../../store/report-round.store.ts';
import { collectorRefusal, journalRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/**
 * Opens the round in which the officer's office collects a year's reports. Refuses years before the form of 2019 and years to come,
 * a deadline later than the law's 31 January, agencies that the office does not supervise, and a second round of the same year.
 */
export async function openRound(
  deps: RoundDeps,
  officer: Officer,
  input: RoundMembers & { readonly year: number; readonly deadlineOn: Temporal.PlainDate },
): Promise<Result<ReportRound, RoundRefusal>> {
  const { agency: office } = officer;
  const { year, deadlineOn, agencies, excluded } = input;
  const lacking = collectorRefusal(officer, office);
  if (lacking !== null) return refuse(lacking);
  if (!Number.isInteger(year) || year < FIRST_REPORT_YEAR['2019'] || year >= deps.today().year + 1)
    return refuse(unusable('year', `只能汇总 ${FIRST_REPORT_YEAR['2019']} 年至 ${deps.today().year} 年的年度报告`));
  const refusal = deadlineRefusal(year, deadlineOn) ?? membersRefusal({ agencies, excluded });
  if (refusal !== null) return refuse(refusal);
  const known = new Set([office, ...officer.oversees]);
  if ([...agencies, ...excluded.map(one => one.agency)].some(agency => !known.has(agency)))
    return refuse(unusable('agencies', '只能选择本机关和所监督的机关，请刷新页面重新选择'));
  const ref = { office, year };
  const log: readonly RoundEntry[] = [
    { sequence: 1, at: deps.now(), by: officer.id, act: { kind: 'opened', deadlineOn, agencies, excluded } },
  ];
  return undoingRefusals(deps.queries, async transaction => {
    if (!(await insertRound(transaction, ref))) return refuse(unusable('year', `${year} 年度已经部署报送，请直接打开`));
    await appendRoundEntries(transaction, ref, log);
    await journalRound(transaction, ref, log);
    return ok(foldRound(log));
  });
}
