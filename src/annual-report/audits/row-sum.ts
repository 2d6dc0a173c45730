import { cellName, lineName } from './computed/cell-name.ts';
import { balanceVerdict } from './computed/balance-verdict.ts';
import { defineAudit } from './audit.ts';

/** E1: in every row of table three 总计 is the sum of the six kinds of applicants. */
export const rowSum = defineAudit({
  id: 'row-sum',
  title: '表三每一行的总计等于六类申请人之和',
  basis: { source: 'report-form-2021', part: '第三部分表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts =>
    balanceVerdict(facts, 'row-sum', ({ right }, state) => ({
      quote: `总计 ${state.right}`,
      message: `“${lineName(right[0]!)}”一行六类申请人之和为${state.left}，总计却是${state.right}`,
      suggestion: `请核对本行各格；按各格之和，“${cellName(right[0]!)}”应为${state.left}`,
    })),
});
