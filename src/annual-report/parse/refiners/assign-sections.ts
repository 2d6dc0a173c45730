import type { NumberedSection, SectionKey } from '../../../law/report-form/sections.ts';
import type { HeadingSeen } from '../../rules/report.ts';
import { NO_SECTIONS } from '../../rules/report.ts';
import { SECTION_HEADING } from '../../../law/report-form/sections.ts';
import { canonicalLabel } from '../recognisers/canonical-label.ts';
import { isPageEnd, isPageMeta } from '../recognisers/page-furniture.ts';
import { isAgencyName, isTitle } from '../recognisers/report-title.ts';
import type { TextItem } from './page-text.ts';

type Heading = Extract<TextItem, { kind: 'heading' }>;
type Part = { readonly heading: Heading; readonly items: readonly TextItem[] };

/** The text before the first section, and the sections. */
export type AssignedText = {
  readonly front: readonly TextItem[];
  readonly headings: readonly HeadingSeen[];
  readonly sections: Readonly<Record<SectionKey, string | null>>;
};

const hasContent = (part: Part): boolean => part.items.length > 0;

/** A heading whose last words stand in the next line: 五、存在的主要问题 / 及改进情况. */
function withWholeHeading({ heading, items }: Part): Part {
  const [next] = items;
  if (next?.kind !== 'paragraph' || !next.isShort) return { heading, items };
  const text = heading.text + next.text;
  const isWhole = canonicalLabel(text).core === canonicalLabel(SECTION_HEADING[heading.section]).core;
  return isWhole ? { heading: { ...heading, text }, items: items.slice(1) } : { heading, items };
}

function partsOf(items: readonly TextItem[]): { front: readonly TextItem[]; parts: readonly Part[] } {
  const starts = items.flatMap((item, index) => (item.kind === 'heading' ? [index] : []));
  const parts = starts
    .map((start, index) => ({
      heading: items[start] as Heading,
      items: items.slice(start + 1, starts[index + 1] ?? items.length),
    }))
    .map(withWholeHeading);
  return { front: items.slice(0, starts[0] ?? items.length), parts };
}

const SHORTEST_CONTENTS = 3;

/**
 * The parts that a table of contents makes: headings one behind the other with nothing between, most of which come once more. What
 * stands behind the last of them belongs to no section.
 */
function partsOfContents(parts: readonly Part[]): ReadonlySet<Part> {
  const contents = new Set<Part>();
  const lastOf = new Map(parts.map(({ heading }, index) => [heading.section, index]));
  for (let from = 0; from < parts.length;) {
    let end = from;
    while (end < parts.length - 1 && !hasContent(parts[end]!)) end += 1;
    const run = parts.slice(from, end + 1);
    const again = run.filter(({ heading }) => lastOf.get(heading.section)! > end);
    if (run.length >= SHORTEST_CONTENTS && again.length * 2 > run.length) for (const part of run) contents.add(part);
    from = end + 1;
  }
  return contents;
}

/** A table of contents or a navigation names the sections too: the printing with content behind it is the section. */
function chosenParts(parts: readonly Part[]): ReadonlySet<Part> {
  const contents = partsOfContents(parts);
  const chosen = new Set<Part>();
  const own = parts.filter(part => !contents.has(part));
  for (const printings of Map.groupBy(own, part => part.heading.section).values()) {
    const best = printings.find(hasContent) ?? printings[0];
    if (best !== undefined) chosen.add(best);
  }
  return chosen;
}

const SENTENCE_END = /[。；：！？;:!?）)”」…]$/;
const OPENING =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是|#)/;
const LONG_LINE = 40;

/** Whether a paragraph goes on in the next: it is long, stops in the middle of a sentence, and the next opens nothing new. */
const isCut = (paragraph: string, next: string): boolean =>
  paragraph.length >= LONG_LINE && !SENTENCE_END.test(paragraph) && !OPENING.test(next);

/** Whether a line stands behind the report on its page: 上一篇, a link to another report, the signature with its date. */
function isBehindReport(item: Extract<TextItem, { kind: 'paragraph' }>, before: readonly string[]): boolean {
  if (isPageEnd(item.text)) return true;
  return before.length > 0 && item.isShort && (isTitle(item.text) || isAgencyName(item.text));
}

function paragraphsOf(items: readonly TextItem[], isLast: boolean): readonly string[] {
  const paragraphs: string[] = [];
  for (const item of items) {
    if (item.kind !== 'paragraph') continue;
    if (isLast && isBehindReport(item, paragraphs)) break;
    if (isLast && item.isShort && isPageMeta(item.text)) continue;
    const before = paragraphs.at(-1);
    if (before !== undefined && isCut(before, item.text)) paragraphs[paragraphs.length - 1] = before + item.text;
    else paragraphs.push(item.text);
  }
  return paragraphs;
}

/** Puts every paragraph under its section. What stands behind the last section on a web page is left out. */
export function assignSections(items: readonly TextItem[]): AssignedText {
  const { front, parts } = partsOf(items);
  const chosen = chosenParts(parts);
  const first = parts.findIndex(part => chosen.has(part));
  const skipped = first <= 0 ? [] : parts.slice(0, first).flatMap(part => part.items);
  const texts = new Map<NumberedSection, string[]>();
  const headings: HeadingSeen[] = [];
  let current: NumberedSection | null = null;
  const lastIndex = parts.findLastIndex(part => chosen.has(part));
  for (const [index, part] of parts.entries()) {
    if (index < first || index > lastIndex) continue;
    const { heading } = part;
    if (chosen.has(part)) {
      current = heading.section;
      headings.push({
        section: heading.section,
        text: heading.text,
        place: heading.place,
        ...(heading.level === undefined ? {} : { level: heading.level }),
      });
    } else if (current !== null) texts.get(current)?.push(heading.text);
    if (current === null) continue;
    const own = texts.get(current) ?? [];
    texts.set(current, [...own, ...paragraphsOf(part.items, index === lastIndex)]);
  }
  const sections = Object.fromEntries([...texts].map(([section, paragraphs]) => [section, paragraphs.join('\n')]));
  return { front: [...front, ...skipped], headings, sections: { ...NO_SECTIONS, ...sections } };
}
