import { APPLICANT_COLUMN_LABEL } from '../../law/report-form/table-three.ts';
import type { ApplicantColumn } from '../../law/report-form/table-three.ts';
import { valueAt } from '../rules/report.ts';
import { balanceVerdict } from './computed/balance-verdict.ts';
import { defineAudit } from './audit.ts';

/** E3: in every column of table three, 第一项加第二项之和，等于第三项加第四项之和. */
export const intakeBalance = defineAudit({
  id: 'intake-balance',
  title: '表三每一列的本年新收加上年结转等于办理结果总计加结转下年度',
  basis: { source: 'report-form-2021', part: '第三部分表格注“第一项加第二项之和，等于第三项加第四项之和”' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts =>
    balanceVerdict(facts, 'intake-balance', ({ where, left, right }, state) => {
      const column = APPLICANT_COLUMN_LABEL[where.slice(where.lastIndexOf('.') + 1) as ApplicantColumn];
      const [received, carriedIn, settled, carriedOut] = [...left, ...right].map(path => valueAt(facts, path) ?? 0);
      return {
        quote: `${received}+${carriedIn}≠${settled}+${carriedOut}`,
        message: `“${column}”一列新收${received}加结转${carriedIn}为${state.left}，办理结果${settled}加结转下年度${carriedOut}为${state.right}，两边不等`,
        suggestion: '请核对本列的新收、上年结转、（七）总计和结转下年度四格',
      };
    }),
});
