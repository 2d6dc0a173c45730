import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Queries } from '../../platform/database/pool.ts';
import type { SessionStage, SessionTimes } from '../rules/session-life.ts';
import { getStaffId } from '../rules/staff-id.ts';
import type { StaffId } from '../rules/staff-id.ts';

/** 256 random bits as the browser keeps them; what the database keeps is their digest. */
const newToken = (): string => randomBytes(32).toString('base64url');
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export type Session = SessionTimes & {
  readonly id: string;
  readonly staff: StaffId;
  /** Where it was opened from, and what the browser called itself. */
  readonly address: string;
  readonly browser: string;
};

/** Where a request comes from, as far as it can be told. */
export type Origin = { readonly address: string; readonly browser: string };

type Row = {
  readonly id: string;
  readonly staff: string;
  readonly stage: string;
  readonly opened_at: string;
  readonly last_seen_at: string;
  readonly ended_at: string | null;
  readonly address: string;
  readonly browser: string;
};

function sessionOf(row: Row): Session {
  return {
    id: row.id,
    staff: getStaffId(row.staff),
    stage: row.stage as SessionStage,
    openedAt: Temporal.Instant.from(row.opened_at),
    lastSeenAt: Temporal.Instant.from(row.last_seen_at),
    endedAt: row.ended_at === null ? null : Temporal.Instant.from(row.ended_at),
    address: row.address,
    browser: row.browser,
  };
}

/** Opens a session and gives the token for the browser: the only time that it is known here. */
export async function openSession(
  queries: Queries,
  staff: StaffId,
  stage: SessionStage,
  origin: Origin,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken();
  await queries
    .insertInto('sessions')
    .values({
      id: randomUUIDv7(),
      token_digest: digestOf(token),
      staff,
      stage,
      opened_at: now.toString(),
      last_seen_at: now.toString(),
      address: origin.address,
      browser: origin.browser.slice(0, 300),
    })
    .execute();
  return token;
}

/** The session of a token, ended or not. */
export async function findSession(queries: Queries, token: string): Promise<Session | undefined> {
  const row = await queries
    .selectFrom('sessions')
    .selectAll()
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst();
  return row === undefined ? undefined : sessionOf(row);
}

/** Sessions of somebody that nobody has ended, the last used first; some may have run out. */
export async function listSessions(queries: Queries, staff: StaffId): Promise<readonly Session[]> {
  const rows = await queries
    .selectFrom('sessions')
    .selectAll()
    .where('staff', '=', staff)
    .where('stage', '=', 'full')
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(sessionOf);
}

export async function noteSeen(queries: Queries, id: string, now: Temporal.Instant): Promise<void> {
  await queries.updateTable('sessions').set({ last_seen_at: now.toString() }).where('id', '=', id).execute();
}

/** Ends one session of somebody; false where there is none such. */
export async function endSession(
  queries: Queries,
  staff: StaffId,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await queries
    .updateTable('sessions')
    .set({ ended_at: now.toString() })
    .where('id', '=', id)
    .where('staff', '=', staff)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Ends all sessions of somebody but one; gives how many. */
export async function endSessions(
  queries: Queries,
  staff: StaffId,
  but: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const query = queries
    .updateTable('sessions')
    .set({ ended_at: now.toString() })
    .where('staff', '=', staff)
    .where('ended_at', 'is', null);
  const done = await (but === null ? query : query.where('id', '<>', but)).executeTakeFirst();
  return Number(done.numUpdatedRows);
}

const DEVICE_DAYS = 180;
const SESSION_DAYS = 30;
const DAY_HOURS = 24;

/** Removes somebody's browsers that have not been used for half a year, and sessions a month old: the journal has what matters. */
export async function dropOldTraces(queries: Queries, staff: StaffId, now: Temporal.Instant): Promise<void> {
  const before = (days: number) => now.subtract({ hours: days * DAY_HOURS }).toString();
  await queries
    .deleteFrom('known_devices')
    .where('staff', '=', staff)
    .where('last_used_at', '<', before(DEVICE_DAYS))
    .execute();
  await queries
    .deleteFrom('sessions')
    .where('staff', '=', staff)
    .where('opened_at', '<', before(SESSION_DAYS))
    .execute();
}

/** Remembers the browser as one in which the account has signed in fully; gives the token for it. */
export async function rememberDevice(queries: Queries, staff: StaffId, now: Temporal.Instant): Promise<string> {
  const token = newToken();
  await queries
    .insertInto('known_devices')
    .values({ token_digest: digestOf(token), staff, last_used_at: now.toString() })
    .execute();
  return token;
}

export async function noteDeviceUse(queries: Queries, token: string, now: Temporal.Instant): Promise<void> {
  await queries
    .updateTable('known_devices')
    .set({ last_used_at: now.toString() })
    .where('token_digest', '=', digestOf(token))
    .execute();
}

export async function isKnownDevice(queries: Queries, staff: StaffId, token: string): Promise<boolean> {
  const row = await queries
    .selectFrom('known_devices')
    .select('staff')
    .where('token_digest', '=', digestOf(token))
    .where('staff', '=', staff)
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetDevices(queries: Queries, staff: StaffId): Promise<void> {
  await queries.deleteFrom('known_devices').where('staff', '=', staff).execute();
}
