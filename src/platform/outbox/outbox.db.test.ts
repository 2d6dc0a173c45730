import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing/test-database.ts';
import type { Queries } from '../database/pool.ts';
import { createSealing } from '../sealing/sealing.ts';
import { startDispatcher } from './dispatcher.ts';
import type { DispatcherDeps } from './dispatcher.ts';
import { MESSAGE_KINDS, MESSAGE_STATES } from './message.ts';
import type { MailMessage, Sender, SendOutcome } from './message.ts';
import { clearOutbox, listMessageNotes, queueMessage, takeDueMessages } from './outbox.store.ts';
import { MAX_ATTEMPTS, waitAfter } from './retry.ts';

const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const sealing = createSealing([new Uint8Array(32)]);
const mailTo = (to: string): MailMessage => ({ kind: 'mail', to, subject: '登记', text: '已登记' });

type Clock = { now: Temporal.Instant };

function recordingSender(outcome: (attempt: number) => SendOutcome) {
  const sent: { message: MailMessage; id: string }[] = [];
  const sender: Sender<MailMessage> = {
    send: async (message, id) => {
      sent.push({ message, id });
      return outcome(sent.length);
    },
    close: () => {},
  };
  return { sent, sender };
}

/** A dispatcher that only works when it is told to. */
function dispatcherOn(queries: Queries, clock: Clock, mail: Sender<MailMessage> | null): DispatcherDeps {
  const onFault = (error: unknown) => {
    throw error;
  };
  return { queries, sealing, mail, sms: null, packages: null, now: () => clock.now, onFault, everyMs: 10_000_000 };
}

async function stateOf(queries: Queries) {
  return queries.selectFrom('outbox_messages').select(['state', 'attempts', 'problem', 'sealed']).execute();
}

const accepting = { kind: 'sent' } as const;

test('a message is sent if the act commits, and not if it falls back; nothing of it can be read in the database', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('wang@example.cn'), { now: NOW, about: 'application:1' });
  await expect(
    queries.transaction().execute(async transaction => {
      await queueMessage(transaction, sealing, mailTo('li@example.cn'), { now: NOW });
      throw new Error('the act fell back');
    }),
  ).rejects.toThrow('fell back');
  const [row] = await stateOf(queries);
  expect(row?.sealed).toMatch(/^s1\./);
  const { sent, sender } = recordingSender(() => accepting);
  const dispatcher = startDispatcher(dispatcherOn(queries, { now: NOW }, sender));
  await dispatcher.sendDue();
  await dispatcher.stop();
  expect(sent.map(({ message }) => message)).toEqual([mailTo('wang@example.cn')]);
  expect(await listMessageNotes(queries, 'application:1')).toMatchObject([{ kind: 'mail', state: 'sent' }]);
});

test('a message under the same key is queued once', async () => {
  await using database = await openTestDatabase();
  for (let round = 0; round < 3; round += 1)
    await queueMessage(database.queries, sealing, mailTo('a@example.cn'), { now: NOW, once: 'reminder:1' });
  expect(await stateOf(database.queries)).toHaveLength(1);
});

test('several dispatchers share the work, and each message goes out once', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  for (let index = 0; index < 60; index += 1)
    await queueMessage(queries, sealing, mailTo(`a${index}@example.cn`), { now: NOW });
  const { sent, sender } = recordingSender(() => accepting);
  const dispatchers = Array.from({ length: 4 }, () => startDispatcher(dispatcherOn(queries, { now: NOW }, sender)));
  const tried = await Promise.all(dispatchers.map(dispatcher => dispatcher.sendDue()));
  await Promise.all(dispatchers.map(dispatcher => dispatcher.stop()));
  expect(sent).toHaveLength(60);
  expect(new Set(sent.map(({ message }) => message.to)).size).toBe(60);
  expect(tried.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(60);
  expect((await stateOf(queries)).every(row => row.state === 'sent' && row.attempts === 1)).toBe(true);
});

test('a message whose sender was killed comes up again after its lease, under the same id', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('a@example.cn'), { now: NOW });
  const lease = Temporal.Duration.from({ minutes: 5 });
  const taken = await takeDueMessages(queries, { now: NOW, lease, most: 5 });
  expect(taken).toHaveLength(1);
  expect(await takeDueMessages(queries, { now: NOW.add({ minutes: 4 }), lease, most: 5 })).toEqual([]);
  const again = await takeDueMessages(queries, { now: NOW.add({ minutes: 5 }), lease, most: 5 });
  expect(again).toMatchObject([{ id: taken[0]!.id, attempts: 2 }]);
});

test('what fails for now is tried again at growing distances and given up after three days', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('a@example.cn'), { now: NOW });
  const { sent, sender } = recordingSender(() => ({ kind: 'try-again', problem: 'EENVELOPE 451' }));
  const clock = { now: NOW };
  const dispatcher = startDispatcher(dispatcherOn(queries, clock, sender));
  expect(await dispatcher.sendDue()).toBe(1);
  expect(await dispatcher.sendDue()).toBe(0);
  while ((await stateOf(queries))[0]!.state === 'waiting' && sent.length < 50) {
    clock.now = clock.now.add({ minutes: 1 });
    const wait = waitAfter(sent.length);
    if (wait !== null) clock.now = clock.now.add(wait);
    await dispatcher.sendDue();
  }
  await dispatcher.stop();
  expect(sent).toHaveLength(MAX_ATTEMPTS);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await stateOf(queries)).toMatchObject([{ state: 'failed', problem: 'EENVELOPE 451' }]);
  expect(NOW.until(clock.now).total('hours')).toBeGreaterThan(66);
});

test('what is refused for good, or does not open, is given up at once', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('a@example.cn'), { now: NOW });
  const { sender } = recordingSender(() => ({ kind: 'refused', problem: 'EENVELOPE 550' }));
  const faults: unknown[] = [];
  const deps = { ...dispatcherOn(queries, { now: NOW }, sender), onFault: (error: unknown) => void faults.push(error) };
  const dispatcher = startDispatcher(deps);
  await dispatcher.sendDue();
  await queueMessage(queries, createSealing([new Uint8Array(32).fill(9)]), mailTo('b@example.cn'), { now: NOW });
  await dispatcher.sendDue();
  await dispatcher.stop();
  expect((await stateOf(queries)).map(row => `${row.state}: ${row.problem}`).sort()).toEqual([
    'failed: EENVELOPE 550',
    'failed: seal is broken',
  ]);
  expect(faults).toHaveLength(1);
});

test('without a mail server mails wait visibly; with one those of the last three days are sent', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('old@example.cn'), { now: NOW.subtract({ hours: 100 }) });
  await queueMessage(queries, sealing, mailTo('new@example.cn'), { now: NOW });
  const without = startDispatcher(dispatcherOn(queries, { now: NOW }, null));
  await without.sendDue();
  await without.stop();
  expect((await stateOf(queries)).map(row => [row.state, row.attempts])).toEqual([
    ['no-channel', 0],
    ['no-channel', 0],
  ]);
  const { sent, sender } = recordingSender(() => accepting);
  const { promise: wasSent, resolve } = Promise.withResolvers<void>();
  const telling = {
    ...sender,
    send: async (message: MailMessage, id: string) => {
      resolve();
      return sender.send(message, id);
    },
  };
  const withOne = startDispatcher(dispatcherOn(queries, { now: NOW.add({ hours: 1 }) }, telling));
  await wasSent;
  await withOne.stop();
  expect(sent.map(({ message }) => message.to)).toEqual(['new@example.cn']);
});

test('old messages that came to an end are cleared away, waiting ones never', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await queueMessage(queries, sealing, mailTo('a@example.cn'), { now: NOW });
  expect(await clearOutbox(queries, NOW.add({ hours: 1 }))).toBe(0);
  const { sender } = recordingSender(() => accepting);
  const dispatcher = startDispatcher(dispatcherOn(queries, { now: NOW }, sender));
  await dispatcher.sendDue();
  await dispatcher.stop();
  expect(await clearOutbox(queries, NOW)).toBe(0);
  expect(await clearOutbox(queries, NOW.add({ hours: 1 }))).toBe(1);
});

describe('the database', () => {
  async function listChecked(queries: Queries, name: string): Promise<readonly string[]> {
    const { rows } = await sql<{ text: string }>`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${name}`.execute(queries);
    return [...rows[0]!.text.matchAll(/'([a-z-]+)'::text/g)].map(match => match[1]!);
  }

  test('knows the same kinds and states as the program', async () => {
    await using database = await openTestDatabase();
    expect(await listChecked(database.queries, 'outbox_messages_kind_check')).toEqual(MESSAGE_KINDS);
    expect(await listChecked(database.queries, 'outbox_messages_state_check')).toEqual(MESSAGE_STATES);
  });
});
