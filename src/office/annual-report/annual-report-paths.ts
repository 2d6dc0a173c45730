import { findFormCell } from '../../law/report-form/cells.ts';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../../law/report-form/table-four.ts';
import { disputesOfCell } from '../disputes/dispute-paths.ts';

export const ANNUAL_REPORT_PATH = '/office/annual-report';
export const yearPath = (year: number): string => `${ANNUAL_REPORT_PATH}/${year}`;

const DOCUMENTS = 'table2.normativeDocument.';

/**
 * Where what a cell counts can be seen: the applications, the disputes, the documents, the source of an entered figure. `isCounted`: a
 * figure of table two that the register counts.
 */
export function cellPath(year: number, path: string, isCounted: boolean): string | undefined {
  const cell = findFormCell(path);
  if (cell === undefined) return undefined;
  if (cell.table === 'table3') return `${yearPath(year)}/cells/${path.slice('table3.'.length)}`;
  const document = path.startsWith(DOCUMENTS) ? path.slice(DOCUMENTS.length) : null;
  if (document !== null && isCounted) return `${yearPath(year)}/documents/${document}`;
  if (cell.table === 'table2') return `${yearPath(year)}/figures#${path}`;
  const [, group, column] = path.split('.');
  const [of, as] = [REDRESS_GROUPS.find(one => one === group), REDRESS_COLUMNS.find(one => one === column)];
  return of === undefined || as === undefined ? undefined : disputesOfCell(year, of, as);
}
