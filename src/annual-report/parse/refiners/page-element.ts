import type { NumberedSection } from '../../../law/report-form/sections.ts';
import type { Place } from '../../rules/cell.ts';

/**
 * A place in a row of a table that holds a datum or nothing. `certain` is whether a blank surely was a cell of the page
 * (a grid, `| |`, two tabs), and not only a gap that may also be something else (an empty line, a lone pipe).
 */
export type Slot = {
  readonly text: string;
  readonly isBlank: boolean;
  readonly certain: boolean;
  /** Column of the grid, or field of the line, where the layout has such a thing. */
  readonly column?: number;
  readonly place: Place;
};

/**
 * Where a text stood: in a cell of a `grid`, in a row of `fields` between tabs or bars, alone between `bars`, in a row whose pieces
 * are held apart by `spaces`, or on a `line` of its own. Only the last two can turn out to be prose.
 */
export type Layout = 'grid' | 'fields' | 'bars' | 'spaces' | 'line';

/** A short text that may be a label, with the data that stand behind it up to the next text. */
export type LabelText = {
  readonly kind: 'text';
  readonly text: string;
  /** The whole line for prose: only on the first text of a line, empty on the others and for cells. */
  readonly line: string;
  readonly layout: Layout;
  readonly heading?: number;
  /** The table it stands in: texts of one grid or one block of lines have the same. */
  readonly table: number;
  readonly column: number;
  readonly slots: readonly Slot[];
  /** Data of following rows that have no text of their own. */
  readonly below: readonly (readonly Slot[])[];
  readonly place: Place;
};

/** What a page consists of once its layout is taken away. */
export type PageElement =
  | LabelText
  | { readonly kind: 'prose'; readonly text: string; readonly heading?: number; readonly place: Place }
  | {
      readonly kind: 'heading';
      readonly section: NumberedSection;
      readonly text: string;
      readonly level?: number;
      readonly place: Place;
    };
