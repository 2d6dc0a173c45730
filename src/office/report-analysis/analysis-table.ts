import type { AnalysisTable } from '../../annual-report/render/analysis/analysis-layout.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import type { Html } from '../../views/html/html.ts';

const isFigure = (text: string): boolean => /^(?:—|-?\d)/.test(text);

/** A table of the analysis on a page: columns of figures are set as figures. */
export function analysisTable({ caption, head, rows }: AnalysisTable): Html {
  return dataTable<readonly string[]>({
    caption,
    empty: '没有数据。',
    rows,
    columns: head.map((heading, column) => ({
      key: `column-${column}`,
      heading,
      cell: row => row[column],
      ...(column === 0 ? { rowHeading: true } : {}),
      ...(column > 0 && rows.every(row => isFigure(row[column]!)) ? { kind: 'figure' as const } : {}),
    })),
  });
}
