import type { Place } from '../../rules/cell.ts';
import { isDatum, isPageNumber } from '../recognisers/cell-value.ts';
import { beginsWithLabel, findExactLabel, findLikelyLabel } from '../recognisers/find-label.ts';
import { isDecoration } from '../recognisers/page-furniture.ts';
import { findSectionHeading } from '../recognisers/section-heading.ts';
import type { LabelText, Layout, PageElement, Slot } from './page-element.ts';

type OpenText = Omit<LabelText, 'slots' | 'below'> & { readonly slots: Slot[]; readonly below: Slot[][] };

/** One cell of a row as it stood: blank, datum or text is decided here. */
export type RawCell = { readonly text: string; readonly column: number; readonly place: Place };

const LONGEST_LABEL = 90;
const LONGEST_GARBAGE = 16;

/** A line that speaks in sentences. Labels may be long, but they begin with a label of the form. */
export function isProse(text: string): boolean {
  const compact = text.replace(/\s+/g, '');
  if (compact.length <= 3) return false;
  if (/[。；！？!?]["”』」）)]?$/.test(compact) || compact.includes('。') || compact.length > LONGEST_LABEL)
    return findExactLabel(text) === undefined && !beginsWithLabel(text);
  return false;
}

/**
 * Collects page elements in reading order. Data are kept with the text they stand behind; a row without any text is kept apart
 * (`below`), because only the label decides whether it can be its continuation.
 */
export function createElementBuilder() {
  const elements: (OpenText | Exclude<PageElement, LabelText>)[] = [];
  let open: OpenText | null = null;
  let table = 0;

  const close = () => {
    open = null;
  };

  function prose(text: string, place: Place, heading?: number) {
    close();
    elements.push({ kind: 'prose', text, place, ...(heading === undefined ? {} : { heading }) });
  }

  function text(
    value: string,
    place: Place,
    given: { layout: Layout; line?: string; column?: number; heading?: number },
  ) {
    open = {
      kind: 'text',
      text: value,
      line: given.line ?? '',
      layout: given.layout,
      table,
      column: given.column ?? 0,
      slots: [],
      below: [],
      place,
      ...(given.heading === undefined ? {} : { heading: given.heading }),
    };
    elements.push(open);
  }

  /** A line or paragraph that is no row: a heading, prose, a label or a datum on its own. */
  function line(value: string, place: Place, heading?: number): void {
    const printed = value.trim();
    if (printed === '' || isPageNumber(printed)) return;
    if (isDatum(printed) && heading === undefined) {
      if (open === null) elements.push({ kind: 'prose', text: printed, place });
      else loose({ text: printed, isBlank: false, certain: true, place });
      return;
    }
    if (isDecoration(printed)) return;
    const found = findSectionHeading(printed, heading !== undefined);
    if (found !== undefined && (found.rest === '' || !isDatum(found.rest))) {
      close();
      elements.push({
        kind: 'heading',
        section: found.section,
        text: found.text,
        place,
        ...(heading === undefined ? {} : { level: heading }),
      });
      if (found.rest !== '') prose(found.rest, place);
      return;
    }
    if (isProse(printed)) return prose(printed, place, heading);
    text(printed, place, { layout: 'line', line: printed, ...(heading === undefined ? {} : { heading }) });
  }

  /**
   * A row of a table. Its end is certain: data of a later row never belong to it. Texts held apart by spaces may be prose after
   * all: `wholeLine` keeps it.
   */
  function row(cells: readonly RawCell[], layout: 'grid' | 'fields' | 'spaces', wholeLine = ''): void {
    let isFirst = true;
    let hasText = false;
    let hasData = false;
    const loose: Slot[] = [];
    const into = () => (hasText ? open?.slots : loose);
    for (const cell of cells) {
      const printed = cell.text.trim();
      const place = cell.place;
      if (printed === '') {
        into()?.push({ text: '', isBlank: true, certain: true, column: cell.column, place });
        continue;
      }
      const isGarbage =
        hasText &&
        hasData &&
        printed.length <= LONGEST_GARBAGE &&
        findLikelyLabel(printed) === undefined &&
        layout !== 'spaces';
      if (isDatum(printed) || isGarbage) {
        into()?.push({ text: printed, isBlank: false, certain: true, column: cell.column, place });
        hasData ||= hasText;
        continue;
      }
      if (layout !== 'spaces' && isPageNumber(printed) && !hasText) continue;
      text(printed, place, { layout, column: cell.column, line: isFirst ? wholeLine : '' });
      isFirst = false;
      hasText = true;
      hasData = false;
      loose.length = 0;
    }
    if (!hasText && loose.length > 0) open?.below.push(loose);
    // Only rows without text may still follow: a datum on a later line is not this row's.
    if (open !== null && hasText && open.slots.length > 0) sealed.add(open);
  }

  const sealed = new WeakSet<OpenText>();

  /** A datum or a gap on a line of its own, in a layout of one cell a line. */
  function loose(value: Slot): void {
    if (open !== null && !sealed.has(open)) open.slots.push(value);
  }

  return {
    line,
    row,
    text,
    prose,
    loose,
    close,
    nextTable: () => {
      table += 1;
      if (open !== null) sealed.add(open);
    },
    isOpen: () => open !== null && !sealed.has(open),
    elements: (): readonly PageElement[] => elements,
  };
}
export type ElementBuilder = ReturnType<typeof createElementBuilder>;
