import { z } from 'zod';

const CONTROL = /[[\p{Cc}\p{Cf}]--[\n\u200C\u200D]]/gv;

/** One line as it is kept: no invisible characters, single spaces, none at the ends. */
export const oneLine = (text: string): string => text.replaceAll(CONTROL, ' ').replaceAll(/\s+/g, ' ').trim();

/** Several lines as they are kept: line breaks stay, three and more in a row become two. */
export const severalLines = (text: string): string =>
  text
    .replaceAll(CONTROL, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const tooLong = (label: string, longest: number) => `${label}最多 ${longest} 个字，请写得简短一些`;

/** A line that must be filled in; `missing` says what to do where it is not. */
export const requiredLine = (label: string, longest: number, missing = `请填写${label}`) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, missing).max(longest, tooLong(label, longest)));

/** A line that may stay empty: then null. */
export const optionalLine = (label: string, longest: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(longest, tooLong(label, longest)))
    .transform(text => (text === '' ? null : text));

export const requiredText = (label: string, longest: number, missing = `请填写${label}`) =>
  z
    .string()
    .transform(severalLines)
    .pipe(z.string().min(1, missing).max(longest, tooLong(label, longest)));

export const optionalText = (label: string, longest: number) =>
  z
    .string()
    .transform(severalLines)
    .pipe(z.string().max(longest, tooLong(label, longest)))
    .transform(text => (text === '' ? null : text));
