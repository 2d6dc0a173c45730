import { readingKey, readReadingKey, READING_CHOICES, STANDARD_READING } from '../../views/reading/reading.ts';
import type { Reading } from '../../views/reading/reading.ts';

export const READING_MODE_PATH = '/reading-mode';
const COOKIE = 'reading-mode';
const A_YEAR = 365 * 24 * 60 * 60;

/** The way of reading that the visitor's cookies ask for. */
export function readReadingMode(cookies: string | undefined): Reading {
  const key = new RegExp(`(?:^|;)\\s*${COOKIE}=(?<key>[\\w.]*)`).exec(cookies ?? '')?.groups?.['key'];
  return key === undefined ? STANDARD_READING : readReadingKey(key);
}

/** The cookie that keeps the way of reading for a year; it holds nothing about the person. */
export function readingModeCookie(reading: Reading): string {
  const key = readingKey(reading);
  return `${COOKIE}=${key}; Path=/; Max-Age=${key === '' ? 0 : A_YEAR}; SameSite=Lax; HttpOnly`;
}

function given<Value extends string>(values: readonly Value[], asked: unknown, before: Value): Value {
  return values.find(value => value === asked) ?? before;
}

/** The way of reading after a form has changed some of it; what is no choice changes nothing. */
export function changeReading(before: Reading, form: Readonly<Record<string, unknown>>): Reading {
  return {
    layout: given(READING_CHOICES.layout, form['layout'], before.layout),
    size: given(READING_CHOICES.size, form['size'], before.size),
    contrast: given(READING_CHOICES.contrast, form['contrast'], before.contrast),
    script: given(READING_CHOICES.script, form['script'], before.script),
  };
}

/** An address of this site to go back to: anything that a browser could take for another site leads to the home page. */
export function readBack(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[\x21-\x5B\x5D-\x7E]*$/.test(text) ? text : '/';
}
