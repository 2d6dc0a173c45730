import type { Chart } from '../../../views/chart/chart.ts';
import type { DocumentBlock, OfficialDocument } from '../../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../../views/official-document/printed-table.ts';
import type { AnalysisChart } from './analysis-chart.ts';
import type { AnalysisLayout, AnalysisSection, AnalysisTable } from './analysis-layout.ts';

const isFigure = (text: string): boolean => /^(?:—|-?\d)/.test(text);

/** Columns of words are wide enough for names, columns of figures share what is left. */
function widthsOf({ head, rows }: AnalysisTable): readonly number[] {
  const weights = head.map((_, column) => (column === 0 || !rows.every(row => isFigure(row[column]!)) ? 2.2 : 1));
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return weights.map(weight => (weight / sum) * 100);
}

function printed({ key, caption, head, rows }: AnalysisTable, widths: readonly number[]): PrintedTable {
  const lines = [head, ...rows];
  return {
    key,
    caption,
    rows: lines.length,
    columns: head.length,
    widths,
    headRows: 1,
    partsAt: Array.from({ length: rows.length }, (_, index) => index + 1),
    keep: 'parts',
    cells: lines.flatMap((texts, row) =>
      texts.map((text, column): PrintedCell => ({
        id: `${key}.${row}.${column}`,
        role: row === 0 ? 'column-head' : column > 0 && isFigure(text) ? 'figure' : 'row-head',
        text,
        number: null,
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        heads: row === 0 ? [] : [`${key}.0.${column}`, ...(column === 0 ? [] : [`${key}.${row}.0`])],
      })),
    ),
  };
}

/** Squares of the longest bar. */
const LONGEST = 16;

/** A chart of one series on paper: bars of squares beside their figures, which every program can show and change. */
function barTable({ id, title, categoryName, categories, series, valueText }: Chart): PrintedTable {
  const [{ name, values } = { name: '', values: [] }] = series;
  const greatest = Math.max(0, ...values.map(value => value ?? 0));
  const rows = categories.map((category, index) => {
    const value = values[index] ?? null;
    const squares = value === null || greatest === 0 ? 0 : Math.round((value / greatest) * LONGEST);
    return [
      category,
      value === null ? '—' : valueText(value),
      '■'.repeat(value !== null && value > 0 ? Math.max(1, squares) : 0),
    ];
  });
  return printed({ key: `chart-${id}`, caption: title, head: [categoryName, name, '图示'], rows }, [36, 16, 48]);
}

/** Of the charts, those of one series stand on paper too; the figures of the others stand in the tables above them. */
const isBar = ({ kind }: AnalysisChart): boolean => kind === 'bar';

function blocksOf({ heading, paragraphs, tables, charts }: AnalysisSection): DocumentBlock[] {
  const table = (one: PrintedTable): DocumentBlock[] => [
    { kind: 'paragraph', text: `表：${one.caption}` },
    { kind: 'table', table: one },
  ];
  return [
    { kind: 'heading', level: 1, text: heading },
    ...paragraphs.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    ...tables.flatMap(one => table(printed(one, widthsOf(one)))),
    ...charts.filter(isBar).flatMap(({ chart }) => table(barTable(chart))),
  ];
}

/** The analysis as an official document (公文), for Word and PDF. */
export function analysisDocument({ title, issuer, sections }: AnalysisLayout): OfficialDocument {
  return { title, issuer, blocks: sections.flatMap(blocksOf) };
}
