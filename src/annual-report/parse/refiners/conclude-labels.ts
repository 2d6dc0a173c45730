import type { Edition } from '../../../law/report-form/edition.ts';
import type { LabelSeen } from '../../rules/report.ts';
import { findRowTwo } from './conclude-table-two.ts';
import { variantOf } from './label-variant.ts';
import type { LabelReading, TableReadings } from './table-readings.ts';

/** For a label that only the other edition has: the label of this edition in its place, null where it has none. */
function labelInstead(reading: LabelReading, edition: Edition, readings: TableReadings): string | null | undefined {
  const meaning = reading.segment.found?.meaning;
  if (meaning === undefined) return undefined;
  if (meaning.kind === 'row-two') {
    if (meaning.editions.includes(edition)) return undefined;
    return findRowTwo(edition, meaning.row)?.label ?? null;
  }
  if (meaning.kind === 'column-two') {
    if (meaning.editions.includes(edition)) return undefined;
    const row = readings.two.find(({ columns }) => columns.some(({ segment }) => segment === reading.segment));
    const index = row?.columns.findIndex(({ segment }) => segment === reading.segment) ?? -1;
    return (row === undefined ? undefined : findRowTwo(edition, row.row)?.columns[index]?.label) ?? null;
  }
  if (reading.expected === '（六）其他处理' && reading.hasData && edition === '2021') return null;
  return undefined;
}

/** Every label that is not the form's, in page order, each wording once. */
export function concludeLabels(readings: TableReadings, edition: Edition): readonly LabelSeen[] {
  const seen = new Map<string, LabelSeen>();
  for (const reading of readings.labels) {
    const { table, segment, expected, hasData } = reading;
    const printed = segment.printed.trim();
    const place = segment.texts[0]?.place;
    const enter = (variant: LabelSeen['variant'], label: string | null) => {
      const key = `${table}|${printed}|${label}|${variant}`;
      if (!seen.has(key))
        seen.set(key, { table, printed, expected: label, variant, ...(place === undefined ? {} : { place }) });
    };
    if (expected === null) {
      if (hasData) enter('extra', null);
      continue;
    }
    const instead = labelInstead(reading, edition, readings);
    if (instead !== undefined) {
      enter('other-edition', instead);
      continue;
    }
    const variant = variantOf(printed, expected);
    if (variant !== null) enter(variant, expected);
  }
  return [...seen.values()];
}
