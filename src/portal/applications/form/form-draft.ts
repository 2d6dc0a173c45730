import { z } from 'zod';
import { CASE_KINDS } from '../../../applications/rules/application-log.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import { findFileId } from '../../../platform/files/file-store.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';

/**
 * A form between its pages. It travels in the page, sealed: nothing is stored of somebody who does not send it, and nobody can
 * change what was checked. The code and the password are drawn with it, so that sending it twice lodges it once.
 */
const DRAFT = z.strictObject({
  caseKind: z.enum(CASE_KINDS),
  agency: z.string().transform((text, context): AgencyCode => {
    const code = findAgencyCode(text);
    if (code === undefined) context.addIssue({ code: 'custom', message: 'no agency' });
    return code ?? (text as AgencyCode);
  }),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  files: z.array(
    z.strictObject({
      field: z.enum(['identity-proof', 'attachment']),
      file: z.string().transform((text, context): FileId => {
        const id = findFileId(text);
        if (id === undefined) context.addIssue({ code: 'custom', message: 'no file' });
        return id ?? (text as FileId);
      }),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
  /** The id that the application will have. */
  application: z.uuid(),
  queryCode: z.string(),
  password: z.string(),
  /** Whether it has been found to be filled in by a person; only then it may be sent. */
  genuine: z.boolean(),
  /** Milliseconds since 1970 at which the form was first looked at. */
  begunAt: z.number(),
});

export type FormDraft = z.infer<typeof DRAFT>;
export type DraftFile = FormDraft['files'][number];

const CONTEXT = 'application-form-draft';
const HOURS_KEPT = 24;

export function sealDraft(sealing: Sealing, draft: FormDraft): string {
  return sealing.seal(JSON.stringify(draft), CONTEXT);
}

/** The draft that a page brought back; undefined where it is none of ours, was changed, or is older than a day. */
export function findDraft(sealing: Sealing, sealed: string, now: Temporal.Instant): FormDraft | undefined {
  try {
    const draft = DRAFT.parse(JSON.parse(sealing.open(sealed, CONTEXT)));
    const age = now.epochMilliseconds - draft.begunAt;
    return age >= 0 && age < HOURS_KEPT * 60 * 60 * 1000 ? draft : undefined;
  } catch {
    return undefined;
  }
}
