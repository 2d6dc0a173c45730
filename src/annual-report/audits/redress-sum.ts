import { balanceVerdict } from './computed/balance-verdict.ts';
import { lineName } from './computed/cell-name.ts';
import { defineAudit } from './audit.ts';

/** E5: in each group of table four 总计 is the sum of 结果维持, 结果纠正, 其他结果 and 尚未审结. */
export const redressSum = defineAudit({
  id: 'redress-sum',
  title: '表四每一组的总计等于四种结果之和',
  basis: { source: 'report-form-2021', part: '第四部分表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts =>
    balanceVerdict(facts, 'redress-sum', ({ right }, state) => ({
      quote: `总计 ${state.right}`,
      message: `“${lineName(right[0]!)}”的维持、纠正、其他、尚未审结之和为${state.left}，总计却是${state.right}`,
      suggestion: `请核对这一组的五格；按四项之和，总计应为${state.left}`,
    })),
});
