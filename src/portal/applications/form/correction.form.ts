import { z } from 'zod';
import { SUPPLY_ROUTES } from '../../../applications/rules/applicant.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import { readApplicants } from './applicant.form.ts';
import { missingContact, readReaching } from './application.form.ts';
import type { ReadForm } from './application.form.ts';
import { requiredText } from './form-text.ts';

export const CORRECTION_LIMIT = 1000;

const CORRECTION = z.strictObject({
  record: requiredText('有误的记录', CORRECTION_LIMIT, '请写明哪一份记录有误，例如证件、档案、决定书的名称和日期'),
  wrong: requiredText('不准确的内容', CORRECTION_LIMIT, '请写明记录中哪里不准确'),
  right: requiredText('应当更正为', CORRECTION_LIMIT, '请写明应当更正成什么'),
  evidence: requiredText('证据', CORRECTION_LIMIT, '请写明有什么证据，例如户口簿、判决书；可以在下面上传'),
  'supply-route': z.enum(SUPPLY_ROUTES, '请选择答复送给您的方式'),
});

/** The form of 更正 as it was filled in (Art. 41), as the application that it becomes; or everything that is wrong with it. */
export function readCorrectionForm(values: FormValues): Result<ReadForm, readonly FieldProblem[]> {
  const correction = CORRECTION.safeParse(
    Object.fromEntries(Object.keys(CORRECTION.shape).map(name => [name, valueOf({ values }, name)])),
  );
  const applicants = readApplicants(values);
  const reaching = readReaching(values);
  if (!correction.success || !applicants.ok || !reaching.ok)
    return refuse([
      ...(correction.success
        ? []
        : correction.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))),
      ...(applicants.ok ? [] : applicants.problem),
      ...(reaching.ok ? [] : reaching.problem),
    ]);
  const { record, wrong, right, evidence, 'supply-route': supplyRoute } = correction.data;
  const problems = missingContact(applicants.value[0], supplyRoute, reaching.value.notifyBy);
  if (problems.length > 0) return refuse(problems);
  return ok({
    applicants: applicants.value,
    requested: {
      description: `有误的记录：${record}\n不准确的内容：${wrong}\n应当更正为：${right}\n证据：${evidence}`,
      title: null,
      documentNumber: null,
      supplyForm: 'any',
      supplyRoute,
    },
    ...reaching.value,
  });
}
