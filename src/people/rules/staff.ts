import { z } from 'zod';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { findAgencyCode } from './agency.ts';
import type { AgencyCode } from './agency.ts';
import { ROLES } from './role.ts';
import type { Role } from './role.ts';
import type { StaffId } from './staff-id.ts';

/** An account as an administrator sees it. */
export type StaffMember = {
  readonly id: StaffId;
  readonly username: string;
  readonly name: string;
  /** Null only for the first administrator, until the installation's own agency is registered. */
  readonly agency: AgencyCode | null;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly enabled: boolean;
  readonly passwordMustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly federatedSubject: string | null;
};

const optionalLine = (what: string, longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `${what}超过${longest}字`)
    .transform(text => (text === '' ? null : text))
    .nullable()
    .default(null);

const staffFacts = z.object({
  username: z
    .string('账号没有填写')
    .trim()
    .toLowerCase()
    .min(1, '账号没有填写')
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, '账号应为 2 到 64 个小写字母、数字、点、下划线或连字符，如 gu.wenlan'),
  name: z.string('姓名没有填写').trim().min(1, '姓名没有填写').max(50, '姓名超过50字'),
  agency: z
    .string('请选择所在机构')
    .refine(text => findAgencyCode(text) !== undefined, '请选择所在机构')
    .transform(text => text as AgencyCode),
  email: optionalLine('电子邮箱', 200).refine(
    text => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    '电子邮箱的格式不对，应如 name@example.cn',
  ),
  roles: z.array(z.enum(ROLES, '角色不在规定的范围内')).transform(roles => ROLES.filter(role => roles.includes(role))),
  federatedSubject: optionalLine('统一身份认证标识', 200),
});

export type StaffFacts = z.output<typeof staffFacts>;
export type StaffProblem = { readonly field: string; readonly message: string };

/** Reads what an administrator entered for an account; refuses with a sentence for each field. */
export function readStaffFacts(input: unknown): Result<StaffFacts, readonly StaffProblem[]> {
  const parsed = staffFacts.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'username'), message })));
}
