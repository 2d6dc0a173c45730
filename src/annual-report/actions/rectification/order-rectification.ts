import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { unusable } from '../../../people/rules/refusal.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import { orderRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import { foldRectification } from '../../rules/rectification/rectification.ts';
import type {
  OrderedFinding,
  RectificationEntry,
  RectificationId,
} from '../../rules/rectification/rectification-log.ts';
import { listCollectedReports } from '../../store/collected-report.register.store.ts';
import { lockAgency } from '../../store/published-report.store.ts';
import { insertRectification, listRectifications } from '../../store/rectification.store.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { journalRectification } from './perform-on-rectification.ts';
import type { RectificationDeps } from './perform-on-rectification.ts';

const orderedOf = ({
  audit,
  level,
  where,
  quote,
  message,
  basis,
  suggestion,
  fingerprint,
}: Finding): OrderedFinding => ({
  audit,
  level,
  where,
  quote,
  message,
  basis,
  suggestion,
  fingerprint: fingerprint ?? '',
});

/**
 * Orders an agency that the officer's office supervises to mend findings of its report, by their fingerprints. Refuses findings that
 * the report does not have or that were waived, and those which another open order asks for already.
 */
export async function orderRectification(
  deps: RectificationDeps,
  officer: Officer,
  input: {
    readonly agency: AgencyCode;
    readonly year: number;
    readonly findings: readonly string[];
    readonly demand: string;
    readonly dueOn: Temporal.PlainDate;
  },
): Promise<Result<RectificationFile, RectificationRefusal>> {
  const { agency: office } = officer;
  const { agency, year, dueOn } = input;
  if (!officer.oversees.includes(agency)) return refuse({ kind: 'not-found' });
  if (!may(officer, 'collect-reports', office)) return refuse({ kind: 'forbidden', ability: 'collect-reports' });
  return undoingRefusals(deps.queries, async transaction => {
    // Two orders at once for one agency wait for each other, so that no finding is ordered twice.
    await lockAgency(transaction, agency);
    const [report] = await listCollectedReports(transaction, { year, agencies: [agency] });
    const known = (report?.findings ?? []).filter(one => one.fingerprint !== undefined && one.waived === undefined);
    const chosen = known.filter(({ fingerprint }) => input.findings.includes(fingerprint!)).map(orderedOf);
    if (chosen.length < new Set(input.findings).size)
      return refuse(unusable('findings', '有的问题已经不在这份报告里，请刷新页面重新选择'));
    const act = { kind: 'ordered', findings: chosen, demand: input.demand.trim(), dueOn } as const;
    const refusal = orderRefusal(act, deps.today());
    if (refusal !== null) return refuse(refusal);
    const open = (await listRectifications(transaction, { agency })).filter(
      one => one.year === year && (one.state.stage === 'open' || one.state.stage === 'answered'),
    );
    const ordered = new Set(open.flatMap(({ state }) => state.findings.map(({ fingerprint }) => fingerprint)));
    if (chosen.some(({ fingerprint }) => ordered.has(fingerprint)))
      return refuse(unusable('findings', '有的问题已经在督促整改，请不要重复下达'));
    const entry: RectificationEntry = { sequence: 1, at: deps.now(), by: officer.id, act };
    const ref = { id: randomUUIDv7() as RectificationId, office, agency, year };
    await insertRectification(transaction, ref, entry);
    await journalRectification(transaction, ref, officer, entry);
    return ok({ ...ref, log: [entry], state: foldRectification([entry]) });
  });
}
