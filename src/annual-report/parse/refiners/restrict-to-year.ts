import type { Edition } from '../../../law/report-form/edition.ts';
import { APPLICANT_COLUMNS } from '../../../law/report-form/table-three.ts';
import { columnsOver } from './conclude-table-two.ts';
import { slotsOfYear } from './side-by-side.ts';
import type { TableReadings } from './table-readings.ts';

/** The readings with the report's own year only, where a table prints two years side by side and names both. */
export function restrictToYear(readings: TableReadings, edition: Edition, year: number | null): TableReadings {
  return {
    ...readings,
    two: readings.two.map(row => ({
      ...row,
      slots: slotsOfYear(row.slots, columnsOver(row, edition).length, row.years, year),
    })),
    three: readings.three.map(row => ({
      ...row,
      slots: slotsOfYear(row.slots, APPLICANT_COLUMNS.length, row.years, year),
    })),
  };
}
