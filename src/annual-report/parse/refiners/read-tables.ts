import type { RedressGroup } from '../../../law/report-form/table-four.ts';
import { TABLE_THREE_LABEL } from '../../../law/report-form/table-three.ts';
import type { LabelMeaning } from '../recognisers/form-label.ts';
import { findLikelyLabel, isCaptionFragment } from '../recognisers/find-label.ts';
import type { LabelText, PageElement, Slot } from './page-element.ts';
import type { Segment } from './segment-labels.ts';
import { findHeaderYear } from './side-by-side.ts';
import { segmentLabels } from './segment-labels.ts';
import type {
  ColumnSeen,
  LabelReading,
  RowFourSeen,
  RowThreeSeen,
  RowTwoSeen,
  TableReadings,
} from './table-readings.ts';

type Region = 'table2' | 'table3' | 'table4' | null;

const LONGEST_RUN = 120;
/** Rows of one table that are measured against each other: several reports in one file have fewer. */
const MOST_ROWS = 1000;
/** So many texts without a label among them end a table. */
const MOST_STRANGERS = 120;
/** What counts against a row of table two over which no header stands: another table may have the same row. */
const OUTSIDE_BLOCK = 0.5;
const MOST_YEARS = 30;
const REDRESS_WIDTHS = new Set([5, 10, 15]);
const filledOf = (slots: readonly Slot[]) => slots.filter(slot => !slot.isBlank);
const hasDatum = (text: LabelText) =>
  filledOf(text.slots).length > 0 || text.below.some(row => filledOf(row).length > 0);

/** Texts up to and with the first that has data behind it. */
function* runsOf(elements: readonly PageElement[]): Generator<readonly LabelText[] | Exclude<PageElement, LabelText>> {
  let run: LabelText[] = [];
  for (const element of elements) {
    if (element.kind !== 'text') {
      if (run.length > 0) yield run;
      run = [];
      yield element;
      continue;
    }
    run.push(element);
    if (hasDatum(element) || run.length >= LONGEST_RUN) {
      yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}

const regionOf = (meaning: LabelMeaning): Region => {
  switch (meaning.kind) {
    case 'block':
    case 'first-column':
    case 'column-two':
    case 'row-two':
      return 'table2';
    case 'caption-three':
    case 'column-three':
    case 'row-three':
    case 'group-three':
      return 'table3';
    case 'litigation':
    case 'group-four':
    case 'column-four':
      return 'table4';
    case 'other':
    case 'total':
      return null;
  }
};

/** Labels that are not quite the form's only count where one that is shows that this is a table at all. */
function segmentsOf(run: readonly LabelText[], isInTable: boolean): readonly Segment[] {
  if (isInTable || run.some(text => text.layout !== 'line')) return segmentLabels(run, true);
  const strict = segmentLabels(run, false);
  return strict.some(({ found }) => isTableLabel(found?.meaning)) ? segmentLabels(run, true) : strict;
}

const isTableLabel = (meaning: LabelMeaning | undefined): boolean =>
  meaning !== undefined && regionOf(meaning) !== null;

/** 其他 and 总计 without a number, told apart by what was read before: rows of table three once its data have begun. */
function resolved(
  meaning: LabelMeaning,
  region: Region,
  rowsSeen: ReadonlySet<string>,
  slots: readonly Slot[],
): LabelMeaning {
  const inBody = region === 'table3' && rowsSeen.has('unavailable.not-held') && filledOf(slots).length > 0;
  if (meaning.kind === 'total') {
    if (region === 'table4') return { kind: 'column-four', column: 'total' };
    return inBody ? { kind: 'row-three', row: 'settled' } : { kind: 'column-three', column: 'total' };
  }
  if (meaning.kind === 'other')
    return inBody ? { kind: 'row-three', row: 'closed.other' } : { kind: 'column-three', column: 'otherOrganization' };
  // The edition of 2019 has (六)其他处理 as one row.
  if (meaning.kind === 'group-three' && meaning.group === 'closed' && filledOf(slots).length > 0)
    return { kind: 'row-three', row: 'closed' };
  return meaning;
}

type RedressLabel = { readonly meaning: LabelMeaning; readonly segment: Segment };

const headerColumns = (labels: readonly RedressLabel[]): readonly number[] =>
  [
    ...new Set(
      labels.filter(({ meaning }) => meaning.kind === 'column-four').map(({ segment }) => segment.texts.at(-1)!.column),
    ),
  ].toSorted((a, b) => a - b);

/** Reads the three tables row by row out of what stands on a page. It concludes nothing: rows, labels and data as they stood. */
export function readTables(elements: readonly PageElement[]): TableReadings {
  const two: RowTwoSeen[] = [];
  const three: RowThreeSeen[] = [];
  const four: RowFourSeen[] = [];
  const labels: LabelReading[] = [];
  const headers = new Map<number, Map<string, number>>();
  const used = new Set<LabelText>();
  const rowsSeen = new Set<string>();
  let region: Region = null;
  let strangers = 0;
  let years: number[] = [];
  let inBlock = false;
  let columns: ColumnSeen[] = [];
  let redressLabels: RedressLabel[] = [];
  let redressGroup: RedressGroup | 'litigation' | null = null;

  function leave(): void {
    region = null;
    columns = [];
    years = [];
    inBlock = false;
    redressLabels = [];
    redressGroup = null;
  }

  function use(
    segment: Segment,
    table: Exclude<Region, null>,
    hasData: boolean,
    expected = segment.found?.label ?? null,
  ): void {
    for (const text of segment.texts) used.add(text);
    labels.push({ table, segment, hasData, expected });
  }

  /** Whether a text is the end of the label before it, whose data stood on a line in its middle. */
  function isRestOfLabel(segment: Segment): boolean {
    const before = labels.at(-1);
    if (before === undefined || before.segment.found === null || !before.hasData || segment.texts.some(hasDatum))
      return false;
    const printed = before.segment.printed + segment.printed;
    const found = findLikelyLabel(printed, false);
    if (found === undefined || found.label !== before.segment.found.label || found.cost >= before.segment.found.cost)
      return false;
    for (const text of segment.texts) used.add(text);
    labels[labels.length - 1] = {
      ...before,
      segment: { texts: [...before.segment.texts, ...segment.texts], printed, found },
    };
    return true;
  }

  function redress(last: LabelText): void {
    const rows = [last.slots, ...last.below].filter(slots => {
      const filled = filledOf(slots).length;
      return filled > 0 || slots.length >= 5;
    });
    const data =
      rows.find(slots => REDRESS_WIDTHS.has(filledOf(slots).length)) ??
      rows.find(slots => filledOf(slots).length > 0) ??
      rows[0];
    if (data === undefined || four.length >= MOST_ROWS) return;
    // 行政复议 alone may be a heading in the prose: its labels are a table's only now that data stand behind them.
    for (const { segment } of redressLabels) use(segment, 'table4', false);
    four.push({
      slots: data,
      layout: last.layout,
      shape: `${last.layout}:${last.column}`,
      table: last.table,
      labels: redressLabels.map(({ meaning }) => meaning),
      group: redressGroup,
      header: last.layout === 'grid' ? headerColumns(redressLabels) : null,
      place: data[0]?.place ?? last.place,
    });
    redressLabels = [];
  }

  function enter(segment: Segment): void {
    const last = segment.texts.at(-1)!;
    const slots = last.slots;
    const shape = `${last.layout}:${last.column}`;
    const read = {
      slots,
      layout: last.layout,
      shape,
      table: last.table,
      printed: segment.printed,
      years,
      place: segment.texts[0]!.place,
    };
    if (segment.found === null && isRestOfLabel(segment)) return;
    const headerYear = segment.found === null ? findHeaderYear(segment.printed) : undefined;
    if (headerYear !== undefined) years = [...years, headerYear].slice(-MOST_YEARS);
    if (segment.found === null) {
      if (region === 'table4' && redressLabels.length > 0 && hasDatum(last)) {
        use(segment, 'table4', false);
        return redress(last);
      }
      if (region !== null && region !== 'table4' && filledOf(slots).length > 0) use(segment, region, true);
      else if (region !== null && (last.layout !== 'line' || isCaptionFragment(last.text)) && last.line === '')
        for (const text of segment.texts) used.add(text);
      else if (region !== null && last.layout === 'line' && isCaptionFragment(last.text)) used.add(last);
      return;
    }
    const meaning = resolved(segment.found.meaning, region, rowsSeen, slots);
    const opened = regionOf(meaning);
    const isGeneric = segment.found.meaning.kind === 'other' || segment.found.meaning.kind === 'total';
    if (opened === null || (isGeneric && region !== opened)) return;
    // The name of a row alone on a line, outside any table, is a heading of the prose.
    if (region === null && meaning.kind === 'row-two' && last.layout === 'line' && !hasDatum(last)) return;
    region = opened;
    if (meaning.kind === 'block' || meaning.kind === 'first-column' || meaning.kind === 'column-two') inBlock = true;
    const cost = segment.found.cost;
    const expected = meaning.kind === 'row-three' ? TABLE_THREE_LABEL[meaning.row] : segment.found.label;
    if (opened !== 'table4') use(segment, opened, filledOf(slots).length > 0, expected);
    const own = slots.length > 0 ? slots : (last.below[0] ?? []);
    switch (meaning.kind) {
      case 'block':
        years = [];
        columns = [];
        break;
      case 'first-column':
        columns = [];
        break;
      case 'column-two':
        columns = [...columns, { column: meaning.column, editions: meaning.editions, at: last.column, segment }];
        break;
      case 'row-two':
        if (two.length < MOST_ROWS)
          two.push({
            ...read,
            slots: own,
            cost: cost + (inBlock ? 0 : OUTSIDE_BLOCK),
            row: meaning.row,
            editions: meaning.editions,
            columns,
          });
        break;
      case 'column-three': {
        const known = headers.get(last.table) ?? new Map<string, number>();
        if (last.layout === 'grid') known.set(meaning.column, last.column);
        headers.set(last.table, known);
        break;
      }
      case 'row-three': {
        rowsSeen.add(meaning.row);
        if (three.length < MOST_ROWS) three.push({ ...read, slots: own, cost, row: meaning.row });
        break;
      }
      case 'litigation':
        redressGroup = 'litigation';
        redressLabels = [...redressLabels, { meaning, segment }];
        if (hasDatum(last)) redress(last);
        break;
      case 'group-four':
        redressGroup = meaning.group;
        redressLabels = [...redressLabels, { meaning, segment }];
        if (hasDatum(last)) redress(last);
        break;
      case 'column-four':
        redressLabels = [...redressLabels, { meaning, segment }];
        if (hasDatum(last) || last.below.length > 0) redress(last);
        break;
      case 'caption-three':
      case 'group-three':
      case 'other':
      case 'total':
        break;
    }
  }

  for (const item of runsOf(elements)) {
    if (!('length' in item)) {
      if (item.kind === 'heading') leave();
      continue;
    }
    for (const segment of segmentsOf(item, region !== null)) {
      enter(segment);
      strangers = segment.found === null ? strangers + 1 : 0;
      if (strangers > MOST_STRANGERS) leave();
    }
  }
  return { two, three, four, labels, headers, used };
}
