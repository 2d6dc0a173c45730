/** The two editions of the statutory form: 2019 (reports for 2019 and 2020) and 2021 (reports for 2021 and later). */
export type Edition = '2019' | '2021';

/** The first report years of the two editions. */
export const FIRST_REPORT_YEAR = { '2019': 2019, '2021': 2021 } as const satisfies Record<Edition, number>;

/** The edition that a report for `year` must use; null for years before the form of 2019. */
export function editionFor(year: number): Edition | null {
  if (year >= FIRST_REPORT_YEAR['2021']) return '2021';
  return year >= FIRST_REPORT_YEAR['2019'] ? '2019' : null;
}
