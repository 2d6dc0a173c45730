import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Edition } from '../../../law/report-form/edition.ts';

/** The cells of the row 规章, and whether they count the agency's own rule-making. */
export const REGULATORY_RULE_CELLS = {
  '2021': [
    { path: 'table2.regulatoryRule.issued', own: true },
    { path: 'table2.regulatoryRule.repealed', own: true },
    { path: 'table2.regulatoryRule.inForce', own: true },
  ],
  '2019': [
    { path: 'table2.regulatoryRule.made', own: true },
    { path: 'table2.regulatoryRule.disclosed', own: false },
    { path: 'table2.regulatoryRule.total', own: false },
  ],
} as const satisfies Record<Edition, readonly { readonly path: CellPath; readonly own: boolean }[]>;
