import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Queries } from '../database/pool.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Message, MessageState, SendOutcome } from './message.ts';
import { waitAfter } from './retry.ts';

const MESSAGE = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mail'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    calendar: z.strictObject({ name: z.string(), text: z.string() }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('sms'), to: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('package'), package: z.string() }),
]);

const contextOf = (id: string) => `outbox:${id}`;

export type QueueOptions = {
  readonly now: Temporal.Instant;
  /** What the message tells of, such as 'application:<id>'. */
  readonly about?: string;
  /** Queued again under the same key it is not queued twice: 'application:<id>:reminder:2026-11-25:<recipient's id>'. */
  readonly once?: string;
  /** Not to be sent before. */
  readonly notBefore?: Temporal.Instant;
};

/**
 * Queues a message in the caller's transaction: it is sent if and only if that commits. An address that turns out to be none
 * does not fail here; the message then ends as `failed`, and the act that it tells of stands.
 */
export async function queueMessage(
  queries: Queries,
  sealing: Sealing,
  message: Message,
  { now, about, once, notBefore = now }: QueueOptions,
): Promise<void> {
  const id = randomUUID();
  await queries
    .insertInto('outbox_messages')
    .values({
      id,
      kind: message.kind,
      sealed: sealing.seal(JSON.stringify(message), contextOf(id)),
      about: about ?? null,
      once: once ?? null,
      state: 'waiting',
      due_at: notBefore.toString(),
      problem: null,
      queued_at: now.toString(),
      sent_at: null,
    })
    .onConflict(conflict => conflict.column('once').doNothing())
    .execute();
}

/** What became of the messages about a subject, oldest first. Without recipient and content. */
export type MessageNote = {
  readonly kind: Message['kind'];
  readonly state: MessageState;
  readonly queuedAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
};

export async function listMessageNotes(queries: Queries, about: string): Promise<readonly MessageNote[]> {
  const rows = await queries
    .selectFrom('outbox_messages')
    .select(['kind', 'state', 'queued_at', 'sent_at'])
    .where('about', '=', about)
    .orderBy('queued_at')
    .execute();
  return rows.map(row => ({
    kind: row.kind as Message['kind'],
    state: row.state as MessageState,
    queuedAt: Temporal.Instant.from(row.queued_at),
    sentAt: row.sent_at === null ? null : Temporal.Instant.from(row.sent_at),
  }));
}

/** A message that this program alone may try until its lease ends. `attempts` counts the one to be made. */
export type TakenMessage = { readonly id: string; readonly attempts: number; readonly sealed: string };

/**
 * Takes messages that are due. Several programs take different ones; whoever takes one and is killed leaves it to come up again
 * when the lease ends.
 */
export async function takeDueMessages(
  queries: Queries,
  { now, lease, most }: { readonly now: Temporal.Instant; readonly lease: Temporal.Duration; readonly most: number },
): Promise<readonly TakenMessage[]> {
  const { rows } = await sql<TakenMessage>`
    update outbox_messages set due_at = ${now.add(lease).toString()}, attempts = attempts + 1
    where id in (
      select id from outbox_messages where state = 'waiting' and due_at <= ${now.toString()}
      order by due_at limit ${most} for update skip locked
    ) returning id, attempts, sealed`.execute(queries);
  return rows;
}

/** The content of a message. Throws `SealBroken` for one that was changed. */
export function openMessage(sealing: Sealing, { id, sealed }: Pick<TakenMessage, 'id' | 'sealed'>): Message {
  return MESSAGE.parse(JSON.parse(sealing.open(sealed, contextOf(id))));
}

/** How an attempt has ended; without a channel it does not count as one. */
export type Attempt = SendOutcome | { readonly kind: 'no-channel' };

function columnsOf(attempt: Attempt, attempts: number, now: Temporal.Instant) {
  switch (attempt.kind) {
    case 'sent':
      return { state: 'sent', problem: null, sent_at: now.toString() };
    case 'refused':
      return { state: 'failed', problem: attempt.problem };
    case 'no-channel':
      return { state: 'no-channel', problem: null, attempts: attempts - 1 };
    case 'try-again': {
      const wait = waitAfter(attempts);
      const { problem } = attempt;
      return wait === null ? { state: 'failed', problem } : { problem, due_at: now.add(wait).toString() };
    }
  }
}

/** Notes how an attempt has ended. A message whose lease has ended meanwhile and that another program has sent stays sent. */
export async function noteAttempt(
  queries: Queries,
  { id, attempts }: Pick<TakenMessage, 'id' | 'attempts'>,
  attempt: Attempt,
  now: Temporal.Instant,
): Promise<void> {
  await queries
    .updateTable('outbox_messages')
    .set(columnsOf(attempt, attempts, now))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Lets messages that found no channel, and are not older than three days, be tried again now that there is one. */
export async function releaseMessages(queries: Queries, kind: Message['kind'], now: Temporal.Instant): Promise<void> {
  await queries
    .updateTable('outbox_messages')
    .set({ state: 'waiting', due_at: now.toString() })
    .where('kind', '=', kind)
    .where('state', '=', 'no-channel')
    .where('queued_at', '>', now.subtract({ hours: 72 }).toString())
    .execute();
}

/** Removes messages that came to an end before the moment; what they told of is in the files. Gives their number. */
export async function clearOutbox(queries: Queries, before: Temporal.Instant): Promise<number> {
  const [result] = await queries
    .deleteFrom('outbox_messages')
    .where('state', '<>', 'waiting')
    .where('queued_at', '<', before.toString())
    .execute();
  return Number(result?.numDeletedRows ?? 0);
}
