import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';

/** A line of facts side by side: name, value, name, value … An empty value is room to write in. */
export type PrintedLine = readonly { readonly name: string; readonly value: string }[];

/** Facts as a table of four columns for a printed form; a single fact of a line takes its whole width. */
export function factTable(key: string, caption: string, lines: readonly PrintedLine[]): PrintedTable {
  const cells = lines.flatMap((line, row) =>
    line.flatMap(({ name, value }, index): PrintedCell[] => {
      const head = `${key}.${row}.${index}`;
      const shared = { number: null, row, rowSpan: 1 } as const;
      return [
        { ...shared, id: head, role: 'row-head', text: name, column: index * 2, columnSpan: 1, heads: [] },
        {
          ...shared,
          id: `${head}.value`,
          role: 'figure',
          text: value,
          column: index * 2 + 1,
          columnSpan: line.length === 1 ? 3 : 1,
          heads: [head],
        },
      ];
    }),
  );
  return {
    key,
    caption,
    rows: lines.length,
    columns: 4,
    widths: [18, 32, 18, 32],
    headRows: 0,
    partsAt: lines.map((_, row) => row),
    keep: 'parts',
    cells,
  };
}
