import { randomInt } from 'node:crypto';

/** No 0, O, 1, I: what is read over the telephone must not be misheard for another. */
const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that people read, type and spell out; five bits a character. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => CHARACTERS[randomInt(CHARACTERS.length)]!).join('');
}

/** ABCD-EFGH-JKLM, as it is printed. */
export function codeInGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}
