import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword, isOutdatedHash, isPassword } from '../../platform/password/password-hash.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { PASSWORD_BESIDE_FEDERATION } from '../rules/settings.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { findCredentials, savePassword } from '../store/credential.store.ts';
import type { Credentials } from '../store/credential.store.ts';
import { isKnownDevice, openSession } from '../store/session.store.ts';
import type { Origin } from '../store/session.store.ts';
import { readSetting } from '../store/setting.register.store.ts';
import { countAttempt, dropOldAttempts, forgiveAttempt } from '../store/sign-in-attempt.store.ts';
import type { AttemptKey } from '../store/sign-in-attempt.store.ts';
import { completeSignIn, noteFailedSignIn } from './complete-sign-in.ts';
import type { SignInAnswer } from './complete-sign-in.ts';

const NOBODY = getStaffId('00000000-0000-7000-8000-000000000000');
const WRONG = '账号或者密码不对，请检查后重新输入';

/** What to say to somebody who has to wait. */
export function waitingSentence(seconds: number): string {
  const time = seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return `登录尝试太频繁，请过 ${time}再试；忘记密码请联系系统管理员`;
}

export type SignInInput = {
  readonly username: string;
  readonly password: string;
  readonly origin: Origin;
  /** The token of a browser that has signed in before. */
  readonly deviceToken: string | null;
};

type Tools = { readonly queries: Queries; readonly sealing: Sealing };

function attemptKeys({ sealing }: Tools, username: string, address: string, knownDevice: boolean): AttemptKey[] {
  // Digests, because people type their password where the account belongs.
  const key = (text: string) => sealing.digest(text, 'sign-in-attempt');
  const pair: AttemptKey = { scope: 'pair', key: key(`${username}|${address}`) };
  if (knownDevice) return [pair];
  return [pair, { scope: 'address', key: key(address) }, { scope: 'account', key: key(username) }];
}

async function isPasswordAllowed(queries: Queries, credentials: Credentials): Promise<boolean> {
  return credentials.federatedSubject === null || readSetting(queries, PASSWORD_BESIDE_FEDERATION);
}

/**
 * The first step of signing in: account and password. Unknown, disabled and wrong are answered alike and take the same time.
 * Whoever has a second factor gets a session that only takes the code.
 */
export async function signIn(tools: Tools, input: SignInInput, now: Temporal.Instant): Promise<SignInAnswer> {
  const { queries } = tools;
  const { origin, deviceToken } = input;
  const username = input.username.trim().toLowerCase().slice(0, 100);
  const credentials = await findCredentials(queries, username);
  // Asked for nobody too: what takes longer for a name that exists gives it away.
  const known = deviceToken !== null && (await isKnownDevice(queries, credentials?.id ?? NOBODY, deviceToken));
  const keys = attemptKeys(tools, username, origin.address, known);
  const wait = await countAttempt(queries, keys, now);
  if (wait > 0) return { kind: 'refused', sentence: waitingSentence(wait) };
  const hash = credentials?.enabled === true ? credentials.passwordHash : null;
  const right = await isPassword(input.password, hash);
  if (!right || credentials === undefined) {
    await noteFailedSignIn(queries, credentials, 'sign-in-refused', now);
    await dropOldAttempts(queries, now);
    return { kind: 'refused', sentence: WRONG };
  }
  await forgiveAttempt(queries, keys);
  if (!(await isPasswordAllowed(queries, credentials)))
    return { kind: 'refused', sentence: '您的账号已绑定统一身份认证，请从统一身份认证登录' };
  if (hash !== null && isOutdatedHash(hash))
    await savePassword(queries, credentials.id, await hashPassword(input.password), credentials.passwordMustChange);
  if (credentials.totpConfirmed) {
    const token = await openSession(queries, credentials.id, 'password', origin, now);
    return { kind: 'second-factor', staff: credentials.id, token };
  }
  return completeSignIn(
    queries,
    credentials.id,
    { origin, deviceToken: known ? deviceToken : null, way: 'password' },
    now,
  );
}
