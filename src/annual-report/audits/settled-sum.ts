import { APPLICANT_COLUMN_LABEL } from '../../law/report-form/table-three.ts';
import type { ApplicantColumn } from '../../law/report-form/table-three.ts';
import { balanceVerdict } from './computed/balance-verdict.ts';
import { defineAudit } from './audit.ts';

/** E2: in every column of table three （七）总计 is the sum of all outcome rows. */
export const settledSum = defineAudit({
  id: 'settled-sum',
  title: '表三每一列的（七）总计等于各项办理结果之和',
  basis: { source: 'report-form-2021', part: '第三部分表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts =>
    balanceVerdict(facts, 'settled-sum', ({ where }, state) => {
      const column = APPLICANT_COLUMN_LABEL[where.slice(where.lastIndexOf('.') + 1) as ApplicantColumn];
      return {
        quote: `（七）总计 ${state.right}`,
        message: `“${column}”一列各项办理结果之和为${state.left}，（七）总计却是${state.right}`,
        suggestion: `请核对本列各格；按各项之和，（七）总计应为${state.left}`,
      };
    }),
});
