import { chineseNumeral, type Citation } from '../../law/citation.ts';
import { OUTCOME_GROUPS, RESULTS_LABEL, TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'document-format', part: '7.3.3' };

/** The four levels of official documents, and how their ordinals are written. */
const LEVELS = ['一、', '（一）', '1.', '（1）'] as const;
type LevelName = (typeof LEVELS)[number];

type Ordinal = {
  readonly level: LevelName;
  readonly value: number;
  readonly written: string;
  readonly start: number;
  readonly hashes: number;
};

const NUMERALS = new Map(Array.from({ length: 60 }, (_, at) => [chineseNumeral(at + 1), at + 1] as const));
const HEADS: readonly { readonly level: LevelName; readonly pattern: RegExp }[] = [
  { level: '一、', pattern: /^([一二三四五六七八九十]{1,3})\s?[、.．，]/u },
  { level: '（一）', pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u },
  { level: '1.', pattern: /^(\d{1,2})[.．、](?!\d)/u },
  { level: '（1）', pattern: /^[（(](\d{1,2})[）)]/u },
];
/** A label of the form without its remark in brackets, whatever the width of the brackets. */
const labelOf = (line: string): string =>
  line
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/[\s“”"]/gu, '')
    .replace(/^(\d+)[、．]/u, '$1.')
    .replace(/（[^（）]{4,}）$/u, '');
const ROW_LABELS: ReadonlySet<string> = new Set(
  [...Object.values(TABLE_THREE_LABEL), ...OUTCOME_GROUPS.map(({ label }) => label), RESULTS_LABEL].map(labelOf),
);
const HASHES = /^(#{1,6})\s*/u;
/** 一是…二是…四是 within a paragraph. */
const COUNTED_POINT = /(?<=^|[。；：，;:\n])([一二三四五六七八九十]{1,2})是(?!否)/gu;

/** Ordinals that jump (一、二、四、), come twice, or are written in a form that is not the standard's; points 一是、二是 that jump. */
export function checkOrdinals(text: string): readonly Remark[] {
  const ordinals = ordinalsOf(text);
  return [...jumps(ordinals), ...forms(text, ordinals), ...headingLevels(ordinals), ...pointJumps(text)];
}

function ordinalsOf(text: string): readonly Ordinal[] {
  const found: Ordinal[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    const hashes = HASHES.exec(content);
    const body = content.slice(hashes?.[0].length ?? 0);
    if (body !== '' && !line.includes('\t') && !line.includes('|') && !isFormLabel(body)) {
      for (const { level, pattern } of HEADS) {
        const match = pattern.exec(body);
        const value = match === null ? undefined : (NUMERALS.get(match[1]!) ?? Number(match[1]));
        if (match !== null && value !== undefined && Number.isInteger(value)) {
          found.push({
            level,
            value,
            written: match[0],
            start: start + line.indexOf(body),
            hashes: hashes?.[1]!.length ?? 0,
          });
          break;
        }
      }
    }
    start += line.length + 1;
  }
  return found;
}

/** Rows of the report form's table three bear ordinals of their own (四、结转下年度继续办理). */
const isFormLabel = (line: string): boolean => ROW_LABELS.has(labelOf(line));

/** Numbering of one level goes on by one, or begins again at one. */
function jumps(ordinals: readonly Ordinal[]): readonly Remark[] {
  const last = new Map<LevelName, number>();
  const remarks: Remark[] = [];
  for (const { level, value, written, start } of ordinals) {
    for (const deeper of LEVELS.slice(LEVELS.indexOf(level) + 1)) last.delete(deeper);
    const before = last.get(level);
    if (before !== undefined && value !== before + 1 && value !== 1) {
      remarks.push({
        level: 'notice',
        span: { start, end: start + written.length },
        message:
          value === before
            ? `层次序号“${written}”重复。`
            : `层次序号从第${chineseNumeral(before)}跳到第${chineseNumeral(value)}，请核对是否漏项或者编错。`,
        suggestion: `核对序号，接上文应为第${chineseNumeral(before + 1)}`,
        basis: BASIS,
      });
    }
    last.set(level, value);
  }
  return remarks;
}

/** One remark per level and text for 一. and 1、 in place of 一、 and 1. */
function forms(text: string, ordinals: readonly Ordinal[]): readonly Remark[] {
  const isStandard: Readonly<Record<LevelName, (written: string, next: string) => boolean>> = {
    '一、': written => written.endsWith('、'),
    '（一）': (_, next) => next !== '、' && next !== '.',
    '1.': written => !written.endsWith('、'),
    '（1）': (_, next) => next !== '、' && next !== '.',
  };
  return LEVELS.flatMap(level => {
    const wrong = ordinals.filter(
      one => one.level === level && !isStandard[level](one.written, text[one.start + one.written.length] ?? ''),
    );
    const first = wrong[0];
    if (first === undefined) return [];
    return [
      {
        level: 'notice' as const,
        span: { start: first.start, end: first.start + first.written.length },
        message: `层次序号的写法不合规范，应当写作“${level}”的形式${wrong.length > 1 ? `（全文共${wrong.length}处）` : ''}。`,
        suggestion: `按“一、”“（一）”“1.”“（1）”四级书写`,
        basis: BASIS,
      },
    ];
  });
}

/** In marked-up text: ordinals of one level that bear headings of different depth. One remark per text. */
function headingLevels(ordinals: readonly Ordinal[]): readonly Remark[] {
  for (const level of LEVELS) {
    const [first, ...others] = ordinals.filter(one => one.level === level && one.hashes > 0);
    const other = others.find(({ hashes }) => hashes !== first?.hashes);
    if (first !== undefined && other !== undefined)
      return [
        {
          level: 'notice',
          span: { start: other.start, end: other.start + other.written.length },
          message: `同为“${level}”的标题，有的是${first.hashes}级标题、有的是${other.hashes}级标题，层级不一致。`,
          suggestion: '同一层次的标题用同一级别',
          basis: BASIS,
        },
      ];
  }
  return [];
}

function pointJumps(text: string): readonly Remark[] {
  const remarks: Remark[] = [];
  let before = 0;
  for (const match of text.matchAll(COUNTED_POINT)) {
    const value = NUMERALS.get(match[1]!) ?? 1;
    if (value !== 1 && value !== before + 1) {
      remarks.push({
        level: 'notice',
        span: { start: match.index, end: match.index + match[0].length },
        message:
          value === before ? `“${match[0]}”出现两次，请核对序号。` : `“${match[0]}”与上文序号不接续，请核对是否漏项。`,
        suggestion: `接上文应为“${chineseNumeral(before + 1)}是”`,
        basis: BASIS,
      });
    }
    before = value;
  }
  return remarks;
}
