import type { Count } from './counts.ts';

/**
 * Numbers of one sentence that are said to add up and do not. `exceeding-part`: one part is larger than the whole;
 * `exceeding-sum`: the parts are more than the whole; `short-sum`: a complete list is less; `unequal`: an equation is wrong;
 * `over-hundred`: shares of one whole exceed 100 %.
 */
export type BrokenSum = {
  readonly kind: 'exceeding-part' | 'exceeding-sum' | 'short-sum' | 'unequal' | 'over-hundred';
  readonly total: number;
  readonly sum: number;
  readonly parts: readonly number[];
  readonly unit: string;
  /** From the whole to the last part, in the text. */
  readonly start: number;
  readonly end: number;
  /** The parts may overlap: channels that publish the same text, or words that say so. */
  readonly overlapping: boolean;
  /** The sentence leaves no doubt which numbers are the parts. */
  readonly certain: boolean;
};

type Opening = 'among' | 'list';
type Group = {
  readonly total: Count;
  readonly parts: readonly Count[];
  readonly opening: Opening;
  /** 等、主要: only some parts are named. */
  readonly open: boolean;
  /** Parts joined by 、 or +, or in a bracket: all of one list. */
  readonly tight: boolean;
  /** Sums of the list with what follows it, should that belong to it as well. */
  readonly beyond: readonly number[];
  /** Sums of the whole with the numbers before it, should the list be of them together (复议2宗、诉讼1宗：维持2宗、未审结1宗). */
  readonly wholes: readonly number[];
};

const MOST_PARTS = 60;
const STOP = /[。！？!?]/;
const AMONG = /其中|包含|含[^义]/;
const LIST = /[：:（(]\s*[^：:（(。；;]{0,20}$|分别|包括|分为|由[^。]{0,12}$|即/;
const ONLY_SOME = /等|主要|重点|如[：:]?|例如|近|余/;
const ASIDE = /较|比上|比去|同比|环比|上年同期|去年|(?<!结转)上年(?!度?结转)|以下简称|(?:19|20)\d\d年(?!结转)/;
const NEW_MATTER = /[，,；;]\s*(?:另|同时|此外|共|累计|全年|本年|均|较|比|合计|总计)/;
const CHANNEL =
  /网站|门户|微信|微博|公众号|抖音|头条|客户端|公告栏|公示栏|宣传栏|电子屏|显示屏|报纸|报刊|媒体|广播|电视|平台|新媒体|渠道|其他方式/;
const MANIFOLD = /一文多发|多渠道|多平台|重复|同步|同时在|交叉|多个(?:平台|渠道)|一信多发|多种(?:渠道|方式)/;
const PARTITIONS = [
  [/自然人|公民|个人/, /法人|其他组织|企业/],
  [/新收/, /结转/],
] as const;

/** The broken sums in the counts of one paragraph, in order. Linear: no list is followed further than 60 numbers. */
export function listBrokenSums(counts: readonly Count[]): readonly BrokenSum[] {
  const equations = counts.flatMap((count, index) => {
    const broken = /^\s*=\s*$/.test(count.lead) && index > 0 ? brokenEquation(counts, index) : undefined;
    return broken === undefined ? [] : [broken];
  });
  const totals: Count[] = [];
  const groups = counts.flatMap((count, index) => {
    const whole = index > 0 ? findWhole(counts, index, totals) : undefined;
    totals[Math.min(count.depth, 8)] = count;
    if (whole === undefined) return [];
    const broken = brokenGroup(groupAt(counts, index, whole.total, whole.opening));
    return broken === undefined ? [] : [broken];
  });
  return [...equations, ...groups, ...brokenTotals(counts), ...brokenShares(counts)];
}

const sumOf = (counts: readonly Count[]) =>
  Number(counts.reduce((sum, { figure }) => sum + figure.value, 0).toFixed(6));
const valuesOf = (counts: readonly Count[]) => counts.map(({ figure }) => figure.value);
const isPlus = (count: Count | undefined) => count !== undefined && /^\s*[+＋]\s*$/.test(count.lead);

/** 11+36+116=163: the terms on both sides of the sign before `index`. */
function brokenEquation(counts: readonly Count[], index: number): BrokenSum | undefined {
  let [first, last] = [index - 1, index];
  while (first > 0 && index - first < MOST_PARTS && isPlus(counts[first])) first -= 1;
  while (last - index < MOST_PARTS && isPlus(counts[last + 1])) last += 1;
  const [left, right] = [counts.slice(first, index), counts.slice(index, last + 1)];
  const [parts, whole] = left.length > 1 ? [left, right] : [right, left];
  if (parts.length < 2 || sumOf(left) === sumOf(right)) return undefined;
  return broken('unequal', sumOf(whole), parts, left[0]!, right.at(-1)!, { overlapping: false, certain: true });
}

function broken(
  kind: BrokenSum['kind'],
  total: number,
  parts: readonly Count[],
  first: Count,
  last: Count,
  doubt: Pick<BrokenSum, 'overlapping' | 'certain'>,
): BrokenSum {
  return {
    kind,
    total,
    sum: sumOf(parts),
    parts: valuesOf(parts),
    unit: first.figure.unit,
    start: first.figure.span.start,
    end: last.end,
    ...doubt,
  };
}

const mayShareUnit = (total: Count, part: Count) =>
  part.figure.unit === total.figure.unit || part.figure.unit === '' || (isPlus(part) && total.figure.unit === '');

/** The whole of which the count at `index` begins a list of parts; undefined where none begins. */
function findWhole(
  counts: readonly Count[],
  index: number,
  totals: readonly Count[],
): { readonly total: Count; readonly opening: Opening } | undefined {
  const first = counts[index]!;
  const { lead } = first;
  const before = counts[index - 1]!;
  const stop = lead.search(STOP);
  // 「……1050条。其中网站800条」: a new sentence may go on with the parts of a sole number.
  const goesOn = stop >= 0 && /^[。]\s*其中/.test(lead.slice(stop)) && !sharesSentence(counts, index - 1);
  if (stop >= 0 && !goesOn) return undefined;
  if (isPlus(first) || ASIDE.test(lead)) return undefined;
  const opening = AMONG.test(lead) ? 'among' : LIST.test(lead) ? 'list' : undefined;
  if (opening === undefined || /[；;]/.test(lead)) return undefined;
  const opensBracket = first.depth > before.depth;
  // 「招聘（6件）、培训（5件）」: two brackets side by side.
  if (/[）)][^）)]*[（(]/.test(lead)) return undefined;
  const total = opensBracket ? before : totals[Math.min(first.depth, 8)];
  if (total === undefined || total.figure.span.start < paragraphWindow(first)) return undefined;
  if (opening === 'list' && !opensBracket && /[，,]/.test(lead.replace(/[，,]\s*(?:分别|包括|分为|即).*$/, '')))
    return undefined;
  return mayShareUnit(total, first) ? { total, opening } : undefined;
}

const paragraphWindow = (count: Count) => count.figure.span.start - 400;

const sharesSentence = (counts: readonly Count[], index: number) => index > 0 && !STOP.test(counts[index]!.lead);

const LEVEL: readonly RegExp[] = [/[；;]/, /[，,]/, /、|[+＋]|和|及|与|\s/];

/** How far apart two parts stand: 0 for ；, 1 for ，, 2 for 、 and closer. */
function closeness(lead: string): number {
  const level = LEVEL.findIndex(mark => mark.test(lead));
  return level < 0 ? 3 : level;
}

function groupAt(counts: readonly Count[], index: number, total: Count, opening: Opening): Group {
  const first = counts[index]!;
  const parts = [first];
  const beyond: number[] = [];
  let [style, ended]: [number | undefined, boolean] = [undefined, false];
  for (let at = index + 1; at < counts.length && at < index + MOST_PARTS; at += 1) {
    const count = counts[at]!;
    if (count.depth > first.depth) continue;
    if (count.depth < first.depth || STOP.test(count.lead) || /其中|[：:=]/.test(count.lead)) break;
    if (NEW_MATTER.test(count.lead) || ASIDE.test(count.lead)) break;
    if (count.figure.unit !== total.figure.unit && count.figure.unit !== '') {
      if (style === undefined || style < 2) break;
      continue;
    }
    const close = closeness(count.lead);
    style ??= close;
    ended ||= close < style;
    if (ended) beyond.push((beyond.at(-1) ?? sumOf(parts)) + count.figure.value);
    else parts.push(count);
  }
  const last = parts.at(-1)!;
  const words = parts.map(part => part.lead).join('');
  return {
    total,
    parts,
    opening,
    open: ONLY_SOME.test(words) || /^[^。；]{0,2}等/.test(last.follow),
    tight: (style ?? 3) >= 2 || first.depth > total.depth,
    beyond,
    wholes: wholesBefore(counts, index - 1, total),
  };
}

const MOST_WHOLES = 6;

function wholesBefore(counts: readonly Count[], from: number, total: Count): readonly number[] {
  const wholes: number[] = [];
  let sum = 0;
  for (let at = from; at >= 0 && wholes.length < MOST_WHOLES; at -= 1) {
    const count = counts[at]!;
    if (count.depth > total.depth) continue;
    if (count.figure.unit !== total.figure.unit) break;
    sum += count.figure.value;
    wholes.push(sum);
    if (STOP.test(count.lead)) break;
  }
  return wholes;
}

function brokenGroup({ total, parts, opening, open, tight, beyond, wholes }: Group): BrokenSum | undefined {
  const whole = total.figure.value;
  const words = parts.map(({ lead }) => lead);
  const overlapping = words.filter(lead => CHANNEL.test(lead)).length >= 2 || words.some(lead => MANIFOLD.test(lead));
  const make = (kind: BrokenSum['kind'], certain: boolean) =>
    broken(kind, whole, parts, total, parts.at(-1)!, { overlapping, certain });
  let running = 0;
  for (const [index, value] of valuesOf(parts).entries()) {
    running = Number((running + value).toFixed(6));
    if (index > 0 && running === whole) return undefined;
  }
  if (beyond.includes(whole) || (opening === 'list' && wholes.includes(running))) return undefined;
  const larger = parts.findIndex(({ figure }) => figure.value > whole);
  if (larger >= 0 && (parts.length > 1 || opening === 'among')) return make('exceeding-part', opening === 'among');
  if (parts.length < 2) return undefined;
  if (running > whole && outerSum(parts) <= whole) return undefined;
  if (running > whole) return make('exceeding-sum', tight || parts.length === 2);
  const complete = PARTITIONS.some(sides => sides.every(side => words.some(lead => side.test(lead))));
  if (open || (opening === 'among' && !complete)) return undefined;
  // A list that lacks much of the whole is more likely not finished than wrong.
  const slip = whole - running <= whole / 5;
  return slip || parts.some(isPlus) ? make('short-sum', parts.some(isPlus)) : undefined;
}

const HOW_IT_ENDED = /维持|纠正|审结|驳回|结案|其他结果/;

/** 「其中，复议7件，维持6件，未审结1件；诉讼4件」: the sum without parts of parts, told by adding up to the number before them. */
function outerSum(parts: readonly Count[]): number {
  let outer = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const { value } = parts[at]!.figure;
    outer += value;
    let [inner, next] = [0, at + 1];
    while (next < parts.length && inner < value) inner += parts[next++]!.figure.value;
    if (inner === value && (next - at > 2 || HOW_IT_ENDED.test(parts[next - 1]!.lead))) at = next - 1;
  }
  return outer;
}

/** 「A 3件、B 2件，共计6件」: a total behind its parts. */
function brokenTotals(counts: readonly Count[]): readonly BrokenSum[] {
  return counts.flatMap((total, index) => {
    if (!/^[^。！？；]{0,2}[，,（(]\s*(?:合计|共计|总计|总共)[^，。、；]{0,6}$/.test(total.lead)) return [];
    const parts: Count[] = [];
    for (let at = index - 1; at >= 0 && parts.length < MOST_PARTS; at -= 1) {
      const part = counts[at]!;
      if (part.figure.unit !== total.figure.unit) return [];
      parts.unshift(part);
      if (closeness(part.lead) < 2 || STOP.test(part.lead)) break;
    }
    if (parts.length < 2 || sumOf(parts) === total.figure.value || AMONG.test(parts[0]!.lead)) return [];
    const overlapping = parts.filter(({ lead }) => CHANNEL.test(lead)).length >= 2;
    const doubt = { overlapping, certain: false };
    return [broken('unequal', total.figure.value, parts, parts[0]!, total, doubt)];
  });
}

const ROUNDING = 0.6;

/** 「分别占52%、40%、12%」: shares of one whole. */
function brokenShares(counts: readonly Count[]): readonly BrokenSum[] {
  const found: BrokenSum[] = [];
  for (let index = 0; index < counts.length; index += 1) {
    const first = counts[index]!;
    if (first.figure.unit !== '%' || !/占/.test(first.lead)) continue;
    let last = index;
    while (
      last - index < MOST_PARTS &&
      counts[last + 1]?.figure.unit === '%' &&
      !/[。；;]|其中|率|增长|同比|超/.test(counts[last + 1]!.lead)
    )
      last += 1;
    const parts = counts.slice(index, last + 1);
    if (parts.length > 1 && sumOf(parts) > 100 + ROUNDING)
      found.push(broken('over-hundred', 100, parts, first, parts.at(-1)!, { overlapping: false, certain: false }));
    index = last;
  }
  return found;
}
