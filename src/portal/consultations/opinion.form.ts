import { z } from 'zod';
import { OPINION_LABEL } from '../../applications/rules/application-log.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';
import { optionalText, requiredLine } from '../applications/form/form-text.ts';

/** What a third party may answer; silence is no answer. */
export const ANSWERS = ['consents', 'objects', 'consents-in-part'] as const;
export const REASONS_LIMIT = 4000;

const OPINION = z
  .strictObject({
    opinion: z.enum(ANSWERS, '请选择是否同意公开'),
    reasons: optionalText('理由', REASONS_LIMIT),
    respondent: requiredLine('答复人', 120, '请填写答复人的姓名，单位答复的写单位名称和经办人'),
    checked: z.literal('yes', '提交后不能修改，请核对后勾选'),
  })
  .check(context => {
    const { opinion, reasons } = context.value;
    if (opinion === 'consents' || reasons !== null) return;
    const message =
      opinion === 'objects' ? '不同意公开的，请说明理由' : '同意公开一部分的，请写明哪些可以公开、哪些不能以及理由';
    context.issues.push({ code: 'custom', path: ['reasons'], message, input: reasons });
  });

export type ReadOpinion = z.infer<typeof OPINION>;

/** The answer of a third party, or everything that is wrong with it. Objecting without a reason is no objection (Art. 32). */
export function readOpinionForm(values: FormValues): Result<ReadOpinion, readonly FieldProblem[]> {
  const names = ['opinion', 'reasons', 'respondent', 'checked'];
  const parsed = OPINION.safeParse(Object.fromEntries(names.map(name => [name, valueOf({ values }, name)])));
  if (parsed.success) return ok(parsed.data);
  return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
}

/** The answer as it is kept: every line with its name. */
export function opinionText({ opinion, reasons, respondent }: ReadOpinion, fileNames: readonly string[]): string {
  return [
    `意见：${OPINION_LABEL[opinion]}`,
    ...(reasons === null ? [] : [`理由：${reasons}`]),
    `答复人：${respondent}`,
    ...(fileNames.length === 0 ? [] : [`附件：${fileNames.join('、')}`]),
  ].join('\n');
}
