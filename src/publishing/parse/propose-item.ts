import type { FlatBlock, TextCell } from '../../platform/document/block.ts';
import type { Body, BodyBlock } from '../rules/body.ts';
import { GENRES } from '../rules/item-kind.ts';
import type { Genre } from '../rules/item-kind.ts';

/** What a document seems to say of itself; a person looks at all of it before it is kept. */
export type ItemProposal = {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly genre: Genre | null;
  /** The name below the text. */
  readonly issuer: string | null;
  /** 成文日期 as YYYY-MM-DD. */
  readonly madeOn: string | null;
  readonly body: Body;
};

/** The head of a document stands in its first lines. */
const HEAD_LINES = 15;
const MOST_TITLE_LINES = 5;
const LONGEST_TITLE = 200;

const NUMBER =
  /^(?<prefix>[\u4e00-\u9fa5]{2,20})\s*[〔[［(（]\s*(?<year>(?:19|20)\d{2})\s*[〕\]］)）]\s*第?\s*(?<number>[1-9]\d*)\s*号$/u;
const ARABIC_DAY = /^(?<year>(?:19|20)\d{2})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日$/;
const CHINESE_DAY =
  /^(?<year>[〇○零一二三四五六七八九]{4})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日$/u;
/** 份号, 密级, 紧急程度, 签发人 and the name above the red line: no part of the title. */
const ABOVE_TITLE = /^(?:\d{6}|(?:绝密|机密|秘密).{0,12}|特急|加急|平急|签发人[：:].*|.{2,30}文件)$/u;
const TEXT_BEGINS = /[：:。；]$/;
const FIRST_LEVEL = /^[一二三四五六七八九十]{1,3}、[^。；]{1,40}$/u;
const NAME = /^[\u4e00-\u9fa5（）]{4,40}$/u;
/** The mark of the 公开属性, which the system makes. */
const MARK = /^（此件.{2,10}）$/u;

const DIGITS = '〇一二三四五六七八九';
const digitOf = (sign: string): number => DIGITS.indexOf(sign.replace(/[○零]/, '〇'));

function chineseNumber(text: string): number {
  if (!text.includes('十')) return digitOf(text);
  const [tens, ones] = text.split('十') as [string, string];
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}

function dayFrom(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

function dayOf(text: string): string | null {
  const arabic = ARABIC_DAY.exec(text)?.groups;
  if (arabic !== undefined) return dayFrom(Number(arabic['year']), Number(arabic['month']), Number(arabic['day']));
  const chinese = CHINESE_DAY.exec(text)?.groups;
  if (chinese === undefined) return null;
  const year = Number(Array.from(chinese['year']!, digitOf).join(''));
  return dayFrom(year, chineseNumber(chinese['month']!), chineseNumber(chinese['day']!));
}

function numberOf(text: string): string | null {
  const groups = NUMBER.exec(text)?.groups;
  return groups === undefined ? null : `${groups['prefix']}〔${groups['year']}〕${groups['number']}号`;
}

const textOf = (block: FlatBlock | undefined): string | null =>
  block?.kind === 'paragraph' ? block.text.trim() : null;

const endsAsTitle = (text: string): boolean => GENRES.some(genre => text.endsWith(genre));

type Head = {
  readonly title: string | null;
  readonly documentNumber: string | null;
  /** Where the text begins. */
  readonly end: number;
};

/** The lines above the text: what stands over the title, and the title on one line or several. */
function readHead(blocks: readonly FlatBlock[]): Head {
  let documentNumber: string | null = null;
  const lines: string[] = [];
  let at = 0;
  for (; at < Math.min(blocks.length, HEAD_LINES); at += 1) {
    const text = textOf(blocks[at]);
    if (text === null || TEXT_BEGINS.test(text) || FIRST_LEVEL.test(text)) break;
    if (text === '') continue;
    const number = numberOf(text);
    if (number !== null) documentNumber ??= number;
    else if (lines.length > 0 || !ABOVE_TITLE.test(text)) {
      if (lines.length === MOST_TITLE_LINES || endsAsTitle(lines.at(-1) ?? '')) break;
      lines.push(text);
    }
  }
  // A 文号 may also stand in brackets below the title.
  const below = textOf(blocks[at - 1])?.replaceAll(/^[（(]|[)）]$/g, '') ?? '';
  if (documentNumber === null && lines.length > 1 && numberOf(below) !== null) {
    documentNumber = numberOf(below);
    lines.pop();
  }
  const title = lines.join('').slice(0, LONGEST_TITLE);
  return { title: title === '' ? null : title, documentNumber, end: at };
}

function tableOf({ rows, cells }: Extract<FlatBlock, { kind: 'table' }>): BodyBlock {
  const ofRow = Map.groupBy(cells, ({ row }) => row);
  const cellOf = ({ text, row, rowSpan, columnSpan }: TextCell) => ({
    text: text.replaceAll(/\s*\n\s*/g, ' ').trim(),
    heading: row === 0,
    rowSpan: Math.min(rowSpan, 1000),
    columnSpan: Math.min(columnSpan, 100),
  });
  return {
    kind: 'table',
    caption: null,
    rows: Array.from({ length: rows }, (_, row) => (ofRow.get(row) ?? []).map(cellOf)),
  };
}

/** Word's own levels, and 一、 where a line is a heading by its look; level one is the title of the page. */
function paragraphOf(text: string, heading: number | undefined, isSignature: boolean): BodyBlock {
  if (heading !== undefined || FIRST_LEVEL.test(text))
    return { kind: 'heading', level: Math.min(Math.max((heading ?? 1) + 1, 2), 4) as 2 | 3 | 4, text };
  const inlines = [{ kind: 'text' as const, text }];
  return isSignature ? { kind: 'paragraph', inlines, align: 'end' } : { kind: 'paragraph', inlines };
}

/** The item that a document seems to be. Nothing is refused: what is not recognised is left for the person to fill in. */
export function proposeItem(document: readonly FlatBlock[]): ItemProposal {
  const blocks = document.filter(block => block.kind === 'table' || block.text.trim() !== '');
  const { title, documentNumber, end } = readHead(blocks);
  const dated = blocks.findLastIndex((block, index) => index >= end && dayOf(textOf(block) ?? '') !== null);
  const signer = dated > end ? textOf(blocks[dated - 1]) : null;
  const issuer = signer !== null && NAME.test(signer) ? signer : null;
  const body = blocks.slice(end).flatMap((block, offset): readonly BodyBlock[] => {
    const index = end + offset;
    if (block.kind === 'table') return block.cells.length === 0 ? [] : [tableOf(block)];
    const text = block.text.replaceAll(/\s*\n\s*/g, ' ').trim();
    if (MARK.test(text)) return [];
    return [paragraphOf(text, block.heading, index === dated || (index === dated - 1 && issuer !== null))];
  });
  return {
    title,
    documentNumber,
    genre: GENRES.find(genre => title?.endsWith(genre) === true) ?? null,
    issuer,
    madeOn: dated < 0 ? null : dayOf(textOf(blocks[dated]) ?? ''),
    body,
  };
}
