import { canonicalLabel, foldedText } from './canonical-label.ts';
import type { CanonicalLabel } from './canonical-label.ts';
import { editDistance } from './edit-distance.ts';
import { TRADITIONAL_FORMS } from './traditional-forms.ts';
import { FORM_LABELS } from './form-label.ts';
import type { FormLabel, LabelMeaning } from './form-label.ts';

/** A label of the form found in a text. `cost` is 0 for the form's own words, up to 1 for the remotest likeness accepted. */
export type LabelFound = { readonly meaning: LabelMeaning; readonly label: string; readonly cost: number };

const LONGEST = 160;
const BY_CORE: ReadonlyMap<string, FormLabel> = new Map(FORM_LABELS.map(label => [label.core, label]));
const BLOCK = /^[(（]?(?:条例)?第?二十条(?:第一款)?第?[(（]?([一五六八九]|[15689])[)）]?项?[:：]?$/;
const BLOCK_NUMERAL: Readonly<Record<string, string>> = { 1: '一', 5: '五', 6: '六', 8: '八', 9: '九' };
const SHORT_LABELS = FORM_LABELS.filter(({ core }) => core.length < 4);
const LONG_LABELS = FORM_LABELS.filter(({ core }) => core.length >= 4);

const exactly = (meaning: LabelMeaning, label: string): LabelFound => ({ meaning, label, cost: 0 });

function numbered({ core, ordinal, numbering }: CanonicalLabel): LabelFound | undefined {
  if (core === '总计' && numbering === 'group') return exactly({ kind: 'row-three', row: 'settled' }, '（七）总计');
  if (core === '其他' && numbering === 'group')
    return { ...exactly({ kind: 'group-three', group: 'closed' }, '（六）其他处理'), cost: 0.1 };
  if (core === '其他' && numbering === 'item' && ordinal === 3)
    return exactly({ kind: 'row-three', row: 'closed.other' }, '3.其他');
  return undefined;
}

/** The block heading of table two: 第二十条第（一）项, also without 第, with other brackets or an Arabic numeral. */
function findBlock(text: string): LabelFound | undefined {
  if (text.length > 24) return undefined;
  const numeral = BLOCK.exec(foldedText(text).replace(/條/g, '条').replace(/項/g, '项'))?.[1];
  if (numeral === undefined) return undefined;
  const item = BLOCK_NUMERAL[numeral] ?? numeral;
  return { meaning: { kind: 'block', item }, label: `第二十条第（${item}）项`, cost: 0 };
}

/** 1 for every UTF-16 unit that occurs in some label, traditional forms included. */
const VOCABULARY = new Uint8Array(0x10000);
for (const word of [
  ...FORM_LABELS.map(({ core }) => core),
  '它档案资讯专第条项款二十一三四五六七八九',
  ...TRADITIONAL_FORMS,
])
  for (let index = 0; index < word.length; index += 1) VOCABULARY[word.charCodeAt(index)] = 1;
const HEAD = 12;
const [BRACKET, WIDE_BRACKET] = [0x28, 0xff08];

/**
 * Whether a text can be a label at all: most of its first characters occur in some label. Tells quickly, because a page may have
 * very many texts and few labels.
 */
export function mayBeLabel(text: string): boolean {
  let [known, strange] = [0, 0];
  for (let index = 0; index < text.length && known + strange < HEAD; index += 1) {
    const code = text.charCodeAt(index);
    // What stands in brackets behind a name is an explanation.
    if ((code === BRACKET || code === WIDE_BRACKET) && known >= 2 && strange === 0) return true;
    if (code < 0x2e80 || (code >= 0x3000 && code < 0x3040) || code >= 0xff00) continue;
    // Radicals and compatibility forms stand for characters that only folding shows.
    if (code < 0x2fe0 || code >= 0xf900 || VOCABULARY[code] === 1) known += 1;
    else strange += 1;
  }
  return known > 0 && strange * 2 <= known;
}

/** A label of the form in its own words; spaces, widths, numbering and traditional characters do not matter. */
export function findExactLabel(text: string): LabelFound | undefined {
  if (text.length > LONGEST * 2 || !mayBeLabel(text)) return undefined;
  const block = findBlock(text);
  if (block !== undefined) return block;
  const canonical = canonicalLabel(text);
  const special = numbered(canonical);
  if (special !== undefined) return special;
  const label = BY_CORE.get(canonical.core);
  if (label === undefined) return undefined;
  return { meaning: label.meaning, label: label.label, cost: label.isAlias ? 0.05 : 0 };
}

/** A short label with an explanation in brackets behind it: 规章（设区的市…）. */
function findExplained(text: string): LabelFound | undefined {
  const folded = foldedText(text);
  const bracket = folded.search(/.[([{〔]/) + 1;
  if (bracket < 2) return undefined;
  const head = canonicalLabel(folded.slice(0, bracket));
  const label = BY_CORE.get(head.core);
  if (label === undefined || label.meaning.kind === 'other' || label.meaning.kind === 'total') return undefined;
  return { meaning: label.meaning, label: label.label, cost: 0.15 };
}

/** How far a text may be from a label of so many characters: short ones not at all, 4 to 7 by one, longer ones by a third. */
const tolerance = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : Math.floor(length / 3));

const UNITS_OF: ReadonlyMap<FormLabel, ReadonlySet<number>> = new Map(
  LONG_LABELS.map(label => [label, new Set(Array.from(label.core, (_, index) => label.core.charCodeAt(index)))]),
);

/** Characters of a text that a label does not have at all: each of them costs at least one edit. */
function strangersIn(core: string, label: FormLabel): number {
  const units = UNITS_OF.get(label)!;
  let strangers = 0;
  for (let index = 0; index < core.length; index += 1) if (!units.has(core.charCodeAt(index))) strangers += 1;
  return strangers;
}

function likenessOf(core: string, label: FormLabel, mayBeLonger: boolean): number | undefined {
  if (label.core.startsWith(core) && core.length >= 4 && core.length >= label.core.length / 4)
    return 0.1 + 0.2 * (1 - core.length / label.core.length);
  if (mayBeLonger && core.startsWith(label.core))
    return 0.1 + 0.2 * Math.min(1, (core.length - label.core.length) / 40);
  const limit = Math.min(tolerance(core.length), tolerance(label.core.length));
  if (limit === 0) return undefined;
  if (strangersIn(core, label) > limit) return undefined;
  const distance = editDistance(core, label.core, limit);
  return distance > limit ? undefined : 0.2 + distance / label.core.length;
}

/**
 * The label of the form that a text is most likely to be, with characters dropped, added or changed, cut short or explained at
 * length. Undefined where none is near, or where two are about as near: never a guess between two rows.
 * `mayBeLonger` is whether words behind the label may be an explanation; they may not where the text was put together from several.
 */
export function findLikelyLabel(text: string, mayBeLonger = true): LabelFound | undefined {
  const exact = findExactLabel(text);
  if (exact !== undefined) return exact;
  if (text.length > 600 || !mayBeLabel(text)) return undefined;
  const explained = findExplained(text);
  if (explained !== undefined) return explained;
  const { core } = canonicalLabel(text);
  if (core.length < 4 || core.length > LONGEST) return undefined;
  const near = LONG_LABELS.flatMap(label => {
    const cost = likenessOf(core, label, mayBeLonger);
    return cost === undefined ? [] : [{ label, cost }];
  }).sort((a, b) => a.cost - b.cost);
  const [best] = near;
  if (best === undefined) return undefined;
  const rival = near.find(({ label }) => label.label !== best.label.label);
  if (rival !== undefined && rival.cost - best.cost < 0.08) return undefined;
  return { meaning: best.label.meaning, label: best.label.label, cost: Math.min(1, best.cost) };
}

const CAPTIONS = FORM_LABELS.filter(
  ({ meaning }) => meaning.kind === 'group-three' || meaning.kind === 'caption-three',
);

/** Whether a text is a piece of a caption or a group label that was broken over several lines: 三、本年 / 度办 / 理结果. */
export function isCaptionFragment(text: string): boolean {
  const { core } = canonicalLabel(text);
  if (core === '') return true;
  if (core.length > 12) return false;
  return CAPTIONS.some(label => label.core.includes(core)) || /^[一二三四五六七八九十]$/.test(core);
}

/** Whether a text begins with a label of table two or three: then it is a cell, however long its explanation. */
export function beginsWithLabel(text: string): boolean {
  if (!mayBeLabel(text)) return false;
  if (findExplained(text.slice(0, 600)) !== undefined) return true;
  const start = canonicalLabel(text.slice(0, 20)).core;
  return SHORT_LABELS.some(({ core }) => start === core);
}
