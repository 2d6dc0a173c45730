import { randomInt } from 'node:crypto';

// Without 0/o, 1/l/i: it is read from a screen or over the telephone.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of about 79 bits for handing over, such as `hk4m-w9pq-t2xv-e7cd`; it must be changed at the first sign-in. */
export function newOneTimePassword(): string {
  return Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
}
