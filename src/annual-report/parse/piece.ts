import type { Place } from '../rules/cell.ts';

/** One cell of a table on the page; `row` and `column` are 0-based positions of its upper left corner. */
export type GridCell = {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** A table on the page with reliable positions (HTML, DOCX, XLSX, PDF with ruling lines). Cells in reading order. */
export type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
};

/**
 * What a reader gives, in reading order. It only says what stood where; it knows no label of the form.
 * A `line` is one paragraph (HTML, DOCX) or one line (text, PDF lines already joined to paragraphs), `heading` its level where
 * the format marks headings. `verbatim` lines are those of a plain text file: white space and blank lines kept, because there
 * a tab, a pipe or an empty line may be part of a table.
 */
export type Piece =
  | { readonly kind: 'line'; readonly text: string; readonly heading?: number; readonly place: Place }
  | { readonly kind: 'verbatim'; readonly lines: readonly string[]; readonly place: Place }
  | { readonly kind: 'grid'; readonly grid: Grid; readonly place: Place };

/** Why a file cannot be read: one clear sentence in Chinese that says what is wrong and what to do. */
export type Unreadable = { readonly message: string };

/** The formats a reader exists for. */
export type SourceFormat = 'html' | 'docx' | 'pdf' | 'xlsx' | 'text' | 'json';

/** What every reader is: bytes to pieces. `name` is the file's name, for sentences only. */
export type ReaderOutput = {
  readonly format: SourceFormat;
  readonly pieces: readonly Piece[];
  readonly title?: string;
  /** What was left out and why, one Chinese sentence each (hidden sheets, rows and columns). */
  readonly notes?: readonly string[];
};
