import type { RedressGroup } from '../../../law/report-form/table-four.ts';
import type { TableThreeRow } from '../../../law/report-form/table-three.ts';
import type { Edition } from '../../../law/report-form/edition.ts';
import type { Place } from '../../rules/cell.ts';
import type { LabelMeaning } from '../recognisers/form-label.ts';
import type { LabelText } from './page-element.ts';
import type { DataRow } from './place-data.ts';
import type { Segment } from './segment-labels.ts';

/** A header cell over the data of table two. */
export type ColumnSeen = {
  readonly column: string;
  readonly editions: readonly Edition[];
  readonly at: number;
  readonly segment: Segment;
};

type Read = DataRow & {
  readonly printed: string;
  readonly place: Place;
  readonly cost: number;
  /** Years that the header names, where a table prints two side by side. */
  readonly years: readonly number[];
};

export type RowTwoSeen = Read & {
  readonly row: string;
  readonly editions: readonly Edition[];
  readonly columns: readonly ColumnSeen[];
};
export type RowThreeSeen = Read & { readonly row: TableThreeRow };
/** Data of table four with the labels before them, up to the data before. */
export type RowFourSeen = DataRow & {
  readonly labels: readonly LabelMeaning[];
  readonly group: RedressGroup | 'litigation' | null;
  /** Columns of the results' header cells in a grid, ascending. */
  readonly header: readonly number[] | null;
  readonly place: Place;
};

/** A label that was recognised, or text in a table that is none of the form's. */
export type LabelReading = {
  readonly table: 'table2' | 'table3' | 'table4';
  readonly segment: Segment;
  /** The form's label, null for a row or column that it does not have. */
  readonly expected: string | null;
  /** False where the text only is a piece of something, and no finding of its own. */
  readonly hasData: boolean;
};

/** Everything that the tables of a page say, row by row, before anything is concluded from it. */
export type TableReadings = {
  readonly two: readonly RowTwoSeen[];
  readonly three: readonly RowThreeSeen[];
  readonly four: readonly RowFourSeen[];
  readonly labels: readonly LabelReading[];
  /** Columns of the header of table three in each grid, by number of the table. */
  readonly headers: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Texts that belong to a table: everything else is prose. */
  readonly used: ReadonlySet<LabelText>;
};
