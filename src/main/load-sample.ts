import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { SAMPLE_HEADS, SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { SAMPLE_REPORT_2023 } from '../../sample/qingchuan/annual-report-2023.ts';
import { filePublishedReport } from '../annual-report/actions/file-published-report.ts';
import type { ActionDeps } from '../applications/actions/deps.ts';
import { ANSWERED_LIST, ONLINE_REVIEW_CHANNEL } from '../applications/rules/settings.ts';
import { createCalendarSource } from '../applications/store/working-calendar.register.store.ts';
import { reportJsonOf } from '../annual-report/rules/interchange.ts';
import type { Result } from '../kernel/result.ts';
import { Refusal } from '../cli/command.ts';
import { addSampleStaff } from '../people/actions/add-sample-staff.ts';
import { registerAgency } from '../people/actions/register-agency.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import { listAgencies } from '../people/store/agency.register.store.ts';
import { saveSetting } from '../people/store/setting.store.ts';
import { countStaff } from '../people/store/staff.store.ts';
import type { Database } from '../platform/database/database.ts';
import type { Queries } from '../platform/database/pool.ts';
import { addSampleCatalogue } from '../publishing/actions/add-sample-catalogue.ts';
import { addSampleItems } from '../publishing/actions/add-sample-items.ts';
import type { Hands } from '../publishing/rules/histories.ts';
import { findInstallationFact, noteInstallationFact } from '../platform/database/installation-facts.ts';

/** The fact that makes every page say 演示数据. */
export const SAMPLE_FACT = 'sample-district';

const OFFICE = getAgencyCode('990101-001');

function insist<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The sample district does not load: ${result.problem}`);
  return result.value;
}

const REAL = '这个数据目录里已有真实的账号，不能载入演示数据；请用 --data 换一个空的数据目录';

/** Agencies as the sample has them, but for those that are there already: what was changed in a demonstration stays. */
async function loadAgencies(queries: Queries, now: Temporal.Instant): Promise<void> {
  const known = new Set<string>((await listAgencies(queries)).map(({ code }) => code));
  const missing = SAMPLE_AGENCIES.filter(({ code }) => !known.has(code));
  for (const agency of missing) insist(await registerAgency(queries, agency));
  await addSampleStaff(queries, SAMPLE_STAFF, SAMPLE_PASSWORD, now);
  for (const agency of missing) {
    const disclosureHead = SAMPLE_HEADS[agency.code];
    if (disclosureHead !== undefined) insist(await registerAgency(queries, { ...agency, disclosureHead }));
  }
}

const PLAYED_FACT = 'sample-applications';

/** The applications with everything that happened to them: all of it or, where the program is ended meanwhile, none. */
async function loadApplications({ queries }: Pick<Database, 'queries'>, deps: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, PLAYED_FACT)) !== undefined) return;
  const { playSampleApplications } = await import('./play-sample-applications.ts');
  const calendar = createCalendarSource(queries);
  await queries.transaction().execute(async transaction => {
    const channel = '示范市行政复议网上申请平台（演示，没有网址）';
    await saveSetting(transaction, ONLINE_REVIEW_CHANNEL, OFFICE, channel, deps.now());
    await saveSetting(transaction, ANSWERED_LIST, OFFICE, true, deps.now());
    await playSampleApplications({ ...deps, queries: transaction, calendar });
    await noteInstallationFact(transaction, PLAYED_FACT, deps.today().toString());
  });
}

const ITEMS_FACT = 'sample-items';

/** Who does what to the sample's items. */
const HANDS = {
  author: 'gu.wenlan',
  secrecy: 'he.jingzhi',
  first: 'shen.heqing',
  second: 'song.qiubai',
  proofreader: 'lin.shouyi',
  approver: 'tang.yuanshan',
  publisher: 'song.qiubai',
} as const satisfies Record<keyof Hands, string>;

const handOf = (username: string) => getStaffId(SAMPLE_STAFF.find(officer => officer.username === username)!.id);

/** What the district publishes, in one transaction. */
async function loadItems({ queries }: Pick<Database, 'queries'>, { now, today }: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, ITEMS_FACT)) !== undefined) return;
  const { SAMPLE_COLUMNS, sampleItems } = await import('../../sample/qingchuan/publications/index.ts');
  const hands: Hands = {
    author: handOf(HANDS.author),
    secrecy: handOf(HANDS.secrecy),
    first: handOf(HANDS.first),
    second: handOf(HANDS.second),
    proofreader: handOf(HANDS.proofreader),
    approver: handOf(HANDS.approver),
    publisher: handOf(HANDS.publisher),
  };
  const calendar = await createCalendarSource(queries)();
  await queries.transaction().execute(async transaction => {
    await addSampleItems(transaction, SAMPLE_COLUMNS, sampleItems(today()), { calendar, now: now(), hands });
    await noteInstallationFact(transaction, ITEMS_FACT, today().toString());
  });
}

const CATALOGUE_FACT = 'sample-catalogue';

/** The catalogue that the district has adopted a while ago, with what fulfils it. */
async function loadCatalogue({ queries }: Pick<Database, 'queries'>, { now, today }: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, CATALOGUE_FACT)) !== undefined) return;
  const { SAMPLE_CATALOGUE } = await import('../../sample/qingchuan/publications/catalogue.ts');
  const adoptedAt = now().subtract({ hours: 24 * 400 });
  await queries.transaction().execute(async transaction => {
    await addSampleCatalogue(transaction, OFFICE, SAMPLE_CATALOGUE, { adoptedAt, now: now() });
    await noteInstallationFact(transaction, CATALOGUE_FACT, today().toString());
  });
}

const REPORT_FACT = 'sample-report';

/** The year 2023 as it was compiled, approved and published: all of it or none. */
async function loadReport({ queries }: Pick<Database, 'queries'>): Promise<void> {
  if ((await findInstallationFact(queries, REPORT_FACT)) !== undefined) return;
  const { playSampleReport } = await import('./play-sample-report.ts');
  await queries.transaction().execute(async transaction => {
    await playSampleReport(transaction);
    await noteInstallationFact(transaction, REPORT_FACT, '2023');
  });
}

const DISPUTES_FACT = 'sample-disputes';

/** A reconsideration and the suit after it: both or none. */
async function loadDisputes({ queries }: Pick<Database, 'queries'>, { sealing }: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, DISPUTES_FACT)) !== undefined) return;
  const { playSampleDisputes } = await import('./play-sample-disputes.ts');
  await queries.transaction().execute(async transaction => {
    await playSampleDisputes({ queries: transaction, sealing });
    await noteInstallationFact(transaction, DISPUTES_FACT, '2025');
  });
}

const ROUNDS_FACT = 'sample-rounds';

/** The reports that the office collects from the agencies: both rounds or none. */
async function loadRounds({ queries }: Pick<Database, 'queries'>, { sealing, files }: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, ROUNDS_FACT)) !== undefined) return;
  const { playSampleRounds } = await import('./play-sample-rounds.ts');
  await queries.transaction().execute(async transaction => {
    await playSampleRounds({ queries: transaction, sealing, files });
    await noteInstallationFact(transaction, ROUNDS_FACT, '2025');
  });
}

const RECTIFICATION_FACT = 'sample-rectification';

/** An order to mend what was found in a report, with its log. */
async function loadRectification({ queries }: Pick<Database, 'queries'>, { today }: SampleDeps): Promise<void> {
  if ((await findInstallationFact(queries, RECTIFICATION_FACT)) !== undefined) return;
  const { playSampleRectification } = await import('./play-sample-rectification.ts');
  await queries.transaction().execute(async transaction => {
    await playSampleRectification(transaction, today());
    await noteInstallationFact(transaction, RECTIFICATION_FACT, today().toString());
  });
}

const SITE_RETURN_FACT = 'sample-site-return';

/** The site's return on 2025 as it was filled in, approved and published: all of it or none. */
async function loadSiteReturn({ queries }: Pick<Database, 'queries'>): Promise<void> {
  if ((await findInstallationFact(queries, SITE_RETURN_FACT)) !== undefined) return;
  const { playSampleSiteReturn } = await import('./play-sample-site-return.ts');
  await queries.transaction().execute(async transaction => {
    await playSampleSiteReturn(transaction);
    await noteInstallationFact(transaction, SITE_RETURN_FACT, '2025');
  });
}

/** What the sample's files need besides the database. */
export type SampleDeps = Pick<ActionDeps, 'sealing' | 'files' | 'now' | 'today'>;

/**
 * Loads the invented 示范市晴川区 by the same acts a person would use; loading it again changes nothing. Refuses a database in
 * which somebody works already: sample accounts have a password that everybody knows.
 */
export async function loadSample(database: Pick<Database, 'queries'>, deps: SampleDeps): Promise<void> {
  const { queries } = database;
  const loaded = (await findInstallationFact(queries, SAMPLE_FACT)) !== undefined;
  if (!loaded && (await countStaff(queries)) > 0) throw new Refusal(REAL);
  await noteInstallationFact(queries, SAMPLE_FACT, 'qingchuan');
  await loadAgencies(queries, deps.now());
  insist(
    await filePublishedReport(queries, {
      agency: OFFICE,
      year: 2023,
      publishedOn: Temporal.PlainDate.from('2024-01-22'),
      json: reportJsonOf(SAMPLE_REPORT_2023),
    }),
  );
  await loadApplications(database, deps);
  await loadItems(database, deps);
  await loadCatalogue(database, deps);
  await loadReport(database);
  await loadDisputes(database, deps);
  await loadRounds(database, deps);
  await loadRectification(database, deps);
  await loadSiteReturn(database);
}
