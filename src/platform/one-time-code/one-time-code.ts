import { createHmac, randomBytes } from 'node:crypto';

/** RFC 6238 as every authenticator app knows it: HMAC-SHA-1, six digits, a new code every thirty seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones go wrong: the code before and the one after count too. */
const TOLERATED_STEPS = 1;
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as RFC 4648 base32, without padding. */
export function base32Of(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map(five => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(base32: string): Uint8Array {
  const bits = base32
    .split('')
    .map(letter => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], eight => Number.parseInt(eight, 2));
}

/** A new secret of 160 bits in base32. */
export const newSecret = (): string => base32Of(randomBytes(SECRET_BYTES));

export const stepAt = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1000 / STEP_SECONDS);

/** The code of a time step (RFC 4226, 5.3). */
export function codeOf(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = digest.at(-1)! & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0');
}

/** The time step whose code this is, or undefined. Steps up to `lastStep` are used up: a code works once. */
export function findStep(
  secret: string,
  code: string,
  now: Temporal.Instant,
  lastStep: number | null,
): number | undefined {
  const current = stepAt(now);
  for (let step = current - TOLERATED_STEPS; step <= current + TOLERATED_STEPS; step += 1)
    if (step > (lastStep ?? -1) && codeOf(secret, step) === code) return step;
  return undefined;
}

/** The address that an authenticator app reads from the picture. */
export function enrolmentAddress(secret: string, account: string, issuer: string): string {
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: String(DIGITS), period: '30' });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query.toString().replaceAll('+', '%20')}`;
}
