import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { mistyped, SAMPLE_YEARS, sampleReportOf } from '../../sample/qingchuan/collected-reports.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { filePublishedReport } from '../annual-report/actions/file-published-report.ts';
import { acceptSubmissions } from '../annual-report/actions/rounds/accept-submissions.ts';
import { closeRound } from '../annual-report/actions/rounds/close-round.ts';
import { keepRoundFiles } from '../annual-report/actions/rounds/keep-round-files.ts';
import { openRound } from '../annual-report/actions/rounds/open-round.ts';
import { readRoundFiles } from '../annual-report/actions/rounds/read-round-files.ts';
import { registerPublication } from '../annual-report/actions/rounds/register-publication.ts';
import { remindAgencies } from '../annual-report/actions/rounds/remind-agencies.ts';
import { returnSubmission } from '../annual-report/actions/rounds/return-submission.ts';
import { submitToRound } from '../annual-report/actions/rounds/submit-to-round.ts';
import { EXAMINATION_HERE } from '../annual-report/examination/examination-here.ts';
import { renderReport } from '../annual-report/press/render-report.ts';
import type { RoundRefusal } from '../annual-report/rules/collection/admit.ts';
import { foldRound } from '../annual-report/rules/collection/report-round.ts';
import { reportJsonOf } from '../annual-report/rules/interchange.ts';
import type { AnnualReport } from '../annual-report/rules/report.ts';
import { findSubmission } from '../annual-report/store/report-submission.store.ts';
import { listRoundEntries } from '../annual-report/store/report-round.store.ts';
import type { ActionDeps } from '../applications/actions/deps.ts';
import type { Result } from '../kernel/result.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import type { AgencyCode } from '../people/rules/agency.ts';
import type { Officer } from '../people/rules/officer.ts';
import { actRefusalText } from '../people/rules/refusal.ts';
import { getStaffId } from '../people/rules/staff-id.ts';

const OFFICE = getAgencyCode('990101-001');
const VERTICAL = getAgencyCode('990101-007');
const MEMBERS = [...SAMPLE_YEARS.keys()].map(getAgencyCode);
const WORDS = { notFound: 'not found', overtaken: 'overtaken' };

function insist<Value>(result: Result<Value, RoundRefusal | string>): Value {
  if (result.ok) return result.value;
  const { problem } = result;
  throw new Error(
    `The sample's rounds do not load: ${typeof problem === 'string' ? problem : actRefusalText(problem, WORDS)}`,
  );
}

function officerOf(username: string): Officer {
  const { id, name, agency, roles } = SAMPLE_STAFF.find(officer => officer.username === username)!;
  const oversees = agency === OFFICE ? [...MEMBERS.filter(code => code !== OFFICE), VERTICAL] : [];
  return { id: getStaffId(id), name, agency: getAgencyCode(agency), roles, actingFor: [], oversees };
}

const nameOf = (agency: AgencyCode): string => SAMPLE_AGENCIES.find(({ code }) => code === agency)!.name;

function reportOf(agency: AgencyCode, year: 2024 | 2025, printed = nameOf(agency)): AnnualReport {
  return sampleReportOf(printed, SAMPLE_YEARS.get(agency)![year === 2024 ? 0 : 1], MEMBERS.indexOf(agency));
}

/** What the acts of a day need. */
type On = (day: string) => Pick<ActionDeps, 'queries' | 'files' | 'today' | 'now'>;
export type SampleRoundDeps = Pick<ActionDeps, 'queries' | 'files' | 'sealing'>;

const scanner = async () => ({ kind: 'not-scanned' as const });

async function upload(on: On, day: string, officer: Officer, year: number, reports: readonly AnnualReport[]) {
  const files = await Promise.all(
    reports.map(async report => ({ name: `${report.agency}.html`, bytes: await renderReport(report, 'html') })),
  );
  insist(await keepRoundFiles({ ...on(day), scanner }, officer, year, files));
  while ((await readRoundFiles({ ...on(day), examination: EXAMINATION_HERE })) > 0);
}

async function latestOf(on: On, day: string, year: number) {
  const round = foldRound(await listRoundEntries(on(day).queries, { office: OFFICE, year }));
  return (agency: AgencyCode) => ({ agency, submission: round.submissions.get(agency)!.id });
}

async function publish(on: On, day: string, agency: AgencyCode, report: AnnualReport) {
  const publishedOn = Temporal.PlainDate.from(day);
  const json = reportJsonOf(report);
  insist(await filePublishedReport(on(day).queries, { agency, year: report.year!, publishedOn, json }));
}

/** 2024: everything came in and was accepted; the round has ended. */
async function playPast(on: On, head: Officer) {
  const year = 2024;
  const excluded = [{ agency: VERTICAL, reason: 'vertical', into: null, note: '' }] as const;
  const deadlineOn = Temporal.PlainDate.from('2025-01-24');
  insist(await openRound(on('2025-01-03'), head, { year, deadlineOn, agencies: MEMBERS, excluded }));
  await upload(
    on,
    '2025-01-23',
    head,
    year,
    MEMBERS.map(agency => reportOf(agency, year)),
  );
  const latest = await latestOf(on, '2025-01-25', year);
  insist(await acceptSubmissions(on('2025-01-25'), head, year, MEMBERS.map(latest)));
  const publishedOn = Temporal.PlainDate.from('2025-01-27');
  // The office's own is compiled and published by its own hand.
  for (const agency of MEMBERS.filter(code => code !== OFFICE))
    insist(await registerPublication(on('2025-02-06'), head, year, { ...latest(agency), publishedOn }));
  insist(await closeRound(on('2025-02-20'), head, year));
}

/** 2025: under way. Two by one act and public, some by files, one returned, one that asks for its agency, two missing. */
async function playPresent(on: On, deps: SampleRoundDeps, head: Officer) {
  const year = 2025;
  const [schools, civil, finance, labour, health, street, town] = [
    '990101-002',
    '990101-003',
    '990101-004',
    '990101-005',
    '990101-006',
    '990101-101',
    '990101-102',
  ].map(getAgencyCode) as [AgencyCode, AgencyCode, AgencyCode, AgencyCode, AgencyCode, AgencyCode, AgencyCode];
  const excluded = [{ agency: VERTICAL, reason: 'vertical', into: null, note: '' }] as const;
  const deadlineOn = Temporal.PlainDate.from('2026-01-26');
  insist(await openRound(on('2026-01-05'), head, { year, deadlineOn, agencies: MEMBERS, excluded }));
  for (const [agency, username] of [
    [schools, 'mei.ruoxu'],
    [town, 'yan.beiming'],
  ] as const) {
    await publish(on, '2026-01-21', agency, reportOf(agency, year));
    insist(await submitToRound(on('2026-01-21'), officerOf(username), OFFICE, year));
  }
  await upload(on, '2026-01-23', head, year, [
    reportOf(civil, year),
    mistyped(reportOf(finance, year), 'table3.new.total', 9),
    reportOf(labour, year),
    reportOf(street, year, '晴川区望江街道综合服务办公室'),
  ]);
  insist(
    await remindAgencies({ ...on('2026-01-27'), sealing: deps.sealing, publicAddress: null }, head, year, MEMBERS),
  );
  await upload(on, '2026-01-30', head, year, [mistyped(reportOf(health, year), 'table3.carried-out.total', 3)]);
  const latest = await latestOf(on, '2026-01-30', year);
  insist(await acceptSubmissions(on('2026-01-30'), head, year, [schools, civil, town].map(latest)));
  const returned = latest(finance);
  const { findings } = (await findSubmission(deps.queries, { office: OFFICE, year }, returned.submission))!;
  insist(
    await returnSubmission(on('2026-01-30'), head, year, {
      ...returned,
      comment: '新收申请的总计与各列之和不一致，请核对登记簿后重新报送。',
      findings: findings.flatMap(({ level, fingerprint }) => (level === 'error' ? (fingerprint ?? []) : [])),
    }),
  );
}

/** The rounds in which the sample's office has collected the reports on 2024 and collects those on 2025. */
export async function playSampleRounds(deps: SampleRoundDeps): Promise<void> {
  const on: On = day => ({
    queries: deps.queries,
    files: deps.files,
    today: () => Temporal.PlainDate.from(day),
    now: () =>
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' }).toInstant(),
  });
  const head = officerOf('song.qiubai');
  await playPast(on, head);
  await playPresent(on, deps, head);
}
