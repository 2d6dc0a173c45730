import type { Queries } from '../../platform/database/pool.ts';
import { findFederatedCredentials } from '../store/credential.store.ts';
import { isKnownDevice } from '../store/session.store.ts';
import type { Origin } from '../store/session.store.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignInAnswer } from './complete-sign-in.ts';

/** Signs in the account that is bound to a subject for whom 统一身份认证 vouches. The provider asks for its own second factor. */
export async function signInFederated(
  queries: Queries,
  {
    subject,
    origin,
    deviceToken,
  }: { readonly subject: string; readonly origin: Origin; readonly deviceToken: string | null },
  now: Temporal.Instant,
): Promise<SignInAnswer> {
  const credentials = await findFederatedCredentials(queries, subject);
  if (credentials === undefined || !credentials.enabled)
    return { kind: 'refused', sentence: '您的统一身份认证还没有绑定本系统的账号，请联系本机关的系统管理员' };
  const known = deviceToken !== null && (await isKnownDevice(queries, credentials.id, deviceToken));
  return completeSignIn(
    queries,
    credentials.id,
    { origin, deviceToken: known ? deviceToken : null, way: 'federation' },
    now,
  );
}
