import type { DisputeId } from '../../disputes/rules/dispute-id.ts';
import type { RedressColumn, RedressGroup } from '../../law/report-form/table-four.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export const DISPUTES_PATH = '/office/disputes';
export const disputePath = (id: DisputeId): string => `${DISPUTES_PATH}/${id}`;

/** The disputes behind a cell of table four. */
export const disputesOfCell = (year: number, group: RedressGroup, column: RedressColumn): string =>
  pageAddress(DISPUTES_PATH, { year: String(year), group, column });
