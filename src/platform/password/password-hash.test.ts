import { expect, test } from 'vitest';
import { hashPassword, isOutdatedHash, isPassword } from './password-hash.ts';

test('a password is recognised by its hash, in whatever form of Unicode it is typed, and no other is', async () => {
  const hash = await hashPassword('望江路上的海棠é');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
  expect(await isPassword('望江路上的海棠e\u0301', hash)).toBe(true);
  expect(await isPassword('望江路上的海棠e', hash)).toBe(false);
  expect(await hashPassword('望江路上的海棠é')).not.toBe(hash);
});

test('a hash made elsewhere with the reference implementation is understood', async () => {
  // argon2 of the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1`
  const foreign = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword('password', foreign)).toBe(true);
  expect(isOutdatedHash(foreign)).toBe(true);
  expect(isOutdatedHash(await hashPassword('x'))).toBe(false);
});

test('without an account the answer takes as long as with one', async () => {
  const hash = await hashPassword('correct horse battery');
  const timed = async (phc: string | null) => {
    const start = performance.now();
    expect(await isPassword('something else entirely', phc)).toBe(false);
    return performance.now() - start;
  };
  await timed(hash);
  const [known, unknown] = [await timed(hash), await timed(null)];
  expect(unknown).toBeGreaterThan(known / 3);
});
