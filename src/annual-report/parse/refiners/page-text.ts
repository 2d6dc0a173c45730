import type { NumberedSection } from '../../../law/report-form/sections.ts';
import type { Place } from '../../rules/cell.ts';
import { isDecoration } from '../recognisers/page-furniture.ts';
import type { LabelText, PageElement } from './page-element.ts';

/** The text of a page with its tables taken out. `cell` texts stood in a table that is none of the form's. */
export type TextItem =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly isShort: boolean;
      readonly heading?: number;
      readonly place: Place;
    }
  | { readonly kind: 'cell'; readonly text: string; readonly place: Place }
  | { readonly kind: 'table' }
  | {
      readonly kind: 'heading';
      readonly section: NumberedSection;
      readonly text: string;
      readonly level?: number;
      readonly place: Place;
    };

const REPEATED = 3;
const NOTE =
  /^[(（【]?(?:计量单位|统计单位|填报单位|单位)[:：].{0,20}$|^表[一二三四1-4](?:[:：].{0,30})?$|^[(（]?续表[)）]?$/;

const cleaned = (text: string): string =>
  text
    .replace(/&nbsp;?/g, ' ')
    .replace(/[\u00A0\t]+/g, ' ')
    .replace(/^\s*(?:[>*•●]|-(?=\s))\s*/, '')
    .trim();

function itemOf(element: PageElement, used: ReadonlySet<LabelText>): TextItem | undefined {
  switch (element.kind) {
    case 'heading':
      return { ...element, text: cleaned(element.text) };
    case 'prose':
      return { ...element, kind: 'paragraph', text: cleaned(element.text), isShort: false };
    case 'text': {
      if (used.has(element)) return { kind: 'table' };
      const { place } = element;
      if (element.layout !== 'line' && element.layout !== 'spaces')
        return { kind: 'cell', text: cleaned(element.text), place };
      if (element.line === '') return undefined;
      const heading = element.heading === undefined ? {} : { heading: element.heading };
      return { kind: 'paragraph', text: cleaned(element.line), isShort: true, place, ...heading };
    }
  }
}

/** The texts of a page in order, without page numbers, running heads, and the notes over tables. */
export function readPageText(elements: readonly PageElement[], used: ReadonlySet<LabelText>): readonly TextItem[] {
  const items = elements.flatMap(element => itemOf(element, used) ?? []);
  const counts = new Map<string, number>();
  for (const item of items)
    if (item.kind === 'paragraph' && item.isShort) counts.set(item.text, (counts.get(item.text) ?? 0) + 1);
  const seen = new Set<string>();
  return items.filter(item => {
    if (item.kind !== 'paragraph') return true;
    if (item.text === '' || isDecoration(item.text) || NOTE.test(item.text)) return false;
    if (!item.isShort || (counts.get(item.text) ?? 0) < REPEATED) return true;
    if (seen.has(item.text)) return false;
    seen.add(item.text);
    return true;
  });
}
