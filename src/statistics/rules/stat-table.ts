/** What a figure counts, in the words of the list that shows it. */
export type Drill = Readonly<Record<string, string>>;

/** A figure of a table; null is not known, which is never 0. `drill` is null where a figure is no count of files, such as a median. */
export type StatCell = { readonly value: number | null; readonly drill: Drill | null; readonly unit?: '%' };

export type StatRow = { readonly label: string; readonly cells: readonly StatCell[]; readonly isTotal?: true };

/** A table of statistics before it is a page, a sheet or a document. */
export type StatTable = {
  readonly key: string;
  readonly caption: string;
  /** The heading of the labels, then one for each cell of a row. */
  readonly headings: readonly [string, ...string[]];
  readonly rows: readonly StatRow[];
};

/** A figure as it is printed. */
export const cellText = ({ value, unit }: Omit<StatCell, 'drill'>): string =>
  value === null ? '—' : `${value}${unit ?? ''}`;

/** Share of a whole in percent, to one decimal; null where there is no whole. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
