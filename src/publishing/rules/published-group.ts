import type { AgencyCode } from '../../people/rules/agency.ts';
import type { ColumnCode } from './ids.ts';
import type { ItemKind } from './item-kind.ts';

/** How an item kept the day by which it had to be public (Art. 26); `no-period` where none can be counted for it. */
export const TIMINGS = ['in-time', 'late', 'no-period'] as const;
export type Timing = (typeof TIMINGS)[number];

/** Items first published in a period that are alike; corrections are no second publication. */
export type PublishedGroup = {
  readonly agency: AgencyCode;
  readonly column: ColumnCode;
  readonly kind: ItemKind;
  /** Of the day of publication, such as 2025-03. */
  readonly month: string;
  readonly timing: Timing;
  readonly normative: boolean;
  readonly count: number;
};
