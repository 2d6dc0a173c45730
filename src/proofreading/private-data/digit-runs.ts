/**
 * A number as written: its digits (half width; the last may be X), where it stands, and how many digits each group had when it was
 * broken by single spaces or hyphens.
 */
export type WrittenNumber = {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly number[];
  /** Whether more groups of the same run stand directly before or after. */
  readonly isPart: boolean;
};

type Group = { readonly digits: string; readonly start: number; readonly end: number };

/** The longest number looked for: a bank card. The shortest: a telephone number with its area code. */
const LONGEST = 19;
const SHORTEST = 10;
const IDENTITY_LENGTH = 18;

const digitAt = (text: string, at: number): string | null => {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return text[at]!;
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 0x30);
  return null;
};
const isX = (text: string, at: number): boolean => /[XxＸｘ]/u.test(text[at] ?? '');
const isLetter = (text: string, at: number): boolean => /[A-Za-z_]/u.test(text[at] ?? '');
const isSeparator = (text: string, at: number): boolean => /[ \u00a0\u3000\-－–—]/u.test(text[at] ?? '');

/**
 * Every reading of the digits of a text as one number of 10 to 19 digits: each group alone, and each with the groups that follow it
 * after a single separator. Numbers that touch a letter are left out (a code, not a number), and so are parts of decimals.
 */
export function* writtenNumbers(text: string): Generator<WrittenNumber> {
  let at = 0;
  while (at < text.length) {
    if (digitAt(text, at) === null) {
      at++;
      continue;
    }
    const run: Group[] = [];
    const touchesLetter =
      isLetter(text, at - 1) || (/[.．]/u.test(text[at - 1] ?? '') && digitAt(text, at - 2) !== null);
    for (;;) {
      const start = at;
      let digits = '';
      for (let digit = digitAt(text, at); digit !== null; digit = digitAt(text, ++at))
        if (digits.length <= LONGEST) digits += digit;
      if (isX(text, at) && !isLetter(text, at + 1) && digitAt(text, at + 1) === null) {
        digits += 'X';
        at++;
      }
      run.push({ digits, start, end: at });
      if (!(isSeparator(text, at) && digitAt(text, at + 1) !== null)) break;
      at++;
    }
    const fraction = /[.．]/u.test(text[at] ?? '') && digitAt(text, at + 1) !== null;
    if (!touchesLetter && !isLetter(text, at) && !fraction) yield* readingsOf(run);
  }
}

function* readingsOf(run: readonly Group[]): Generator<WrittenNumber> {
  for (let first = 0; first < run.length; first++) {
    let digits = '';
    const groups: number[] = [];
    for (let last = first; last < run.length; last++) {
      const group = run[last]!;
      digits += group.digits;
      groups.push(group.digits.length);
      if (digits.length > LONGEST) break;
      if (digits.length < SHORTEST || !isPlausible(digits, groups)) continue;
      const isPart = first > 0 || last + 1 < run.length;
      yield { digits, start: run[first]!.start, end: group.end, groups: [...groups], isPart };
    }
  }
}

/** Figures of a table stand side by side like the groups of a number; single digits count only when there are as many as a citizen's number has. */
const isPlausible = (digits: string, groups: readonly number[]): boolean =>
  groups.length === 1 ||
  !groups.includes(1) ||
  (groups.length === IDENTITY_LENGTH && digits.length === IDENTITY_LENGTH);
