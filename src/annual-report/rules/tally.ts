import {
  APPLICANT_COLUMNS,
  APPLICANT_KINDS,
  OUTCOME_ROWS_2021,
  TABLE_THREE_ROWS,
} from '../../law/report-form/table-three.ts';
import type { ApplicantColumn, ApplicantKind, OutcomeRow, TableThreePath } from '../../law/report-form/table-three.ts';
import { countedSettlementOf, isCounted } from '../../applications/rules/counting.ts';
import type { Application } from '../../applications/rules/fold.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';

type Day = Temporal.PlainDate;

/** A row of table three that is counted; 总计 is summed. */
export type CountedRow = 'new' | 'carried-in' | OutcomeRow | 'carried-out';
export const COUNTED_ROWS: readonly CountedRow[] = ['new', 'carried-in', ...OUTCOME_ROWS_2021, 'carried-out'];

/** A row of the form of 2021. */
export type FormRow = (typeof TABLE_THREE_ROWS)['2021'][number];

/** An application as far as the report counts it: its log, folded, and the day of receipt that follows from it. */
export type FileToCount = {
  readonly id: ApplicationId;
  readonly receivedOn: Day | null;
  readonly application: Pick<
    Application,
    'caseKind' | 'children' | 'applicantKind' | 'settlement' | 'earlierSettlements'
  >;
};

/** What stands behind a cell, by counted row and kind of applicant. */
export type Tally<Entry> = Readonly<Record<CountedRow, Readonly<Record<ApplicantKind, Entry>>>>;

/** A tally whose cells are made one by one. Loops: for a year of all agencies it is made thousands of times. */
export function tallyFrom<Entry>(entryOf: (row: CountedRow, kind: ApplicantKind) => Entry): Tally<Entry> {
  const tally = {} as Record<CountedRow, Record<ApplicantKind, Entry>>;
  for (const row of COUNTED_ROWS) {
    const entries = {} as Record<ApplicantKind, Entry>;
    for (const kind of APPLICANT_KINDS) entries[kind] = entryOf(row, kind);
    tally[row] = entries;
  }
  return tally;
}

/** The rows in which an application counts in a year; none where it has nothing to do with the year. */
function rowsIn(year: number, receivedOn: Day, settled: ReturnType<typeof countedSettlementOf>): CountedRow[] {
  const [received, closed] = [receivedOn.year, settled?.on.year ?? Infinity];
  if (received > year || closed < year) return [];
  const from: CountedRow = received === year ? 'new' : 'carried-in';
  return [from, settled !== null && closed === year ? settled.outcome : 'carried-out'];
}

/**
 * Table three of a year with the applications behind every cell: 新收 by the day of receipt, 办理结果 by the day of settlement,
 * 结转 what was received and open at the end of 31 December, 上年结转 that of the year before. Every application that counts
 * in the year stands in one of the first two rows and in one of the others, so that every column balances by construction.
 */
export function tallyApplications(files: readonly FileToCount[], year: number): Tally<readonly ApplicationId[]> {
  const tally = tallyFrom((): ApplicationId[] => []);
  for (const { id, receivedOn, application } of files) {
    if (receivedOn === null || !isCounted(application)) continue;
    const settled = countedSettlementOf(application, receivedOn);
    for (const row of rowsIn(year, receivedOn, settled)) tally[row][application.applicantKind].push(id);
  }
  return tally;
}

/** The counted rows that a row of the form shows together. */
export const rowsBehind = (row: FormRow): readonly CountedRow[] => (row === 'settled' ? OUTCOME_ROWS_2021 : [row]);
/** The kinds of applicants that a column shows together. */
export const kindsBehind = (column: ApplicantColumn): readonly ApplicantKind[] =>
  column === 'total' ? APPLICANT_KINDS : [column];

/** The ids behind a cell of the form, sums too. */
export function idsBehind(
  tally: Tally<readonly ApplicationId[]>,
  row: FormRow,
  column: ApplicantColumn,
): readonly ApplicationId[] {
  return rowsBehind(row).flatMap(counted => kindsBehind(column).flatMap(kind => tally[counted][kind]));
}

export type TableThreeFigures = Readonly<Partial<Record<TableThreePath, number>>>;

type FormPath = keyof TableThreeFigures;

/** The form with nothing counted. */
const NOUGHTS: Record<FormPath, number> = Object.fromEntries(
  TABLE_THREE_ROWS['2021'].flatMap(row => APPLICANT_COLUMNS.map(column => [`table3.${row}.${column}`, 0])),
) as Record<FormPath, number>;

/** The cells of the form into which each counted cell goes: itself, the total of its row, and 总计 where it is a result. */
const GOES_INTO: Tally<readonly FormPath[]> = tallyFrom((row, kind) =>
  TABLE_THREE_ROWS['2021'].flatMap(of =>
    rowsBehind(of).includes(row) ? [`table3.${of}.${kind}` as const, `table3.${of}.total` as const] : [],
  ),
);

/** All 25 rows and 7 columns of the form of 2021 from the counted cells. Most cells are 0: only the others are added up. */
export function tableThreeOf(counts: Tally<number>): TableThreeFigures {
  const figures = { ...NOUGHTS };
  for (const row of COUNTED_ROWS) {
    const counted = counts[row];
    for (const kind of APPLICANT_KINDS)
      if (counted[kind] !== 0) for (const path of GOES_INTO[row][kind]) figures[path] += counted[kind];
  }
  return figures;
}

/** Applications that count alike in a year, as a register groups them. */
type CountedGroup = {
  readonly applicantKind: ApplicantKind;
  readonly isNew: boolean;
  /** Null: open at the end of the year. */
  readonly outcome: OutcomeRow | null;
  readonly count: number;
};

/** The same counts from groups that a register has already counted. */
export function countsOfGroups(groups: readonly CountedGroup[]): Tally<number> {
  const tally = tallyFrom(() => 0) as Record<CountedRow, Record<ApplicantKind, number>>;
  for (const { applicantKind, isNew, outcome, count } of groups) {
    tally[isNew ? 'new' : 'carried-in'][applicantKind] += count;
    tally[outcome ?? 'carried-out'][applicantKind] += count;
  }
  return tally;
}

/** How many stand behind each cell. */
export const countsOf = (tally: Tally<readonly unknown[]>): Tally<number> =>
  tallyFrom((row, kind) => tally[row][kind].length);
