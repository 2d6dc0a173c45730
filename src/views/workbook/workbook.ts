/** What a cell of a sheet is; the writer gives each its type, borders and alignment. */
export type SheetCellLook = 'title' | 'heading' | 'subheading' | 'text' | 'column-head' | 'row-head' | 'figure';

/** One cell of a sheet; 0-based position. Text is text whatever it begins with, null an empty cell. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly value: string | number | null;
  readonly look: SheetCellLook;
};

/** A sheet as it is to be printed on A4. */
export type Sheet = {
  readonly name: string;
  /** In characters of the default type. */
  readonly columnWidths: readonly number[];
  readonly rows: number;
  readonly cells: readonly SheetCell[];
  /** How many rows at the top repeat on every printed page. */
  readonly headRows: number;
  readonly orientation: 'portrait' | 'landscape';
};

export type Workbook = {
  readonly title: string;
  readonly issuer: string | null;
  readonly sheets: readonly Sheet[];
};
