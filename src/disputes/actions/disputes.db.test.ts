import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { verifyJournal } from '../../people/store/journal.store.ts';
import { lodge, OFFICE, openActing, SCHOOLS } from '../../applications/testing/acting.ts';
import type { Acting } from '../../applications/testing/acting.ts';
import { findClosing } from '../rules/dispute.ts';
import type { DisputeFacts } from '../rules/dispute-log.ts';
import { DISPUTE_ACT_KINDS } from '../rules/dispute-log.ts';
import { tableFourOf, tallyDisputes } from '../rules/table-four.ts';
import { listDisputes } from '../store/dispute.register.store.ts';
import { findDispute } from '../store/dispute.store.ts';
import { amendDispute } from './amend-dispute.ts';
import { closeDispute } from './close-dispute.ts';
import { enterDispute } from './enter-dispute.ts';
import { partyContext } from './perform-dispute.ts';
import type { DisputeProblem } from './perform-dispute.ts';
import { reopenDispute } from './reopen-dispute.ts';
import type { Result } from '../../kernel/result.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const PARTY = '卓清岚';

function done<Value>(result: Result<Value, DisputeProblem>): Value {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
function refused<Value>(result: Result<Value, DisputeProblem>): string {
  if (result.ok) throw new Error('was done');
  return result.problem.message;
}

async function scene(acting: Acting) {
  const { officer } = await acting.officer(['case-handler']);
  const { id: application } = await lodge(acting);
  const facts: DisputeFacts = {
    disputeKind: 'reconsideration',
    role: 'respondent',
    application,
    matter: null,
    reconsideration: null,
    organ: '示范市人民政府',
    reference: '示政复〔2026〕8号',
    procedure: 'simplified',
    filedOn: day('2026-03-02'),
    servedOn: null,
  };
  return { officer, facts };
}

test('a reconsideration and the suit after it are entered, closed, appealed and counted in table four', async () => {
  await using acting = await openActing('2026-03-02');
  const { deps } = acting;
  const { officer, facts } = await scene(acting);
  const review = done(await enterDispute(deps, officer, facts, PARTY));
  acting.on('2026-04-01');
  const closing = { on: day('2026-04-01'), result: 'upheld', ordered: null, orderedOn: null } as const;
  done(await closeDispute(deps, officer, { id: review.id, seen: 1 }, closing));
  const suit = done(
    await enterDispute(
      deps,
      officer,
      {
        ...facts,
        disputeKind: 'litigation',
        reconsideration: review.id,
        organ: '示范市中级人民法院',
        filedOn: day('2026-04-01'),
      },
      PARTY,
    ),
  );
  acting.on('2026-08-01');
  const judged = {
    on: day('2026-07-20'),
    result: 'revoked',
    ordered: '重新答复',
    orderedOn: day('2026-08-20'),
  } as const;
  done(await closeDispute(deps, officer, { id: suit.id, seen: 1 }, judged));
  done(await reopenDispute(deps, officer, { id: suit.id, seen: 2 }, { on: day('2026-07-30'), reason: '提起上诉' }));
  const { dispute, sealedParty } = (await findDispute(deps.queries, suit.id))!;
  expect(findClosing(dispute)).toBeUndefined();
  expect(dispute.closings[0]).toEqual({ ...judged, reopenedOn: day('2026-07-30') });
  expect(deps.sealing.open(sealedParty, partyContext(suit.id))).toBe(PARTY);
  const figures = tableFourOf(tallyDisputes(await listDisputes(deps.queries, OFFICE), 2026));
  expect(figures).toMatchObject({
    'table4.reconsideration.upheld': 1,
    'table4.reconsideration.total': 1,
    'table4.litigationAfterReconsideration.pending': 1,
    'table4.litigationAfterReconsideration.total': 1,
    'table4.litigationDirect.total': 0,
  });
  expect(await verifyJournal(deps.queries)).toMatchObject({ ok: true });
  const events = await deps.queries.selectFrom('journal').select('event').where('event', 'like', 'dispute-%').execute();
  expect(events.map(({ event }) => event)).toEqual([
    'dispute-entered',
    'dispute-closed',
    'dispute-entered',
    'dispute-closed',
    'dispute-reopened',
  ]);
});

test('a correction keeps what stood there before; who applied or sued stands in no row', async () => {
  await using acting = await openActing('2026-03-02');
  const { deps } = acting;
  const { officer, facts } = await scene(acting);
  const { id } = done(await enterDispute(deps, officer, facts, PARTY));
  const ref = { id, seen: 1 };
  const input = { facts: { ...facts, organ: '示范市晴川区人民政府' }, party: '姜叙白', reason: '机关写错' };
  expect(refused(await amendDispute(deps, officer, ref, { ...input, reason: ' ' }))).toContain('原因');
  const amended = done(await amendDispute(deps, officer, ref, input));
  expect(amended.dispute.organ).toBe('示范市晴川区人民政府');
  expect(amended.log[0]!.act).toMatchObject({ organ: '示范市人民政府' });
  const { rows } = await sql<{ row: string }>`
    select d::text as row from disputes d union all select a::text from dispute_acts a`.execute(deps.queries);
  expect(rows.filter(({ row }) => row.includes(PARTY) || row.includes('姜叙白'))).toEqual([]);
  await expect(sql`update dispute_acts set facts = '{}'`.execute(deps.queries)).rejects.toThrow('only ever added to');
});

test('what cannot be is refused at the field that can be mended, and nothing changes', async () => {
  await using acting = await openActing('2026-03-02');
  const { deps } = acting;
  const { officer, facts } = await scene(acting);
  const stranger = await acting.officer(['case-handler', 'disclosure-head'], SCHOOLS);
  const auditor = await acting.officer(['auditor']);
  expect(refused(await enterDispute(deps, stranger.officer, facts, PARTY))).toContain('本机关没有这件申请');
  expect(refused(await enterDispute(deps, auditor.officer, facts, PARTY))).toContain('登记行政复议和行政诉讼');
  expect(refused(await enterDispute(deps, officer, { ...facts, application: null }, PARTY))).toContain('争议的事项');
  expect(refused(await enterDispute(deps, officer, { ...facts, filedOn: day('2026-03-03') }, PARTY))).toContain(
    '没有到',
  );
  expect(refused(await enterDispute(deps, officer, { ...facts, role: 'review-organ' }, PARTY))).toContain('被申请人');
  expect(refused(await enterDispute(deps, officer, facts, ' '))).toContain('复议申请人');
  const { id } = done(await enterDispute(deps, officer, facts, PARTY));
  const closing = { on: day('2026-03-02'), result: 'revoked', ordered: null, orderedOn: null } as const;
  const ref = { id, seen: 1 };
  expect(refused(await closeDispute(deps, stranger.officer, ref, closing))).toContain('没有找到');
  expect(refused(await closeDispute(deps, officer, ref, { ...closing, result: 'suit-rejected' }))).toContain('结果');
  expect(refused(await closeDispute(deps, officer, ref, { ...closing, on: day('2026-03-01') }))).toContain('早于');
  expect(refused(await reopenDispute(deps, officer, ref, { on: day('2026-03-02'), reason: '上诉' }))).toContain(
    '没有办结',
  );
  done(await closeDispute(deps, officer, ref, closing));
  expect(refused(await closeDispute(deps, officer, ref, closing))).toContain('其他人已经改动');
  expect(refused(await closeDispute(deps, officer, { id, seen: 2 }, closing))).toContain('已经办结');
  expect((await findDispute(deps.queries, id))!.log.map(({ act }) => act.kind)).toEqual(['entered', 'closed']);
  expect(await listDisputes(deps.queries, getAgencyCode('990101-002'))).toEqual([]);
});

test('the kinds of acts are those of the check in the database', async () => {
  await using acting = await openActing('2026-03-02');
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'dispute_acts_kind_check'`.execute(
    acting.deps.queries,
  );
  const kinds = [...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1]);
  expect(kinds).toEqual([...DISPUTE_ACT_KINDS]);
});
