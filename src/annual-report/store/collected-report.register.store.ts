import { createHash } from 'node:crypto';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { auditReport } from '../audits/run-audits.ts';
import type { CollectedReport } from '../rules/collection/collected-report.ts';
import { stateOf } from '../rules/collection/board.ts';
import { foldRound } from '../rules/collection/report-round.ts';
import type { SubmissionId } from '../rules/collection/submission.ts';
import { readReportJson } from '../rules/interchange.ts';
import type { AnnualReport } from '../rules/report.ts';
import { listRoundEntries } from './report-round.store.ts';
import { listSubmissions } from './report-submission.store.ts';

/** Which reports are asked for; without years or agencies, all of them. */
export type CollectedFilter = { readonly year?: number; readonly agencies?: readonly AgencyCode[] };

type Published = {
  readonly agency: AgencyCode;
  readonly year: number;
  /** Names the text of the report: the audits find the same in the same text. */
  readonly digest: string;
  readonly on: Temporal.PlainDate;
  readonly report: AnnualReport;
};

const keyOf = (agency: string, year: number) => `${agency} ${year}`;

/** Those of the year before are with them: the audits hold a report against its predecessor. */
async function listPublished(queries: Queries, { year, agencies }: CollectedFilter): Promise<readonly Published[]> {
  const rows = await queries
    .selectFrom('current_annual_reports')
    .select(['agency', 'year', 'published_on', 'report'])
    .$if(year !== undefined, query => query.where('year', 'in', [year!, year! - 1]))
    .$if(agencies !== undefined, query => query.where('agency', 'in', agencies!))
    .execute();
  return rows.map(row => {
    const digest = createHash('sha256').update(JSON.stringify(row.report)).digest('base64');
    const report = readReportJson(row.report);
    if (!report.ok) throw new Error(`Report ${row.agency} ${row.year} in the database: ${report.problem}`);
    const { agency, published_on: on } = row;
    return {
      agency: getAgencyCode(agency),
      year: row.year,
      digest,
      on: Temporal.PlainDate.from(on),
      report: report.value,
    };
  });
}

const known = new Map<string, readonly Finding[]>();
const MAX_KNOWN = 20_000;

/** What the audits find in a published report beside that of the year before: found out once in a run of the program. */
function findingsIn(one: Published, previous: Published | undefined): readonly Finding[] {
  const key = [one.digest, one.on.toString(), previous?.digest ?? ''].join(' ');
  let findings = known.get(key);
  if (findings === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    const given = previous === undefined ? {} : { previous: previous.report };
    ({ findings } = auditReport(one.report, { publishedOn: one.on, ...given }));
    known.set(key, findings);
  }
  return findings;
}

/** The latest submission of each agency in every round asked for, with where it stands but for publication. */
async function listLatest(queries: Queries, { year, agencies }: CollectedFilter) {
  const rounds = await queries
    .selectFrom('report_rounds')
    .select(['office', 'year'])
    .$if(year !== undefined, query => query.where('year', '=', year!))
    .orderBy('office')
    .execute();
  const latest: {
    readonly agency: AgencyCode;
    readonly year: number;
    readonly id: SubmissionId;
    readonly round: ReturnType<typeof foldRound>;
  }[] = [];
  for (const row of rounds) {
    const ref = { office: getAgencyCode(row.office), year: row.year };
    const round = foldRound(await listRoundEntries(queries, ref));
    for (const [agency, { id }] of round.submissions)
      if (agencies === undefined || agencies.includes(agency)) latest.push({ agency, year: ref.year, id, round });
  }
  return latest;
}

/**
 * Every report that counts for a year: what was submitted last in a round, also where it was returned (its state says so); else
 * the one that the agency has published, audited now. By year, the newest first, then by agency.
 */
export async function listCollectedReports(
  queries: Queries,
  filter: CollectedFilter = {},
): Promise<readonly CollectedReport[]> {
  const { agencies } = filter;
  if (agencies?.length === 0) return [];
  const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
  const published = new Map((await listPublished(queries, filter)).map(one => [keyOf(one.agency, one.year), one]));
  const latest = await listLatest(queries, filter);
  const submissions = new Map(
    (
      await listSubmissions(
        queries,
        latest.map(({ id }) => id),
      )
    ).map(one => [one.id, one]),
  );
  const nameOf = (agency: AgencyCode) => names.get(agency) ?? agency;
  const collected = new Map<string, CollectedReport>();
  for (const { agency, year, id, round } of latest) {
    const submission = submissions.get(id);
    if (submission === undefined) throw new Error(`Submission ${id} is missing`);
    const { report, findings, submittedOn } = submission;
    const state = stateOf(round, agency, published.has(keyOf(agency, year)));
    collected.set(keyOf(agency, year), {
      agency,
      agencyName: nameOf(agency),
      year,
      report,
      findings,
      submittedOn,
      state,
    });
  }
  for (const [key, one] of published) {
    const { agency, year, report } = one;
    if (collected.has(key) || (filter.year !== undefined && year !== filter.year)) continue;
    collected.set(key, {
      agency,
      agencyName: nameOf(agency),
      year,
      report,
      findings: findingsIn(one, published.get(keyOf(agency, year - 1))),
      submittedOn: null,
      state: 'published',
    });
  }
  return [...collected.values()].sort((a, b) => b.year - a.year || (a.agency < b.agency ? -1 : 1));
}

/** What agencies reported on the year before, as it was published or else submitted: for the audits that compare two years. */
export async function listFormerReports(
  queries: Queries,
  year: number,
  agencies: readonly AgencyCode[],
): Promise<ReadonlyMap<AgencyCode, AnnualReport>> {
  if (agencies.length === 0) return new Map();
  const filter = { year: year - 1, agencies };
  const latest = await listLatest(queries, filter);
  const submitted = await listSubmissions(
    queries,
    latest.map(({ id }) => id),
  );
  return new Map(
    [...submitted, ...(await listPublished(queries, filter))].map(({ agency, report }) => [agency, report]),
  );
}
