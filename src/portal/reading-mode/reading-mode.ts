import type { ReadingMode } from '../../views/page-frame/page-frame.ts';

export const READING_MODE_PATH = '/reading-mode';
const COOKIE = 'reading-mode';
const A_YEAR = 365 * 24 * 60 * 60;

/** The mode of reading that the visitor's cookies ask for. */
export function readReadingMode(cookies: string | undefined): ReadingMode {
  const asked = (cookies ?? '').split(';').map(cookie => cookie.trim());
  return asked.includes(`${COOKIE}=large`) ? 'large' : 'standard';
}

/** The cookie that keeps the mode for a year; it holds nothing about the person. */
export function readingModeCookie(mode: ReadingMode): string {
  const lifetime = mode === 'large' ? A_YEAR : 0;
  return `${COOKIE}=${mode}; Path=/; Max-Age=${lifetime}; SameSite=Lax; HttpOnly`;
}

/** An address of this site to go back to: anything that a browser could take for another site leads to the home page. */
export function readBack(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[\x21-\x5B\x5D-\x7E]*$/.test(text) ? text : '/';
}
