import type { CellPath, TableKey } from '../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import type { Edition } from '../../law/report-form/edition.ts';
import type { NumberedSection, SectionKey } from '../../law/report-form/sections.ts';
import { MISSING_CELL } from './cell.ts';
import type { Cell, Place } from './cell.ts';

/** A section heading as it stood on the page. `level` is its HTML, Word or Markdown heading level where the format has one. */
export type HeadingSeen = {
  readonly section: NumberedSection;
  readonly text: string;
  readonly level?: number;
  readonly place?: Place;
};

/** A label of a table that is not the form's: what was printed, what the form says, and whether it still means the same. */
export type LabelSeen = {
  readonly table: TableKey;
  readonly printed: string;
  /** The form's label, or null for a row or column that the form does not have. */
  readonly expected: string | null;
  /**
   * `spacing` only spaces or line breaks; `width` brackets or digits of another width, `numbering` 1、 for 1.;
   * `traditional` characters; `wording` characters dropped, added or changed; `other-edition` the label of the other edition;
   * `extra` no label of the form.
   */
  readonly variant: 'spacing' | 'width' | 'numbering' | 'traditional' | 'wording' | 'other-edition' | 'extra';
  readonly place?: Place;
};

/** Something the reader had to decide or could not: shown to whoever relies on the cells. */
export type ReadingNote = { readonly kind: string; readonly message: string; readonly place?: Place };

/** An annual report (政府信息公开工作年度报告) as read or compiled. */
export type AnnualReport = {
  /** As printed, line breaks removed; null when none was found. */
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** Prose by section, tables and the section's own heading left out, one paragraph a line; null when the section is missing. */
  readonly sections: Readonly<Record<SectionKey, string | null>>;
  readonly headings: readonly HeadingSeen[];
  /** A cell for every path of the edition; a cell that the page does not have is there with kind `missing`. */
  readonly cells: Readonly<Partial<Record<CellPath, Cell>>>;
  /** Which tables stood on the page at all. */
  readonly tables: Readonly<Record<TableKey, 'found' | 'absent'>>;
  readonly labels: readonly LabelSeen[];
  readonly notes: readonly ReadingNote[];
};

export const NO_SECTIONS: Readonly<Record<SectionKey, string | null>> = {
  preface: null,
  '1': null,
  '2': null,
  '3': null,
  '4': null,
  '5': null,
  '6': null,
};

/** The cell at a path; a path of the other edition gives a missing cell. */
export function cellAt(report: Pick<AnnualReport, 'cells'>, path: CellPath): Cell {
  return report.cells[path] ?? MISSING_CELL;
}

/** The number in a cell, null where none could be read. Never a silent 0. */
export function valueAt(report: Pick<AnnualReport, 'cells'>, path: CellPath): number | null {
  return cellAt(report, path).value;
}

/** All cells of an edition, each made by `cellOf`, in the order of the form. */
export function cellsFor(
  edition: Edition,
  cellOf: (path: CellPath) => Cell,
): Readonly<Partial<Record<CellPath, Cell>>> {
  return Object.fromEntries(FORM_CELLS[edition].map(({ path }) => [path, cellOf(path)]));
}
