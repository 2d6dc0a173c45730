import { z } from 'zod';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormValues } from '../../../views/form/form-state.ts';

/** As printed and as read out: small letters, spaces and hyphens are forgiven. */
const code = (missing: string) =>
  z
    .string()
    .transform(text =>
      text
        .normalize('NFKC')
        .replaceAll(/[\s\-‐-―]/g, '')
        .toUpperCase(),
    )
    .pipe(z.string().min(1, missing).max(64, '输入的内容太长，请照回执重新填写'));

const ASKED = z.strictObject({ code: code('请填写回执上的查询码'), password: code('请填写回执上的查询密码') });

export type Asked = z.infer<typeof ASKED>;

/** What somebody asks with; whether it is right is found out without telling which of the two is wrong. */
export function readAskForm(values: FormValues): Result<Asked, readonly FieldProblem[]> {
  const parsed = ASKED.safeParse({ code: valueOf({ values }, 'code'), password: valueOf({ values }, 'password') });
  if (parsed.success) return ok(parsed.data);
  return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
}
