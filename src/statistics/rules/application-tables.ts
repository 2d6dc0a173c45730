import {
  APPLICANT_COLUMN_LABEL,
  APPLICANT_KINDS,
  OUTCOME_GROUPS,
  OUTCOME_ROWS_2021,
  outcomeGroupOf,
  TABLE_THREE_LABEL,
} from '../../law/report-form/table-three.ts';
import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import { CHANNEL_LABEL, CHANNELS } from '../../applications/rules/channel.ts';
import type { PeriodGroup } from '../../applications/rules/period-group.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { sumOf } from './publishing-tables.ts';
import { percentOf } from './stat-table.ts';
import type { Drill, StatCell, StatRow, StatTable } from './stat-table.ts';

const isSettled = ({ outcome }: PeriodGroup): boolean => outcome !== null;

/** The figures of a period: received, carried in, settled, carried out, and how the settled ones kept their time. */
export type ApplicationFigures = {
  readonly received: number;
  readonly carriedIn: number;
  readonly settled: number;
  readonly inTime: number;
  readonly late: number;
  readonly carriedOut: number;
};

/** The same counting as table three: received + carriedIn = settled + carriedOut. */
export function figuresOf(groups: readonly PeriodGroup[]): ApplicationFigures {
  const settled = groups.filter(isSettled);
  return {
    received: sumOf(groups.filter(({ isNew }) => isNew)),
    carriedIn: sumOf(groups.filter(({ isNew }) => !isNew)),
    settled: sumOf(settled),
    inTime: sumOf(settled.filter(({ late }) => late === false)),
    late: sumOf(settled.filter(({ late }) => late === true)),
    carriedOut: sumOf(groups.filter(group => !isSettled(group))),
  };
}

const HEADINGS = ['新收', '上期结转', '办结', '按期', '逾期', '按期率', '结转下期'] as const;

function cellsOf(groups: readonly PeriodGroup[], drill: Drill): readonly StatCell[] {
  const { received, carriedIn, settled, inTime, late, carriedOut } = figuresOf(groups);
  return [
    { value: received, drill: { ...drill, from: 'new' } },
    { value: carriedIn, drill: { ...drill, from: 'before' } },
    { value: settled, drill: { ...drill, settled: 'any' } },
    { value: inTime, drill: { ...drill, settled: 'any', late: 'no' } },
    { value: late, drill: { ...drill, settled: 'any', late: 'yes' } },
    { value: percentOf(inTime, inTime + late), drill: null, unit: '%' },
    { value: carriedOut, drill: { ...drill, settled: 'open' } },
  ];
}

function splitBy(
  groups: readonly PeriodGroup[],
  key: 'agency' | 'channel' | 'applicantKind',
  caption: string,
  heading: string,
  rows: readonly (readonly [string, string])[],
): StatTable {
  return {
    key,
    caption,
    headings: [heading, ...HEADINGS],
    rows: [
      ...rows.map(([value, label]): StatRow => ({
        label,
        cells: cellsOf(
          groups.filter(group => group[key] === value),
          { [key]: value },
        ),
      })),
      { label: '合计', cells: cellsOf(groups, {}), isTotal: true },
    ],
  };
}

const outcomeName = (row: OutcomeRow): string => {
  const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
  return group === undefined ? TABLE_THREE_LABEL[row] : `${group.label} ${TABLE_THREE_LABEL[row]}`;
};

function outcomeTable(groups: readonly PeriodGroup[]): StatTable {
  const settled = sumOf(groups.filter(isSettled));
  const rowOf = (row: OutcomeRow): StatRow => {
    const value = sumOf(groups.filter(({ outcome }) => outcome === row));
    return {
      label: outcomeName(row),
      cells: [
        { value, drill: { settled: row } },
        { value: percentOf(value, settled), drill: null, unit: '%' },
      ],
    };
  };
  return {
    key: 'outcome',
    caption: '按办理结果',
    headings: ['办理结果', '件数', '占办结'],
    rows: [
      ...OUTCOME_ROWS_2021.map(rowOf),
      {
        label: '总计',
        cells: [
          { value: settled, drill: { settled: 'any' } },
          { value: percentOf(settled, settled), drill: null, unit: '%' },
        ],
        isTotal: true,
      },
    ],
  };
}

/** Applications of a period by agency (where there are several), channel, kind of applicant and outcome. */
export function applicationTables(
  groups: readonly PeriodGroup[],
  agencies: ReadonlyMap<AgencyCode, string>,
): readonly StatTable[] {
  return [
    ...(agencies.size > 1 ? [splitBy(groups, 'agency', '按机关', '机关', [...agencies])] : []),
    splitBy(
      groups,
      'channel',
      '按申请渠道',
      '渠道',
      CHANNELS.map(channel => [channel, CHANNEL_LABEL[channel]] as const),
    ),
    splitBy(
      groups,
      'applicantKind',
      '按申请人',
      '申请人',
      APPLICANT_KINDS.map(kind => [kind, APPLICANT_COLUMN_LABEL[kind]] as const),
    ),
    outcomeTable(groups),
  ];
}
