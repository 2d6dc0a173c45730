import type { Queries } from '../../platform/database/pool.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { appendJournal } from '../store/journal.store.ts';
import { dropOldTraces, noteDeviceUse, openSession, rememberDevice } from '../store/session.store.ts';
import type { Origin } from '../store/session.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';

export type SignInAnswer =
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The password was right; the token opens only the page that asks for the code. */
  | { readonly kind: 'second-factor'; readonly staff: StaffId; readonly token: string }
  /** `deviceToken` is new for the browser to keep; null where it has one already. */
  | {
      readonly kind: 'signed-in';
      readonly staff: StaffId;
      readonly token: string;
      readonly deviceToken: string | null;
    };

export type CompletedSignIn = {
  readonly origin: Origin;
  /** The token of a browser that the account knows; null makes it known. */
  readonly deviceToken: string | null;
  readonly way: 'password' | 'second-factor' | 'recovery-code' | 'federation';
};

/** Everything was proved: opens a session under a new token, remembers the browser, notes it. */
export async function completeSignIn(
  queries: Queries,
  staff: StaffId,
  { origin, deviceToken, way }: CompletedSignIn,
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const work = async (transaction: Queries): Promise<SignInAnswer> => {
    const token = await openSession(transaction, staff, 'full', origin, now);
    const newDevice = deviceToken === null ? await rememberDevice(transaction, staff, now) : null;
    if (deviceToken !== null) await noteDeviceUse(transaction, deviceToken, now);
    await dropOldTraces(transaction, staff, now);
    const member = await findStaffMember(transaction, staff);
    await appendJournal(transaction, {
      at: now,
      agency: member?.agency ?? null,
      actor: { kind: 'officer', id: staff },
      event: 'signed-in',
      subject: `staff:${staff}`,
      detail: { way },
    });
    return { kind: 'signed-in', staff, token, deviceToken: newDevice };
  };
  return queries.isTransaction ? work(queries) : queries.transaction().execute(work);
}

/** Notes an attempt that failed; for a name that nobody has too, so that it takes as long. */
export async function noteFailedSignIn(
  queries: Queries,
  account: { readonly id: StaffId; readonly agency: AgencyCode | null } | undefined,
  event: 'sign-in-refused' | 'second-factor-refused',
  now: Temporal.Instant,
): Promise<void> {
  await appendJournal(queries, {
    at: now,
    agency: account?.agency ?? null,
    actor: { kind: 'visitor' },
    event,
    subject: account === undefined ? null : `staff:${account.id}`,
    detail: {},
  });
}
