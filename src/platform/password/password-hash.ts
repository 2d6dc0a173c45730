import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** Memory in KiB, passes, lanes: above what OWASP asks for (19 MiB, 2, 1), about a seventh of a second. */
const COST = { memory: 32_768, passes: 3, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** One after the other, two at most: a flood of sign-ins must not take the machine's memory. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

// People type the same character in several encodings of Unicode; a password is compared in one.
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

const run = (password: string, nonce: Uint8Array, cost: Cost, tagLength: number) =>
  inTurn(() => derive('argon2id', { message: bytesOf(password), nonce, tagLength, ...cost }));

/** The password's argon2id hash as a PHC string, which holds salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await run(password, salt, COST, HASH_BYTES);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

// No password has it: made from nothing that anybody knows.
const NOBODY = { salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

/** Whether the password is the hashed one. Without a hash it takes the same time and is false: nobody learns who has an account. */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc ?? '') ?? [];
  if (salt === undefined || hash === undefined) {
    await run(password, NOBODY.salt, COST, HASH_BYTES);
    return false;
  }
  const expected = Buffer.from(hash, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await run(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return timingSafeEqual(given, expected);
}

/** Whether a hash was made at a lower cost than today's and should be made again at the next sign-in. */
export function isOutdatedHash(phc: string): boolean {
  const [, memory, passes] = PHC.exec(phc) ?? [];
  return Number(memory) < COST.memory || Number(passes) < COST.passes;
}
