import type { Edition } from './edition.ts';

/** One row of table two (二、主动公开政府信息情况): its label and its columns, in the order of the form. */
export type TableTwoRow = {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly unit: 'count' | 'signed' | 'wan-yuan' | 'amount';
  }[];
};
/** A block of table two: the item of art. 20 it reports on, and its rows, which share their columns. */
export type TableTwoBlock = { readonly heading: string; readonly rows: readonly TableTwoRow[] };

const documents2021 = [
  { key: 'issued', label: '本年制发件数', unit: 'count' },
  { key: 'repealed', label: '本年废止件数', unit: 'count' },
  { key: 'inForce', label: '现行有效件数', unit: 'count' },
] as const;
const decisions2021 = [{ key: 'decisions', label: '本年处理决定数量', unit: 'count' }] as const;
const documents2019 = [
  { key: 'made', label: '本年新制作数量', unit: 'count' },
  { key: 'disclosed', label: '本年新公开数量', unit: 'count' },
  { key: 'total', label: '对外公开总数量', unit: 'count' },
] as const;
const items2019 = [
  { key: 'itemsLastYear', label: '上一年项目数量', unit: 'count' },
  { key: 'change', label: '本年增/减', unit: 'signed' },
] as const;
const decisions2019 = [...items2019, { key: 'decisions', label: '处理决定数量', unit: 'count' }] as const;

export const TABLE_TWO = {
  '2021': [
    {
      heading: '第二十条第（一）项',
      rows: [
        { key: 'regulatoryRule', label: '规章', columns: documents2021 },
        { key: 'normativeDocument', label: '行政规范性文件', columns: documents2021 },
      ],
    },
    { heading: '第二十条第（五）项', rows: [{ key: 'license', label: '行政许可', columns: decisions2021 }] },
    {
      heading: '第二十条第（六）项',
      rows: [
        { key: 'penalty', label: '行政处罚', columns: decisions2021 },
        { key: 'coercion', label: '行政强制', columns: decisions2021 },
      ],
    },
    {
      heading: '第二十条第（八）项',
      rows: [
        {
          key: 'administrativeFee',
          label: '行政事业性收费',
          columns: [{ key: 'amountWan', label: '本年收费金额（单位：万元）', unit: 'wan-yuan' }],
        },
      ],
    },
  ],
  '2019': [
    {
      heading: '第二十条第（一）项',
      rows: [
        { key: 'regulatoryRule', label: '规章', columns: documents2019 },
        { key: 'normativeDocument', label: '规范性文件', columns: documents2019 },
      ],
    },
    {
      heading: '第二十条第（五）项',
      rows: [
        { key: 'license', label: '行政许可', columns: decisions2019 },
        { key: 'otherService', label: '其他对外管理服务事项', columns: decisions2019 },
      ],
    },
    {
      heading: '第二十条第（六）项',
      rows: [
        { key: 'penalty', label: '行政处罚', columns: decisions2019 },
        { key: 'coercion', label: '行政强制', columns: decisions2019 },
      ],
    },
    {
      heading: '第二十条第（八）项',
      rows: [{ key: 'administrativeFee', label: '行政事业性收费', columns: items2019 }],
    },
    {
      heading: '第二十条第（九）项',
      rows: [
        {
          key: 'procurement',
          label: '政府集中采购',
          columns: [
            { key: 'projects', label: '采购项目数量', unit: 'count' },
            { key: 'amount', label: '采购总金额', unit: 'amount' },
          ],
        },
      ],
    },
  ],
} as const satisfies Record<Edition, readonly TableTwoBlock[]>;

/** The caption over the first column of every block. */
export const TABLE_TWO_FIRST_COLUMN = '信息内容';

type Blocks = (typeof TABLE_TWO)[Edition][number];
type Rows = Blocks['rows'][number];
type PathOf<Row> = Row extends { key: infer K extends string; columns: readonly (infer C)[] }
  ? C extends { key: infer F extends string }
    ? `table2.${K}.${F}`
    : never
  : never;
/** `table2.normativeDocument.issued`, … of either edition. */
export type TableTwoPath = PathOf<Rows>;
