import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { APPLICANT_KINDS } from '../../law/report-form/table-three.ts';
import type { Act, Entry } from '../../applications/rules/application-log.ts';
import { foldApplication } from '../../applications/rules/fold.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import { projectionOf } from '../../applications/rules/project.ts';
import { PRESET_READINGS } from '../../applications/rules/contested-points.ts';
import type { Finding } from '../../applications/rules/reply.ts';
import { projectionColumns } from '../../applications/store/application-log.store.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { FileToCount } from '../rules/tally.ts';

/** The agencies of a random register. */
export const AGENCIES = ['990101-001', '990101-002'].map(getAgencyCode);
const START = Temporal.PlainDate.from('2022-10-01');
const FINDINGS: readonly Finding[] = [
  { kind: 'granted', supply: { form: 'paper', pages: 1, howToGet: null } },
  { kind: 'withheld', ground: 'internal-affairs' },
  { kind: 'not-ours', rightAgency: null, rightAgencyContact: null },
  { kind: 'reissue' },
];

const endings = fc.record({
  after: fc.integer({ min: 0, max: 120 }),
  finding: fc.option(fc.constantFrom(...FINDINGS), { freq: 4 }),
});
/** What may become of an application: channels, corrections, splits, endings, replies ordered anew. */
export const lives = fc.record({
  agency: fc.constantFrom(...AGENCIES),
  kind: fc.constantFrom(...APPLICANT_KINDS),
  received: fc.integer({ min: 0, max: 1000 }),
  isOnline: fc.boolean(),
  isConfirmed: fc.boolean(),
  isCorrection: fc.integer({ min: 0, max: 9 }).map(drawn => drawn === 0),
  isSplit: fc.integer({ min: 0, max: 9 }).map(drawn => drawn === 0),
  ending: fc.option(endings, { freq: 6 }),
  ordered: fc.option(fc.integer({ min: 1, max: 200 }), { freq: 1 }),
  again: fc.option(endings, { freq: 2 }),
});
type Life = typeof lives extends fc.Arbitrary<infer Of> ? Of : never;

const ended = (on: Temporal.PlainDate, finding: Finding | null): Act =>
  finding === null
    ? { kind: 'withdrawn', on, reason: null }
    : { kind: 'replied', letter: null, reply: { main: finding, others: [] }, postedOn: on, deliveredOn: null };

function actsOf(life: Life): readonly Act[] {
  const submittedOn = START.add({ days: life.received });
  const channel = life.isOnline ? ('online' as const) : ('in-person' as const);
  const acts: Act[] = [
    {
      kind: 'lodged',
      caseKind: life.isCorrection ? 'record-correction' : 'information',
      intake: { channel, submittedOn, arrivedOn: null, signedOn: null },
      applicantKind: life.kind,
      applicants: 1,
      parent: null,
    },
  ];
  if (life.isOnline && life.isConfirmed)
    acts.push({ kind: 'receipt-confirmed', on: submittedOn.add({ days: 3 }), how: 'telephone' });
  if (life.isSplit) {
    acts.push({ kind: 'split', children: [randomUUIDv7() as ApplicationId], on: submittedOn, reason: '一事一申请' });
    return acts;
  }
  const { ending, ordered, again } = life;
  if (ending === null) return acts;
  const endedOn = submittedOn.add({ days: ending.after });
  acts.push(ended(endedOn, life.isCorrection ? { kind: 'record-kept' } : ending.finding));
  if (ordered === null || life.isCorrection) return acts;
  const orderedOn = endedOn.add({ days: ordered });
  acts.push({ kind: 'reply-ordered', by: 'litigation', on: orderedOn, dueOn: null, reference: '' });
  if (again !== null) acts.push(ended(orderedOn.add({ days: again.after }), again.finding));
  return acts;
}

type Counted = FileToCount & { readonly agency: AgencyCode };

/** Writes lives into the register as their logs have it, and gives them to be counted by the rule. */
export async function register(queries: Queries, all: readonly Life[]): Promise<readonly Counted[]> {
  for (const code of AGENCIES)
    await sql`insert into agencies (code, name, short_name, kind) values (${code}, ${code}, ${code}, 'department')`.execute(
      queries,
    );
  const files: Counted[] = [];
  for (const [index, life] of all.entries()) {
    const log: Entry[] = actsOf(life).map((act, at) => ({
      sequence: at + 1,
      at: Temporal.Instant.from('2022-10-01T00:00:00Z'),
      by: { kind: 'system' },
      act,
    }));
    const application = foldApplication(log);
    const projection = projectionOf(application, log, NATIONAL_CALENDAR, PRESET_READINGS);
    const id = randomUUIDv7() as ApplicationId;
    await queries
      .insertInto('applications')
      .values({
        id,
        agency: life.agency,
        year: 2022,
        number: index + 1,
        case_kind: application.caseKind,
        query_code: String(index)
          .padStart(12, '0')
          .replaceAll(/\d/g, digit => 'ABCDEFGHJK'[Number(digit)]!),
        password_hash: null,
        requested_description: '全区老旧小区改造计划',
        requested_title: null,
        requested_document_number: null,
        supply_form: 'paper',
        supply_route: 'post',
        assistance: null,
        notify_by: null,
        lodged_at: '2022-10-01T00:00:00Z',
        ...projectionColumns(projection),
      })
      .execute();
    files.push({ id, receivedOn: projection.receivedOn, application, agency: life.agency });
  }
  return files;
}
