import { findStep } from '../../platform/one-time-code/one-time-code.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { consumeRecoveryCode, lockCredentials, noteTotpStep } from '../store/credential.store.ts';
import { endSession, isKnownDevice } from '../store/session.store.ts';
import type { Origin, Session } from '../store/session.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';
import { countAttempt, forgiveAttempt } from '../store/sign-in-attempt.store.ts';
import type { AttemptKey } from '../store/sign-in-attempt.store.ts';
import { completeSignIn, noteFailedSignIn } from './complete-sign-in.ts';
import type { CompletedSignIn, SignInAnswer } from './complete-sign-in.ts';
import { waitingSentence } from './sign-in.ts';

type Tools = { readonly queries: Queries; readonly sealing: Sealing };

export const totpContext = (staff: StaffId): string => `staff:${staff}:totp`;

/** Recovery codes are compared without the signs and the letter case with which people copy them. */
export function recoveryDigest(sealing: Sealing, staff: StaffId, code: string): string {
  return sealing.digest(code.replace(/[^0-9A-Za-z]/g, '').toUpperCase(), `recovery-code:${staff}`);
}

/** Which kind of code it is, if it is right; it is used up with that. */
async function acceptCode(
  { queries: transaction, sealing }: Tools,
  staff: StaffId,
  code: string,
  now: Temporal.Instant,
): Promise<'second-factor' | 'recovery-code' | null> {
  const credentials = await lockCredentials(transaction, staff);
  if (credentials === undefined || !credentials.enabled || credentials.totpSecret === null) return null;
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const secret = sealing.open(credentials.totpSecret, totpContext(staff));
    const step = findStep(secret, digits, now, credentials.totpLastStep);
    if (step === undefined) return null;
    await noteTotpStep(transaction, staff, step);
    return 'second-factor';
  }
  const used = await consumeRecoveryCode(transaction, staff, recoveryDigest(sealing, staff, code), now);
  return used ? 'recovery-code' : null;
}

/** The second step of signing in: the code of the authenticator, or a recovery code. The session gets a new token. */
export async function confirmSecondFactor(
  { queries, sealing }: Tools,
  input: {
    readonly session: Session;
    readonly code: string;
    readonly origin: Origin;
    readonly deviceToken: string | null;
  },
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const { session, origin, deviceToken } = input;
  const { staff } = session;
  const known = deviceToken !== null && (await isKnownDevice(queries, staff, deviceToken));
  const key = (text: string) => sealing.digest(text, 'sign-in-attempt');
  const pair: AttemptKey = { scope: 'pair', key: key(`code|${staff}|${origin.address}`) };
  const keys: AttemptKey[] = known ? [pair] : [pair, { scope: 'code', key: key(staff) }];
  const wait = await countAttempt(queries, keys, now);
  if (wait > 0) return { kind: 'refused', sentence: waitingSentence(wait) };
  const answer = await queries.transaction().execute(async transaction => {
    const way = await acceptCode({ queries: transaction, sealing }, staff, input.code, now);
    if (way === null) return null;
    await endSession(transaction, staff, session.id, now);
    const completed: CompletedSignIn = { origin, deviceToken: known ? deviceToken : null, way };
    return completeSignIn(transaction, staff, completed, now);
  });
  if (answer === null) {
    await noteFailedSignIn(queries, await findStaffMember(queries, staff), 'second-factor-refused', now);
    return { kind: 'refused', sentence: '动态口令不对或者已经用过，请输入验证器上最新的六位数字' };
  }
  await forgiveAttempt(queries, keys);
  return answer;
}
