import { randomBytes } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { base32Of, findStep, newSecret } from '../../platform/one-time-code/one-time-code.ts';
import { isPassword } from '../../platform/password/password-hash.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { StaffId } from '../rules/staff-id.ts';
import {
  confirmTotp,
  lockCredentials,
  removeTotp,
  replaceRecoveryCodes,
  saveTotpSecret,
} from '../store/credential.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';
import { recoveryDigest, totpContext } from './confirm-second-factor.ts';

type Tools = { readonly queries: Queries; readonly sealing: Sealing };

const RECOVERY_CODES = 10;

/** Eighty bits in four groups, such as K7QM-2XWA-PD5R-H3BN. */
function newRecoveryCode(): string {
  return base32Of(randomBytes(10)).replace(/(.{4})(?=.)/g, '$1-');
}

async function note(transaction: Queries, staff: StaffId, event: string, now: Temporal.Instant): Promise<void> {
  const member = await findStaffMember(transaction, staff);
  await appendJournal(transaction, {
    at: now,
    agency: member?.agency ?? null,
    actor: { kind: 'officer', id: staff },
    event,
    subject: `staff:${staff}`,
    detail: {},
  });
}

/** Makes a secret for an authenticator, or gives the one that waits to be confirmed. Refuses where one is in use. */
export async function beginSecondFactor({ queries, sealing }: Tools, staff: StaffId): Promise<Result<string, string>> {
  return queries.transaction().execute(async transaction => {
    const credentials = await lockCredentials(transaction, staff);
    if (credentials?.totpConfirmed === true) return refuse('已经绑定了验证器；要换一个，请先解除绑定');
    if (credentials !== undefined && credentials.totpSecret !== null)
      return ok(sealing.open(credentials.totpSecret, totpContext(staff)));
    const secret = newSecret();
    await saveTotpSecret(transaction, staff, sealing.seal(secret, totpContext(staff)));
    return ok(secret);
  });
}

/** Confirms the secret with a first code and gives the recovery codes, which are known only now. */
export async function enrolSecondFactor(
  { queries, sealing }: Tools,
  staff: StaffId,
  code: string,
  now: Temporal.Instant,
): Promise<Result<readonly string[], string>> {
  return queries.transaction().execute(async transaction => {
    const credentials = await lockCredentials(transaction, staff);
    if (credentials === undefined || credentials.totpSecret === null || credentials.totpConfirmed)
      return refuse('请先开始绑定验证器');
    const secret = sealing.open(credentials.totpSecret, totpContext(staff));
    const step = findStep(secret, code.replace(/\s/g, ''), now, null);
    if (step === undefined) return refuse('动态口令不对，请输入验证器上最新的六位数字；一直不对，请核对手机的时间');
    await confirmTotp(transaction, staff, step, now);
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const digests = codes.map(one => recoveryDigest(sealing, staff, one));
    await replaceRecoveryCodes(transaction, staff, digests);
    await note(transaction, staff, 'second-factor-enrolled', now);
    return ok(codes);
  });
}

/** Takes the second factor off one's own account, with the password as proof. */
export async function giveUpSecondFactor(
  { queries }: Pick<Tools, 'queries'>,
  staff: StaffId,
  password: string,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return queries.transaction().execute(async transaction => {
    const credentials = await lockCredentials(transaction, staff);
    if (!(await isPassword(password, credentials?.passwordHash ?? null))) return refuse('密码不对，请重新输入');
    await removeTotp(transaction, staff);
    await note(transaction, staff, 'second-factor-removed', now);
    return ok(null);
  });
}
