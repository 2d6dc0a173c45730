import type { AgencyCode } from '../../people/rules/agency.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import type { PublishedGroup, Timing } from '../../publishing/rules/published-group.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import { percentOf } from './stat-table.ts';
import type { Drill, StatCell, StatRow, StatTable } from './stat-table.ts';

/** What agencies and columns are called; a column that was closed has its name still. */
export type PublishingNames = {
  readonly agencies: ReadonlyMap<AgencyCode, string>;
  readonly columns: ReadonlyMap<ColumnCode, string>;
};

/** How many of the groups' items. */
export const sumOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

const HEADINGS = ['发布', '按期', '逾期', '不计期限', '按期率'] as const;

function cellsOf(groups: readonly PublishedGroup[], drill: Drill): readonly StatCell[] {
  const of = (timing: Timing) => sumOf(groups.filter(group => group.timing === timing));
  const [inTime, late] = [of('in-time'), of('late')];
  return [
    { value: sumOf(groups), drill },
    { value: inTime, drill: { ...drill, timing: 'in-time' } },
    { value: late, drill: { ...drill, timing: 'late' } },
    { value: of('no-period'), drill: { ...drill, timing: 'no-period' } },
    { value: percentOf(inTime, inTime + late), drill: null, unit: '%' },
  ];
}

type Split = {
  readonly key: keyof Pick<PublishedGroup, 'agency' | 'column' | 'kind' | 'month'>;
  readonly caption: string;
  readonly heading: string;
  readonly label: (key: string) => string;
  readonly order: (a: string, b: string) => number;
};

function tableOf(groups: readonly PublishedGroup[], { key, caption, heading, label, order }: Split): StatTable {
  const parts = Map.groupBy(groups, group => String(group[key]));
  const rows = [...parts]
    .toSorted(([a], [b]) => order(a, b))
    .map(([value, part]): StatRow => ({ label: label(value), cells: cellsOf(part, { [key]: value }) }));
  return {
    key,
    caption,
    headings: [heading, ...HEADINGS],
    rows: [...rows, { label: '合计', cells: cellsOf(groups, {}), isTotal: true }],
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byKind = (a: string, b: string) =>
  ITEM_KINDS.findIndex(kind => kind === a) - ITEM_KINDS.findIndex(kind => kind === b);

/**
 * What was published in a period, by month, kind, column and agency, each with how the period of Art. 26 was kept. Every table adds
 * up to the same sums. Tables that would have one row are left out.
 */
export function publishingTables(
  groups: readonly PublishedGroup[],
  { agencies, columns }: PublishingNames,
): readonly StatTable[] {
  const ofMonth = tableOf(groups, {
    key: 'month',
    caption: '按月份',
    heading: '月份',
    label: month => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
    order: byText,
  });
  const ofAgency = tableOf(groups, {
    key: 'agency',
    caption: '按机关',
    heading: '机关',
    label: code => agencies.get(code as AgencyCode) ?? code,
    order: byText,
  });
  return [
    ...(ofAgency.rows.length > 2 ? [ofAgency] : []),
    ...(ofMonth.rows.length > 2 ? [ofMonth] : []),
    tableOf(groups, {
      key: 'kind',
      caption: '按信息种类',
      heading: '种类',
      label: kind => (ITEM_KIND_LABEL as Readonly<Record<string, string>>)[kind] ?? kind,
      order: byKind,
    }),
    tableOf(groups, {
      key: 'column',
      caption: '按栏目',
      heading: '栏目',
      label: code => columns.get(code as ColumnCode) ?? code,
      order: byText,
    }),
  ];
}
