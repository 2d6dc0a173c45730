import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { VALIDITY_LABEL } from '../../publishing/rules/validity.ts';
import type { FoundItem } from '../../publishing/search-index/search-index.ts';
import { csvText } from '../../views/csv/csv.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { momentText } from '../items/moment-text.ts';

type Names = { readonly agencies: readonly Agency[]; readonly columns: readonly Column[]; readonly origin: string };

const HEADINGS = [
  '标题',
  '发文字号',
  '发布机关',
  '发文机关',
  '栏目',
  '类型',
  '主题分类',
  '成文日期',
  '发布日期',
  '有效性',
  '有无解读',
  '网址',
] as const;
const WIDTHS = [48, 22, 18, 24, 16, 14, 22, 12, 17, 10, 10, 48] as const;

/** The lines of an exported list, each a text under its heading. */
export function exportLines(
  items: readonly FoundItem[],
  { agencies, columns, origin }: Names,
): readonly (readonly string[])[] {
  const agencyNames = new Map(agencies.map(({ code, name }) => [code, name]));
  const columnNames = new Map(columns.map(({ code, name }) => [code, name]));
  return items.map(item => [
    item.title,
    item.documentNumber ?? '',
    agencyNames.get(item.agency) ?? '',
    item.issuer,
    columnNames.get(item.column) ?? '',
    ITEM_KIND_LABEL[item.kind],
    item.theme ?? '',
    item.madeOn?.toString() ?? '',
    momentText(item.publishedAt),
    item.validity === null ? '' : VALIDITY_LABEL[item.validity],
    item.interpreted ? '有' : '无',
    `${origin}${item.address}`,
  ]);
}

/** The list for table programs, under its headings. */
export const exportCsv = (lines: readonly (readonly string[])[]): string => csvText([HEADINGS, ...lines]);

/** The list as a sheet; texts are texts there whatever they begin with. */
export function exportWorkbook(lines: readonly (readonly string[])[], siteName: string): Workbook {
  const cell = (row: number, column: number, value: string, look: SheetCell['look']): SheetCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    value,
    look,
  });
  return {
    title: '公开信息目录',
    issuer: siteName,
    sheets: [
      {
        name: '公开信息目录',
        columnWidths: WIDTHS,
        rows: lines.length + 1,
        cells: [
          ...HEADINGS.map((heading, column) => cell(0, column, heading, 'column-head')),
          ...lines.flatMap((line, row) => line.map((value, column) => cell(row + 1, column, value, 'text'))),
        ],
        headRows: 1,
        orientation: 'landscape',
      },
    ],
  };
}
