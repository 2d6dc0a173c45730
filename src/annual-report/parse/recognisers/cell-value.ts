import type { CellUnit } from '../../../law/report-form/cells.ts';
import type { Cell, Place, ReadKind, UnreadKind } from '../../rules/cell.ts';
import { findChineseNumber } from '../../rules/narrative/chinese-number.ts';
import { foldRadicals } from '../../../kernel/cjk-radicals.ts';

const LONGEST = 60;
const PLAIN = /^\d{1,15}(?:\.\d{1,10})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,10})?$/;
const WITH_UNIT = /^(.{1,24}?)\(?(亿元|万元|元|件|条|项|个|份|宗|起|次|件次|人次|部|篇|万)\)?$/;
const SIGNED = /^(?:([+-])|(增加|增长|增|上升)|(减少|下降|减|负))\(?(.{1,24}?)\)?$/;
const DASH = /^[/\\\-—–―_~─━一]{1,6}$/;
const CHINESE = /^[零〇一二两三四五六七八九十百千万]{1,12}$/;
const WORDS_FOR_NOTHING = /^(?:无|暂无|没有|未统计|不涉及|N\/?A|null|nil|x|\*{1,3}|\?{1,3}|#{1,8}|不详|空)$/i;

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', ensp: ' ', emsp: ' ', amp: '&', lt: '<', gt: '>' };

/** White space, also that of broken pages: `&nbsp;` as text, and the `?` or `聽` that a no-break space became in the wrong encoding. */
function trimmedOf(raw: string): string {
  return raw
    .replace(/&(nbsp|ensp|emsp|amp|lt|gt);?/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[\s\u00A0\u200B-\u200F\u2060\u3000\uFEFF\uFFFD]+/g, ' ')
    .replace(/^[?？聽 ]+(?=\d)/, '')
    .replace(/(?<=\d)[?？聽 ]+$/, '')
    .trim();
}

/** Digits, signs and points of one width. Circled and raised digits stay: they are footnotes, not numbers. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９．，＋－﹣−（）／＼＿～]/g, mark =>
    mark === '−' || mark === '﹣' ? '-' : String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );

type Read = { readonly kind: ReadKind; readonly value: number };

/** A number times a power of ten, without the rounding of floating point: 251000 元 is 25.1 万元. */
function scaled(number: string, exponent: number): number {
  return Number(`${number.replaceAll(',', '')}e${exponent}`);
}

function readNumber(text: string, exponent = 0): Read | undefined {
  if (PLAIN.test(text)) return { kind: 'number', value: scaled(text, exponent) };
  if (GROUPED.test(text)) return { kind: 'grouped', value: scaled(text, exponent) };
  return undefined;
}

/** What a unit printed in a cell does to its number: only 元 and 亿元 in a column of 万元 change it. */
function exponentOf(printed: string, unit: CellUnit): number {
  if (unit === 'wan-yuan') return { 元: -4, 亿元: 4 }[printed] ?? 0;
  return printed === '万' ? 4 : 0;
}

function readWithUnit(text: string, unit: CellUnit): Read | undefined {
  const [, number, printed] = WITH_UNIT.exec(text) ?? [];
  if (number === undefined || printed === undefined) return undefined;
  if (printed === '万' && unit !== 'count' && unit !== 'signed') {
    const read = readNumber(number.trim());
    return read && { kind: 'with-unit', value: read.value };
  }
  const read = readNumber(number.trim(), exponentOf(printed, unit));
  return read && { kind: 'with-unit', value: read.value };
}

function readSigned(text: string, unit: CellUnit): Read | undefined {
  const [, sign, , less, number] = SIGNED.exec(text) ?? [];
  if (number === undefined) return undefined;
  const read = readNumber(number.trim()) ?? readWithUnit(number.trim(), unit);
  if (read === undefined) return undefined;
  const negative = sign === '-' || less !== undefined;
  return { kind: 'signed', value: negative && read.value !== 0 ? -read.value : read.value };
}

function readChinese(text: string): Read | undefined {
  // A lone 一 is more often a dash than the number one.
  if (!CHINESE.test(text) || text === '一') return undefined;
  const value = findChineseNumber(text);
  return value === undefined ? undefined : { kind: 'chinese-numeral', value };
}

/**
 * One cell of a table as read. A blank is `blank`, `/`, `-`, `—` and `_` are a `dash`, what is no number is `not-a-number`; these
 * have no value. Thousands separators only count where they stand every three digits. In a column of 万元 an amount printed with
 * 元 or 亿元 is converted (25.1 for 251000元); any other unit stays in `raw` and leaves the number as it is.
 */
export function readCell(raw: string, unit: CellUnit, place?: Place): Cell {
  const where = place === undefined ? {} : { place };
  const unread = (kind: UnreadKind): Cell => ({ kind, value: null, raw: raw.slice(0, 500), ...where });
  // Nearly every cell of a report is a short plain number.
  if (PLAIN.test(raw)) return { kind: 'number', value: Number(raw), raw, ...where };
  const trimmed = trimmedOf(raw);
  if (trimmed === '') return unread('blank');
  if (trimmed.length > LONGEST) return unread('not-a-number');
  const text = halfWidth(foldRadicals(trimmed));
  if (text !== '一' && DASH.test(text)) return unread('dash');
  const read = readNumber(text) ?? readWithUnit(text, unit) ?? readSigned(text, unit) ?? readChinese(text);
  if (read === undefined || !Number.isFinite(read.value)) return unread('not-a-number');
  const kind = read.kind === 'number' && /[０-９]/.test(trimmed) ? 'full-width' : read.kind;
  return { kind, value: read.value, raw: raw.trim(), ...where };
}

/** Whether a text can only be the content of a data cell: a number in any form, a dash, a word for nothing. Blank is not. */
export function isDatum(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (PLAIN.test(text)) return true;
  const trimmed = trimmedOf(text);
  if (trimmed === '' || isPageNumber(text)) return false;
  if (WORDS_FOR_NOTHING.test(trimmed)) return true;
  if (/^[+-]\(?\d{0,6}\)?\s?[+-]\(?\d{0,6}\)?$/.test(halfWidth(trimmed))) return true;
  const { kind } = readCell(trimmed, 'signed');
  if (kind === 'chinese-numeral') return trimmed.length <= 4 && !/^[一二三四五六七]$/.test(trimmed);
  return kind !== 'not-a-number' && kind !== 'blank';
}

/** Whether a text is a page number in a form that no data cell has: -3-, — 3 —, 第3页, 3 / 8. */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—–―·~－]\s{0,3}\d{1,4}\s{0,3}[-—–―·~－]|第?\s{0,2}\d{1,4}\s{0,2}页(?:\s{0,2}[,，/共]{0,2}\s{0,2}\d{1,4}\s{0,2}页)?|\d{1,4}\s{0,2}\/\s{0,2}\d{1,4})$/.test(
    text.trim(),
  );
}
