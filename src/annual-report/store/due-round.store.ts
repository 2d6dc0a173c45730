import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { foldRound } from '../rules/collection/report-round.ts';
import type { AgencySubmission } from '../rules/collection/report-round.ts';
import { listRoundEntries } from './report-round.store.ts';
import { findSubmission } from './report-submission.store.ts';

/** A round in which an agency is to report, as that agency sees it. */
export type DueRound = {
  readonly office: AgencyCode;
  readonly officeName: string;
  readonly year: number;
  readonly deadlineOn: Temporal.PlainDate;
  readonly isOpen: boolean;
  readonly remindedAt: Temporal.Instant | null;
  readonly submission: AgencySubmission | null;
  /** The findings with which the latest report was returned. */
  readonly attached: readonly Finding[];
};

/** The rounds in which an agency is to report, the newest year first; of one year where it is given. */
export async function listDueRounds(queries: Queries, agency: AgencyCode, year?: number): Promise<readonly DueRound[]> {
  const rows = await queries
    .selectFrom('report_rounds')
    .select(['office', 'year'])
    .$if(year !== undefined, query => query.where('year', '=', year!))
    .orderBy('year', 'desc')
    .orderBy('office')
    .execute();
  const due: DueRound[] = [];
  for (const row of rows) {
    const ref = { office: getAgencyCode(row.office), year: row.year };
    const round = foldRound(await listRoundEntries(queries, ref));
    if (!round.agencies.includes(agency)) continue;
    const submission = round.submissions.get(agency) ?? null;
    const returned = submission?.returned ?? null;
    const findings =
      returned === null || submission === null
        ? []
        : ((await findSubmission(queries, ref, submission.id))?.findings ?? []);
    due.push({
      ...ref,
      officeName: (await findAgency(queries, ref.office))?.name ?? ref.office,
      deadlineOn: round.deadlineOn,
      isOpen: round.isOpen,
      remindedAt: round.reminded.get(agency) ?? null,
      submission,
      attached: findings.filter(({ fingerprint }) => returned?.findings.includes(fingerprint ?? '') === true),
    });
  }
  return due;
}
