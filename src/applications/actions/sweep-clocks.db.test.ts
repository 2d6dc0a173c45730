import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { assignApplication } from './assign-application.ts';
import { performAct } from './perform.ts';
import { sweepClocks } from './sweep-clocks.ts';
import { done, lodge, openActing, OFFICE, SCHOOLS } from '../testing/acting.ts';
import type { Acting } from '../testing/acting.ts';
import type { ConsultationId } from '../rules/ids.ts';
import { ESCALATE_OVERDUE, REMINDER_DISTANCES, REMINDER_MAIL } from '../rules/reminder-settings.ts';
import { REMINDER_KINDS } from '../rules/reminders.ts';
import { findCaseFile } from '../store/application.store.ts';
import { insertConsultation } from '../store/consultation.store.ts';
import { countUnreadReminders, listReminders, readReminders } from '../store/reminder.store.ts';
import { saveSetting } from '../../people/store/setting.store.ts';

const IN_PERSON = (day: string) => ({
  channel: 'in-person' as const,
  submittedOn: Temporal.PlainDate.from(day),
  arrivedOn: null,
  signedOn: null,
});

const sweep = async (acting: Acting) => sweepClocks({ ...acting.deps, publicAddress: 'https://zwgk.example.cn' });

async function remindersOf(
  acting: Acting,
  officer: { readonly officer: { readonly id: Parameters<typeof listReminders>[1] } },
) {
  const reminders = await listReminders(acting.deps.queries, officer.officer.id, 100);
  return reminders.map(({ kind, dueOn }) => `${kind} ${dueOn.toString()}`).toSorted();
}

/** Received on 2026-10-28, so that the reply is due on 2026-11-25. */
async function assigned(acting: Acting) {
  acting.on('2026-10-28');
  const handler = await acting.officer(['case-handler']);
  const head = await acting.officer(['disclosure-head']);
  const { id } = await lodge(acting, { intake: IN_PERSON('2026-10-28') });
  done(await assignApplication(acting.deps, head, { id, version: null }, { to: handler.officer.id, remark: null }));
  return { id, handler, head };
}

test('the handler hears of each distance once, however often the round is made; a missed day is made up for', async () => {
  await using acting = await openActing('2026-10-28');
  const { handler, head } = await assigned(acting);
  acting.on('2026-11-17'); // six working days before
  expect(await sweep(acting)).toEqual({ reminders: 0, silences: 0 });
  acting.on('2026-11-18');
  expect((await sweep(acting)).reminders).toBe(1);
  expect((await sweep(acting)).reminders).toBe(0);
  acting.on('2026-11-23'); // two before: the third day had no round
  expect((await sweep(acting)).reminders).toBe(1);
  acting.on('2026-11-24');
  await sweep(acting);
  acting.on('2026-11-25');
  await sweep(acting);
  expect(await remindersOf(acting, handler)).toEqual(
    ['due-in-1', 'due-in-3', 'due-in-5', 'due-today'].map(kind => `${kind} 2026-11-25`),
  );
  expect(await remindersOf(acting, head)).toEqual([]);
});

test('what is overdue goes to the head and to the supervisors of the office and above it, unless the agency says otherwise', async () => {
  await using acting = await openActing('2026-10-28');
  const { handler, head } = await assigned(acting);
  const supervisor = await acting.officer(['supervisor']);
  const stranger = await acting.officer(['supervisor'], SCHOOLS);
  acting.on('2026-11-26');
  expect((await sweep(acting)).reminders).toBe(3);
  expect((await sweep(acting)).reminders).toBe(0);
  expect(await remindersOf(acting, handler)).toEqual(['overdue 2026-11-25']);
  expect(await remindersOf(acting, head)).toEqual(['escalated 2026-11-25']);
  expect(await remindersOf(acting, supervisor)).toEqual(['escalated 2026-11-25']);
  expect(await remindersOf(acting, stranger)).toEqual([]);
});

test('settings decide on distances, on mail and on the supervising office', async () => {
  await using acting = await openActing('2026-10-28');
  const { handler } = await assigned(acting);
  const supervisor = await acting.officer(['supervisor']);
  const { queries, now } = acting.deps;
  await saveSetting(queries, REMINDER_DISTANCES, OFFICE, ['1'], now());
  await saveSetting(queries, REMINDER_MAIL, OFFICE, false, now());
  await saveSetting(queries, ESCALATE_OVERDUE, OFFICE, false, now());
  await queries
    .updateTable('staff')
    .set({ email: 'handler@example.cn' })
    .where('id', '=', handler.officer.id)
    .execute();
  acting.on('2026-11-18');
  expect((await sweep(acting)).reminders).toBe(0);
  acting.on('2026-11-24');
  expect((await sweep(acting)).reminders).toBe(1);
  acting.on('2026-11-26');
  await sweep(acting);
  expect(await remindersOf(acting, supervisor)).toEqual([]);
  expect(await queries.selectFrom('outbox_messages').select('id').execute()).toEqual([]);
});

test('a mail goes out with the reminder, once, and says neither who nor what', async () => {
  await using acting = await openActing('2026-10-28');
  const { handler } = await assigned(acting);
  const { queries } = acting.deps;
  await queries
    .updateTable('staff')
    .set({ email: 'handler@example.cn' })
    .where('id', '=', handler.officer.id)
    .execute();
  acting.on('2026-11-24');
  await sweep(acting);
  await sweep(acting);
  const messages = await queries.selectFrom('outbox_messages').select(['id', 'kind', 'sealed']).execute();
  expect(messages).toHaveLength(1);
  const text = acting.deps.sealing.open(messages[0]!.sealed, `outbox:${messages[0]!.id}`);
  expect(text).toContain('申请 2026-0001：还剩 1 个工作日');
  expect(text).toContain('https://zwgk.example.cn/office/applications/');
  expect(text).not.toContain('老旧小区');
});

test('a third party and a co-producing agency that say nothing are recorded as silent on the last day of their period', async () => {
  await using acting = await openActing('2026-10-28');
  const { id, handler } = await assigned(acting);
  const { queries, sealing, now } = acting.deps;
  const consult = async (consulted: 'third-party' | 'agency', receivedOn: string | null) => {
    const consultation = randomUUIDv7() as ConsultationId;
    const party = { name: '示例公司', contact: '', address: '', matter: '' };
    await insertConsultation(queries, sealing, {
      id: consultation,
      application: id,
      consulted,
      party,
      code: null,
      openedAt: now(),
    });
    done(
      await performAct(
        acting.deps,
        handler,
        { id, version: null },
        {
          kind: consulted === 'agency' ? 'agency-consulted' : 'third-party-consulted',
          consultation,
          on: acting.today(),
          letter: null,
          receivedOn: receivedOn === null ? null : Temporal.PlainDate.from(receivedOn),
        },
      ),
    );
    return consultation;
  };
  acting.on('2026-10-30');
  const third = await consult('third-party', '2026-10-30');
  const agency = await consult('agency', '2026-10-30');
  await consult('third-party', null); // never delivered: its period has not begun
  acting.on('2026-11-20'); // the fifteenth working day
  expect((await sweep(acting)).silences).toBe(0);
  acting.on('2026-11-23');
  expect((await sweep(acting)).silences).toBe(2);
  expect((await sweep(acting)).silences).toBe(0);
  const file = (await findCaseFile(queries, id))!;
  const silent = file.log.filter(({ act }) => act.kind === 'third-party-answered' || act.kind === 'agency-answered');
  expect(
    silent.map(({ by, act }) => [
      by.kind,
      act.kind,
      'on' in act && act.on?.toString(),
      'opinion' in act && act.opinion,
    ]),
  ).toEqual([
    ['system', 'third-party-answered', '2026-11-20', 'silent'],
    ['system', 'agency-answered', '2026-11-20', 'silent'],
  ]);
  expect(silent.map(({ act }) => 'consultation' in act && act.consultation)).toEqual([third, agency]);
  expect(await remindersOf(acting, handler)).toContain('silence-recorded 2026-11-20');
});

test('an application that is not corrected in time is only proposed to be given up', async () => {
  await using acting = await openActing('2026-10-28');
  const { id, handler } = await assigned(acting);
  acting.on('2026-10-29');
  done(
    await performAct(
      acting.deps,
      handler,
      { id, version: null },
      {
        kind: 'clarification-requested',
        on: acting.today(),
        letter: null,
        workingDays: 5,
        deliveredOn: acting.today(),
        lateReason: null,
      },
    ),
  );
  acting.on('2026-11-06'); // the day after the fifth working day
  await sweep(acting);
  expect(await remindersOf(acting, handler)).toEqual(['their-day-passed 2026-11-05']);
  expect((await findCaseFile(acting.deps.queries, id))!.application.stage).toBe('awaiting-clarification');
});

test('reminders are unread until their reader has seen them', async () => {
  await using acting = await openActing('2026-10-28');
  const { handler } = await assigned(acting);
  const { queries, now } = acting.deps;
  acting.on('2026-11-24');
  await sweep(acting);
  expect(await countUnreadReminders(queries, handler.officer.id)).toBe(1);
  await readReminders(queries, handler.officer.id, now().subtract({ hours: 1 }), now());
  expect(await countUnreadReminders(queries, handler.officer.id)).toBe(1);
  await readReminders(queries, handler.officer.id, now(), now());
  expect(await countUnreadReminders(queries, handler.officer.id)).toBe(0);
});

test('the database knows the reminders that the program makes', async () => {
  await using acting = await openActing('2026-10-28');
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'reminders_kind_check'`.execute(
    acting.deps.queries,
  );
  const kinds = [...rows[0]!.text.matchAll(/'([a-z0-9-]+)'/g)].map(([, kind]) => kind);
  expect(kinds).toEqual([...REMINDER_KINDS]);
});
