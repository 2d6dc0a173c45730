import { z } from 'zod';
import { CASE_KINDS } from './application-log.ts';

/**
 * 填写中的申请表: a form between its pages. Code and password are drawn with it, so that sending it twice lodges it once. What was typed is
 * kept as it was typed; it is read anew each time.
 */
const DRAFT = z.strictObject({
  caseKind: z.enum(CASE_KINDS),
  agency: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  files: z.array(
    z.strictObject({
      field: z.enum(['identity-proof', 'attachment']),
      file: z.string(),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      scan: z.enum(['clean', 'not-scanned']),
    }),
  ),
  queryCode: z.string(),
  password: z.string(),
});

export type FormDraft = z.infer<typeof DRAFT>;
export type DraftFile = FormDraft['files'][number];

export const draftText = (draft: FormDraft): string => JSON.stringify(draft);

/** The draft in a text that was kept; undefined where an earlier version of the program has kept it otherwise. */
export function findDraftIn(text: string): FormDraft | undefined {
  try {
    return DRAFT.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
