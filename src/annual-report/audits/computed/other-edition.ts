import type { LabelSeen } from '../../rules/report.ts';

/** Whether a label is a column heading of table two of the other edition: then the numbers below count something else. */
export function isHeaderOfOtherEdition({ table, variant, printed }: LabelSeen): boolean {
  return (
    table === 'table2' &&
    variant === 'other-edition' &&
    /^(?:本年|对外公开|现行有效|上一年|处理决定)/u.test(printed.trim())
  );
}
