import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts';
import type { SheetCell } from '../../../views/workbook/workbook.ts';

const HEAD = [
  '序号',
  '公开事项',
  '',
  '公开内容（要素）',
  '公开依据',
  '公开 时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '',
  '公开方式',
  '',
  '公开层级',
  '',
] as const;
const UNDER = [
  '',
  '一级事项',
  '二级事项',
  '',
  '',
  '',
  '',
  '',
  '全社会',
  '特定群众',
  '主动',
  '依申请公开',
  '县级',
  '乡级',
];
const MERGED_HEAD = [
  [1, 0, 2, 1],
  [1, 1, 1, 2],
  [1, 3, 2, 1],
  [1, 4, 2, 1],
  [1, 5, 2, 1],
  [1, 6, 2, 1],
  [1, 7, 2, 1],
  [1, 8, 1, 2],
  [1, 10, 1, 2],
  [1, 12, 1, 2],
] as const;

/** Cells of a sheet as an office merges them: `[row, column, rows, columns]`. */
type Merge = readonly [row: number, column: number, rowSpan: number, columnSpan: number];

/** A 标准目录 as offices hand it in: a title across the sheet, a head of two rows, merged cells, a note below. */
export async function catalogueFile(
  field: string,
  lines: readonly (readonly string[])[],
  merges: readonly Merge[] = [],
): Promise<Uint8Array> {
  const note = lines.length + 3;
  const all: readonly Merge[] = [[0, 0, 1, HEAD.length], ...MERGED_HEAD, ...merges, [note, 0, 1, HEAD.length]];
  const rows = [[`晴川区${field}领域基层政务公开标准目录`], HEAD, UNDER, ...lines, ['注：口表示没有勾选的渠道。']];
  const covered = new Set(
    all.flatMap(([row, column, rowSpan, columnSpan]) =>
      Array.from({ length: rowSpan * columnSpan }, (_, at) => [
        row + Math.floor(at / columnSpan),
        column + (at % columnSpan),
      ])
        .filter(([down, right]) => down !== row || right !== column)
        .map(place => place.join()),
    ),
  );
  const cells = rows.flatMap((line, row) =>
    Array.from({ length: HEAD.length }, (_, column) => column)
      .filter(column => !covered.has([row, column].join()))
      .map((column): SheetCell => {
        const [, , rowSpan = 1, columnSpan = 1] = all.find(([down, right]) => down === row && right === column) ?? [];
        return { row, column, rowSpan, columnSpan, value: line[column] ?? '', look: 'text' };
      }),
  );
  const sheet = {
    name: field,
    columnWidths: HEAD.map(() => 12),
    rows: rows.length,
    cells,
    headRows: 3,
    orientation: 'landscape' as const,
  };
  return writeXlsx({ title: field, issuer: null, sheets: [sheet] });
}

/** The lines of the file of 养老服务, with what real ones hold: one first item over two rows, 同上 in three columns, 口 for □. */
export const ELDERLY_CARE: { readonly lines: readonly (readonly string[])[]; readonly merges: readonly Merge[] } = {
  lines: [
    [
      '1',
      '养老补贴',
      '高龄津贴',
      '申领条件、标准',
      '《老年人权益保障法》',
      '自信息形成之日起20个工作 日内',
      '区民政局',
      '■政府网站 口两微一端',
      '√',
      '',
      '√',
      '',
      '√',
      '',
    ],
    [
      '2',
      '',
      '助餐服务',
      '助餐点、价格',
      '同上',
      '每季度公开',
      '同上',
      '口政府网站 ■公开查阅点',
      '√',
      '',
      '√',
      '',
      '√',
      '',
    ],
    [
      '3',
      '机构管理',
      '养老机构名录',
      '名称、床位',
      '《养老机构管理办法》',
      '同上',
      '各街道办事处、镇人民政府',
      '同上',
      '√',
      '',
      '√',
      '',
      '',
      '√',
    ],
  ],
  merges: [[3, 1, 2, 1]],
};
