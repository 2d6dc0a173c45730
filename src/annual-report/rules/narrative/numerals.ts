import { findChineseNumber } from './chinese-number.ts';
import type { FigureKind } from './figure.ts';

/**
 * A number as it stands in a text. `count` counts something, with its unit; every other kind names why it counts nothing.
 * `start` to `end` is the number itself, up to `after` its unit follows.
 */
export type Numeral = {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  /** Of an expression of several numbers the first. 1.2万 is 12000, 百分之三十 is 30. */
  readonly value: number;
  /** 件, 条, 万元 …; of a date or a year its last character, of a month without a day that month (11月). */
  readonly unit: string;
  readonly kind: NumeralKind;
  /** A stated rounding: half of the last printed place (1.2万 → 500); 0 for whole numbers. */
  readonly rounding: number;
  readonly written: 'digits' | 'chinese';
};
export type NumeralKind =
  | 'count'
  | Extract<
      FigureKind,
      | 'approximate'
      | 'ratio'
      | 'money'
      | 'year'
      | 'date'
      | 'time'
      | 'duration'
      | 'document-number'
      | 'article'
      | 'ordinal'
      | 'contact'
      | 'address'
      | 'name'
    >;

const SEARCH = /[0-9①-⑳零〇一二两三四五六七八九十百千]/g;

// Expressions that begin with a digit and count nothing, the longest first. All run lengths are bounded.
const EXPRESSIONS: readonly (readonly [NumeralKind, RegExp])[] = [
  ['date', /(?:19|20)\d{2}\s{0,2}[年.\-/]\s{0,2}\d{1,2}\s{0,2}[月.\-/]\s{0,2}\d{1,2}(?!\d)(?:\s{0,2}[日号])?/y],
  ['date', /(?:19|20)\d{2}(?:\s{0,2}年\s{0,2}|\s{0,2})\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}[日号])?/y],
  ['year', /(?:19|20)\d{2}\s{0,2}年?\s{0,2}(?:[-—–~至、和]{1,2})\s{0,2}(?:19|20)\d{2}\s{0,2}年/y],
  ['year', /(?:19|20)\d{2}\s{0,2}年/y],
  // 「2023全年」「2023末」: the 年 is left out.
  ['year', /(?:19|20)\d{2}(?=\s?(?:全年|上半年|下半年|财年|末|版|全区|全市|全县))/y],
  ['date', /\d{1,2}\s{0,2}月\s{0,2}\d{1,2}\s{0,2}[日号]/y],
  ['date', /\d{1,2}\s{0,2}月?\s{0,2}[-—–~至]{1,2}\s{0,2}\d{1,2}\s{0,2}月/y],
  ['date', /\d{1,2}\s{0,2}月(?!\d)/y],
  ['date', /\d{1,2}\s{0,2}日/y],
  ['contact', /0\d{2,3}[\s\-—－–)）]{0,3}\d{7,8}(?:[\s\-—转]{1,2}\d{1,6})?(?!\d)/y],
  ['contact', /1[3-9]\d{9}(?!\d)/y],
  ['contact', /\d{3,4}[-—－]\d{7,8}(?!\d)/y],
  ['contact', /400[-—]?\d{3,4}[-—]?\d{3,4}(?!\d)/y],
  ['time', /\d{1,2}[:：]\d{2}(?!\d)/y],
  ['time', /\d{1,2}\s{0,2}[时点](?:\s{0,2}\d{1,2}\s{0,2}分)?(?!间)/y],
];
const DOCUMENT_NUMBER = /(?:19|20)\d{2}\s{0,2}[〕\]】)）]\s{0,2}第?\s{0,2}\d{1,6}\s{0,2}号/y;
const SERIAL = /\d{1,6}\s{0,2}号/y;
const ADDRESS = /\d{1,6}\s{0,2}(?:号?(?:楼|室|层|栋|幢|单元|院|房)(?![^\s,，。；;、）)]{0,3}件))/y;
const LATIN = /[0-9A-Za-z_\-./=?&%#@:]+/y;
const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0\u2009]\d{3})+(?!\d)|\d+)(\.\d+)?/y;
const CHINESE = /[零〇一二两三四五六七八九十百千万]+/y;
const RANGE = /\s{0,2}[-~—–至]{1,2}\s{0,2}\d+(?:\.\d+)?/y;
const TAIL = /\s{0,3}([万亿])?\s{0,2}([余多几]{1,2})?\s{0,2}/y;
const UNIT =
  /个?工作日|个?百分点|个月|小时|分钟|万元|亿元|人次|条次|件次|场次|篇次|平方米|公里|周岁|元|天|日|周|年|%|‰|％|件|条|份|篇|次|宗|起|例|项|部|个|则|场|期|人|名|位|家|类|页|字|章|批|轮|处|块|台|套|本|册|张|幅|种|户|栏|卷|届|级|岁|倍|分|米|亩|吨/y;
const CHINESE_UNIT =
  /\s?(?:余|多)?\s?(个?工作日|个月|万元|人次|件|条|份|篇|次|宗|起|例|项|部|个|则|场|期|人|名|家|类|元|页)/y;
const DURATIONS = new Set(['个工作日', '工作日', '个月', '小时', '分钟', '天', '日', '周', '年', '岁', '周岁']);
const MONEY = new Set(['元', '万元', '亿元']);
const RATIOS = new Set(['%', '‰', '％', '百分点', '个百分点', '倍', '分']);
const FIXED_NAMES = new Set(['12345', '12333', '12388', '12366', '12315', '12328', '12369', '12329', '12320', '12393']);
// Characters before a Chinese numeral that make it part of another word: 统一, 进一步, 同一, 每一件 …
const WORD_BEFORE = /[统进同每某这那另任各哪唯单逐首专不划归万其]$/;
const WORD_AFTER = /^(?:次性|个个|条龙|件事|张网|份子|人员|个口子|站式|部分)/;

/** Every number in a folded text, in order, none twice: each run of digits lies in exactly one. */
export function listNumerals(text: string): readonly Numeral[] {
  const numerals: Numeral[] = [];
  SEARCH.lastIndex = 0;
  for (let found = SEARCH.exec(text); found !== null; found = SEARCH.exec(text)) {
    const at = found.index;
    const first = found[0];
    const numeral =
      first >= '0' && first <= '9'
        ? digitsAt(text, at)
        : first >= '①' && first <= '⑳'
          ? labelAt(at, at + 1, first.charCodeAt(0) - 0x245f, 'ordinal')
          : chineseAt(text, at);
    if (typeof numeral === 'number') {
      SEARCH.lastIndex = numeral;
      continue;
    }
    numerals.push(numeral);
    SEARCH.lastIndex = numeral.end;
  }
  return numerals;
}

function labelAt(start: number, end: number, value: number, kind: NumeralKind): Numeral {
  return { start, end, after: end, value, unit: '', kind, rounding: 0, written: 'digits' };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const firstNumberAt = (text: string, at: number) => Number(/^\d{1,15}/.exec(text.slice(at, at + 15))?.[0] ?? 0);

/** The last character before a place that is no space. */
function characterBefore(text: string, at: number): string {
  for (let index = at - 1; index >= 0 && index >= at - 4; index -= 1) {
    const character = text[index]!;
    if (!/\s/.test(character)) return character;
  }
  return '';
}

function expressionAt(text: string, at: number): Numeral | undefined {
  for (const [kind, pattern] of EXPRESSIONS) {
    const end = endOf(pattern, text, at);
    if (end !== undefined)
      return { ...labelAt(at, end, firstNumberAt(text, at), kind), unit: calendarUnit(text.slice(at, end)) };
  }
  return undefined;
}

/** The last character of a date (日, 年); of a month without a day the last month said (11月), which tells parts of a year. */
const calendarUnit = (written: string) => /\d{1,2}\s*月$/.exec(written)?.[0].replace(/\s/g, '') ?? written.at(-1)!;

/** A digit that names or numbers something: A4, 〔2021〕30号, 第711号, 20号, （1）, 1. at the head of a paragraph. */
function nameAt(text: string, at: number): Numeral | undefined {
  const before = characterBefore(text, at);
  const label = (end: number, kind: NumeralKind) => labelAt(at, end, firstNumberAt(text, at), kind);
  if (/[A-Za-z_@]$|[A-Za-z]=$|[A-Za-z./]\/$/.test(text.slice(Math.max(0, at - 2), at)))
    return label(endOf(LATIN, text, at)!, 'name');
  if (/[〔[【(（]/.test(before)) {
    const end = endOf(DOCUMENT_NUMBER, text, at);
    if (end !== undefined) return label(end, 'document-number');
    const ordinal = endOf(/\d{1,2}[)）]/y, text, at);
    if (ordinal !== undefined) return label(ordinal - 1, 'ordinal');
  }
  const number = endOf(/\d+/y, text, at)!;
  const next = /^\s{0,2}(.)/.exec(text.slice(number, number + 3))?.[1] ?? '';
  if (before === '第')
    return label(number, /[条款项章节]/.test(next) ? 'article' : next === '号' ? 'document-number' : 'ordinal');
  const serial = endOf(SERIAL, text, at);
  if (serial !== undefined && !/楼|[件条份]/.test(text[serial] ?? ''))
    return label(serial, /[路街道巷弄村里段坊苑园区镇口]/.test(before) ? 'address' : 'document-number');
  const address = endOf(ADDRESS, text, at);
  if (address !== undefined) return label(address, 'address');
  if (number - at <= 2 && /[.、)）]/.test(next) && /[^\s\d]/.test(text[number + 1] ?? ''))
    if (
      /^$|[。；;：:#*]/.test(before) ||
      /^\s*$/.test(text.slice(Math.max(text.lastIndexOf('\n', at), at - 8) + 1, at))
    )
      return label(number, 'ordinal');
  if (number - at >= 5) {
    if (FIXED_NAMES.has(text.slice(at, number)) && !/[件条份]/.test(next)) return label(number, 'name');
    if (
      /(?:电话|传真|邮编|邮政编码|邮码|QQ|手机|账号|号码)[^0-9，。；]{0,6}$/.test(text.slice(Math.max(0, at - 14), at))
    )
      return label(number, 'contact');
  }
  if (/^\s{0,2}(?:个?(?:部分|方面|环节|步骤|阶段|层面|大类|板块))/.test(text.slice(number, number + 6)))
    return label(number, 'name');
  if (/[A-Za-z]/.test(next) && number === text.indexOf(next, number)) return label(endOf(LATIN, text, at)!, 'name');
  return undefined;
}

function kindOf(unit: string, approximate: boolean): NumeralKind {
  if (DURATIONS.has(unit)) return 'duration';
  if (RATIOS.has(unit)) return 'ratio';
  if (approximate) return 'approximate';
  return MONEY.has(unit) ? 'money' : 'count';
}

function digitsAt(text: string, at: number): Numeral {
  const label = nameAt(text, at) ?? expressionAt(text, at);
  if (label !== undefined) return label;
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text)!;
  const end = NUMBER.lastIndex;
  const range = endOf(RANGE, text, end);
  TAIL.lastIndex = range ?? end;
  const [, scale, about] = TAIL.exec(text)!;
  const unitAt = TAIL.lastIndex;
  const money = scale !== undefined && text[unitAt] === '元';
  const afterUnit = endOf(UNIT, text, money ? unitAt - 1 : unitAt);
  const unit = afterUnit === undefined ? '' : text.slice(money ? unitAt - 1 : unitAt, afterUnit).replace(/\s/g, '');
  const factor = scale === undefined || money ? 1 : scale === '万' ? 1e4 : 1e8;
  const decimals = match[1] === undefined ? 0 : match[1].length - 1;
  const value = Number(match[0].slice(0, 400).replace(/[^\d.]/g, ''));
  const rounded = decimals > 0 || factor > 1;
  return {
    start: at,
    end: range ?? (money || scale === undefined ? end : scaleEnd(text, end)),
    after: afterUnit ?? range ?? end,
    value: Number((value * factor).toFixed(6)),
    unit,
    kind: kindOf(unit, range !== undefined || about !== undefined),
    rounding: rounded ? (factor * 10 ** -decimals) / 2 : 0,
    written: 'digits',
  };
}

/** The end of 万 or 亿 after a number. */
function scaleEnd(text: string, at: number): number {
  return endOf(/\s{0,3}[万亿]/y, text, at) ?? at;
}

const ORDINAL_AFTER = /^(?:是|要|、|来(?=[^自]))/;

/** A Chinese numeral, or where to go on searching when the characters are part of a word. */
function chineseAt(text: string, at: number): Numeral | number {
  const end = endOf(CHINESE, text, at)!;
  const written = text.slice(at, Math.min(end, at + 13));
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  const value = findChineseNumber(written);
  if (value === undefined) return end;
  const label = (kind: NumeralKind): Numeral => ({ ...labelAt(at, end, value, kind), written: 'chinese' });
  // 第三方 and 三类内部事务信息 are names, 六个部分 says how a text is made.
  if (/^(?:方|季度|类(?:内部|过程)|个?(?:部分|方面|环节|步骤|阶段|层面|大类|板块))/.test(text.slice(end, end + 4)))
    return end;
  if (/第[（(]?$/.test(before)) {
    const article = /^[)）]?\s?[条款项章节]/.test(text.slice(end, end + 3));
    return article ? label('article') : /^[)）]?\s?[一-龥]/.test(text.slice(end, end + 3)) ? label('ordinal') : end;
  }
  if (/[（(]$/.test(before) && /^[)）]/.test(text.slice(end, end + 1))) return label('ordinal');
  if (
    /(?:^|[\s。；;：:，,#])$/.test(text.slice(Math.max(0, at - 1), at)) &&
    ORDINAL_AFTER.test(text.slice(end, end + 3))
  )
    return label('ordinal');
  if (before.endsWith('百分之')) return label('ratio');
  CHINESE_UNIT.lastIndex = end;
  const unit = CHINESE_UNIT.exec(text);
  if (unit === null || WORD_BEFORE.test(before) || WORD_AFTER.test(text.slice(end, end + 4))) return end;
  const approximate = /[余多]/.test(unit[0].slice(0, 2));
  return { ...label(kindOf(unit[1]!, approximate)), after: CHINESE_UNIT.lastIndex, unit: unit[1]! };
}
