import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;
const FEWEST_DIFFERENT = 5;

/** Runs that a finger makes without thinking. */
const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

const LONGEST_FIRST = [...COMMON_WORDS].sort((one, other) => other.length - one.length);

const lettersOnly = (text: string) => text.replace(/[^a-z\u4e00-\u9fff]/g, '');

/** What is left when the runs and the common words are taken out: that much somebody had to think of. */
function thoughtOf(password: string): number {
  let rest = password;
  for (const word of LONGEST_FIRST) rest = rest.replaceAll(word, '');
  for (const run of RUNS)
    for (let length = run.length; length >= 4; length -= 1)
      for (let start = 0; start + length <= run.length; start += 1)
        rest = rest.replaceAll(run.slice(start, start + length), '');
  return new Set(rest).size;
}

/**
 * Whether a password may be chosen: long, not among the common ones, not made of the account's own names. Nothing is demanded
 * of its characters: rules of composition make passwords predictable. Refuses in one sentence.
 */
export function checkPassword(password: string, names: readonly string[]): Result<string, string> {
  const text = password.normalize('NFKC');
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD)
    return refuse(`密码至少 ${SHORTEST_PASSWORD} 个字符，现在是 ${length} 个；可以用一句只有自己知道的话`);
  if (length > LONGEST_PASSWORD) return refuse(`密码最多 ${LONGEST_PASSWORD} 个字符，请改短`);
  const folded = text.toLowerCase();
  if (new Set(folded).size < FEWEST_DIFFERENT) return refuse('密码里不同的字符太少，请换一个');
  const common = '这个密码太常见，容易被猜中，请换一个；可以用一句只有自己知道的话';
  if (COMMON_PASSWORDS.has(folded) || thoughtOf(folded) < FEWEST_DIFFERENT) return refuse(common);
  const letters = lettersOnly(folded);
  if (names.some(name => lettersOnly(name.toLowerCase()).length >= 2 && letters === lettersOnly(name.toLowerCase())))
    return refuse('密码不能只由自己的姓名或账号加数字组成，请换一个');
  return ok(text);
}
