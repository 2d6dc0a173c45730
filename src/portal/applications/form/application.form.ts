import { z } from 'zod';
import { SUPPLY_FORMS, SUPPLY_ROUTES } from '../../../applications/rules/applicant.ts';
import type {
  Applicant,
  RequestedInformation,
  SupplyForm,
  SupplyRoute,
} from '../../../applications/rules/applicant.ts';
import type { NotifyBy } from '../../../applications/rules/case-file.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import { fieldOf, readApplicants } from './applicant.form.ts';
import { optionalLine, optionalText, requiredText } from './form-text.ts';

export const LIMITS = { description: 2000, title: 200, documentNumber: 100, assistance: 500 } as const;

/** The citizen's form, read: what Art. 29 asks for and what the applicant has added of their own will. */
export type ReadForm = {
  readonly applicants: readonly [Applicant, ...Applicant[]];
  readonly requested: RequestedInformation;
  readonly assistance: string | null;
  readonly notifyBy: NotifyBy | null;
};

const REQUESTED = z.strictObject({
  description: requiredText(
    '所需信息的内容描述',
    LIMITS.description,
    '请写明需要什么信息：名称、文号，或者便于查询的其他描述',
  ),
  title: optionalLine('信息名称', LIMITS.title),
  'document-number': optionalLine('文号', LIMITS.documentNumber),
  'supply-form': z.enum(SUPPLY_FORMS, '请选择提供信息的形式'),
  'supply-route': z.enum(SUPPLY_ROUTES, '请选择获取信息的方式'),
});

const REACHING = z.strictObject({
  assistance: optionalText('需要的帮助', LIMITS.assistance),
  notify: z.enum(['none', 'email', 'sms'], '请选择是否接收进度通知'),
});

type Reaching = { readonly assistance: string | null; readonly notifyBy: NotifyBy | null };

const pick = (values: FormValues, names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, valueOf({ values }, name)]));
const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));

const isMobile = (telephone: string | null) =>
  telephone !== null && /^(\+?86)?1\d{10}$/.test(telephone.replaceAll(/[\s-]/g, ''));

/** What the way of supply and of notices needs of the contact details of the first applicant. */
export function missingContact(
  first: Applicant,
  route: SupplyRoute,
  notifyBy: NotifyBy | null,
): readonly FieldProblem[] {
  const { contact } = first;
  const problem = (name: string, message: string): FieldProblem => ({ field: fieldOf(1, name), message });
  return [
    ...(route === 'post' && contact.address === null ? [problem('address', '选择了邮寄，请填写通讯地址')] : []),
    ...(route === 'email' && contact.email === null ? [problem('email', '选择了电子邮件，请填写电子邮箱')] : []),
    ...(route === 'fax' && contact.telephone === null
      ? [problem('telephone', '选择了传真，请在联系电话里填写传真号码')]
      : []),
    ...(notifyBy === 'email' && contact.email === null && route !== 'email'
      ? [problem('email', '选择了用电子邮件通知进度，请填写电子邮箱')]
      : []),
    ...(notifyBy === 'sms' && !isMobile(contact.telephone)
      ? [problem('telephone', '选择了用短信通知进度，请在联系电话里填写手机号码')]
      : []),
  ];
}

/** The part about help and notices, the same on both forms. */
export function readReaching(values: FormValues): Result<Reaching, readonly FieldProblem[]> {
  const notify = valueOf({ values }, 'notify');
  const parsed = REACHING.safeParse({ ...pick(values, ['assistance']), notify: notify === '' ? 'none' : notify });
  if (!parsed.success) return refuse(problemsOf(parsed.error));
  return ok({
    assistance: parsed.data.assistance,
    notifyBy: parsed.data.notify === 'none' ? null : parsed.data.notify,
  });
}

/** Inspection happens on the spot: there is nothing to post. */
function unfitting(form: SupplyForm, route: SupplyRoute): readonly FieldProblem[] {
  if (form === 'inspection' && route !== 'collect')
    return [{ field: 'supply-route', message: '选择了现场查阅、抄录，获取方式请选“当面领取（现场查阅）”' }];
  if (form === 'paper' && (route === 'email' || route === 'online'))
    return [
      {
        field: 'supply-route',
        message: '纸质文本不能用电子邮件或者网上下载提供，请选邮寄、当面领取或者传真，或者把形式改为电子文件',
      },
    ];
  return [];
}

/** The application form as it was filled in, or everything that is wrong with it, in the order of the page. */
export function readApplicationForm(values: FormValues): Result<ReadForm, readonly FieldProblem[]> {
  const requested = REQUESTED.safeParse(pick(values, Object.keys(REQUESTED.shape)));
  const applicants = readApplicants(values);
  const reaching = readReaching(values);
  if (!requested.success || !applicants.ok || !reaching.ok)
    return refuse([
      ...(requested.success ? [] : problemsOf(requested.error)),
      ...(applicants.ok ? [] : applicants.problem),
      ...(reaching.ok ? [] : reaching.problem),
    ]);
  const { description, title, 'document-number': documentNumber, ...supply } = requested.data;
  const [supplyForm, supplyRoute] = [supply['supply-form'], supply['supply-route']];
  const problems = [
    ...unfitting(supplyForm, supplyRoute),
    ...missingContact(applicants.value[0], supplyRoute, reaching.value.notifyBy),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    applicants: applicants.value,
    requested: { description, title, documentNumber, supplyForm, supplyRoute },
    ...reaching.value,
  });
}

const SEVERAL = /(?:^|\n)\s*(?:2[.、．)）]|二、|（二）|②)|(?:另外|同时)还?(?:申请|要求)公开/u;

/** Whether the text looks like several matters (一事一申请): worth a hint, never a refusal. */
export function looksLikeSeveral(description: string): boolean {
  return SEVERAL.test(description);
}
