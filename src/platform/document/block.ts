/** One paragraph: its text with white space as a reader sees it; `heading` its level (1 is the highest) where the format marks one. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly heading?: number };

type Position = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** A cell and what it holds; `row` and `column` are 0-based positions of its upper left corner. */
export type TableCell = Position & { readonly blocks: readonly Block[] };

/** A table with merges resolved: cells in reading order, none overlapping another. */
export type Table = {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
};

/** What a document holds, in reading order. */
export type Block = Paragraph | Table;

export type TextCell = Position & { readonly text: string };

/** A table whose cells hold text only; line breaks inside a cell are `\n`. */
type TextTable = {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TextCell[];
};

/** A document without tables inside tables. */
export type FlatBlock = Paragraph | TextTable;
