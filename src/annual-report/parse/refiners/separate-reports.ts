import { isTitle } from '../recognisers/report-title.ts';
import type { PageElement } from './page-element.ts';

type Elements = readonly PageElement[];

const hasData = (element: PageElement): boolean =>
  element.kind === 'text' && (element.slots.length > 0 || element.below.length > 0);
const isTitleText = (element: PageElement): boolean =>
  element.kind !== 'heading' && isTitle(element.kind === 'text' ? element.line : element.text);

/** Where further reports begin: at the title before their first section, or at that section. */
function listStarts(elements: Elements): readonly number[] {
  const lastDatum = elements.findLastIndex(hasData);
  const starts: number[] = [];
  let seen = { first: false, last: false, data: false };
  let title: number | null = null;
  for (const [at, element] of elements.entries()) {
    if (element.kind !== 'heading') {
      seen.data ||= hasData(element);
      if (seen.last && title === null && isTitleText(element)) title = at;
      continue;
    }
    const isFirst = element.section === '1';
    if (isFirst && seen.first && seen.last && seen.data && at < lastDatum) {
      starts.push(title ?? at);
      seen = { first: true, last: false, data: false };
    }
    title = null;
    seen.first ||= isFirst;
    seen.last ||= element.section === '5' || element.section === '6';
  }
  return starts;
}

/**
 * The reports of a page one by one. Another begins where 一、 comes again behind a report that has had its tables and its last
 * sections; a table of contents has no tables. Nearly every page holds one.
 */
export function separateReports(elements: Elements): readonly Elements[] {
  const starts = [0, ...listStarts(elements)];
  return starts.map((start, index) => elements.slice(start, starts[index + 1] ?? elements.length));
}
