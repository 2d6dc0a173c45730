import { z } from 'zod';
import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

/** What an office adds to proofreading: names of its own, wordings that it keeps and why, telephone numbers it makes public. */
export type OfficeLexicon = z.infer<typeof officeLexicon>;

const officeLexicon = z.strictObject({
  terms: z.array(z.string().trim().min(2).max(50)).max(5000).default([]),
  allow: z
    .array(z.strictObject({ text: z.string().min(1).max(200), reason: z.string().trim().min(1).max(500) }))
    .max(5000)
    .default([]),
  officialNumbers: z.array(z.string().trim().min(5).max(30)).max(1000).default([]),
});

const FIELD_NAME: Readonly<Record<string, string>> = {
  terms: '本单位用词（terms，两个字以上的文字数组）',
  allow: '保留的写法（allow，每项要有 text 和 reason）',
  officialNumbers: '公开的联系电话（officialNumbers，文字数组）',
};

/** An office's lexicon from JSON (already parsed); an exception without a reason is refused, in one Chinese sentence. */
export function readOfficeLexicon(input: unknown): Result<OfficeLexicon, string> {
  const parsed = officeLexicon.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  const where = FIELD_NAME[field] ?? 'terms、allow、officialNumbers 三项';
  return refuse(`词表文件不符合约定，请检查${where}`);
}
