import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import type { KeptUpload } from '../../platform/files/keep-uploads.ts';
import type { UploadKind } from '../../platform/files/upload-kind.ts';
import type { Press } from '../../platform/press/press.ts';
import type { Redaction } from '../../platform/redaction/redaction.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { OriginalFile } from '../rules/severance.ts';
import { insertFileRow, keptFileOf } from '../store/application-file.store.ts';
import { insertOriginal } from '../store/severance.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/** What 区分处理 needs besides what every act needs. */
export type SeveranceDeps = ActionDeps & {
  readonly redaction: Redaction;
  readonly press: Pick<Press, 'document'>;
};

type Working = { readonly pdf: Uint8Array; readonly setAnew: boolean };

/** The PDF that is worked on in place of a file: itself, a page that shows it, or its words set anew. */
async function workingCopyOf(
  { redaction, press }: SeveranceDeps,
  kind: UploadKind,
  bytes: Uint8Array,
  name: string,
): Promise<Result<Working, string>> {
  switch (kind) {
    case 'pdf':
      return ok({ pdf: bytes, setAnew: false });
    case 'jpg':
    case 'png': {
      const wrapped = await redaction.wrapImage(bytes);
      return wrapped.ok ? ok({ pdf: wrapped.value, setAnew: false }) : wrapped;
    }
    case 'docx':
    case 'xlsx': {
      const set = await redaction.setAnew(bytes, kind, name);
      return set.ok ? ok({ pdf: await press.document(set.value, 'pdf'), setAnew: true }) : set;
    }
    case 'doc':
    case 'wps':
    case 'ofd':
    case 'xls':
    case 'txt':
      return refuse('这种格式不能直接作区分处理，请用原来的程序打开，“打印”为 PDF 再上传');
  }
}

/**
 * Takes a kept upload as an original of the case: it is opened, so that a file which cannot be worked on is refused now and
 * not when the reply is due. The original itself stays as it came. Refused, the caller drops the upload.
 */
export async function takeOriginal(
  deps: SeveranceDeps,
  party: Party,
  ref: FileRef,
  upload: KeptUpload,
): Promise<Result<OriginalFile, Refusal>> {
  const bytes = await deps.files.read(upload.file);
  const working = await workingCopyOf(deps, upload.kind, bytes, upload.name);
  if (!working.ok) return refuse(unusable('original', working.problem));
  const seen = await deps.redaction.look(working.value.pdf);
  if (!seen.ok) return refuse(unusable('original', seen.problem));
  let workingFile: FileId | null = null;
  if (working.value.pdf !== bytes) {
    const kept = await deps.files.keep(working.value.pdf);
    if (!kept.ok) return refuse(unusable('original', kept.problem));
    workingFile = kept.value;
  }
  const original = randomUUIDv7() as string as OriginalFile;
  const done = await perform(deps, party, { ...ref, version: null }, () =>
    ok({
      acts: [{ kind: 'noted', text: '上传需要作区分处理的原件 1 份' }],
      write: async transaction => {
        await insertFileRow(transaction, deps.sealing, ref.id, {
          ...keptFileOf(upload, {
            purpose: 'original',
            addedAt: deps.now(),
            addedBy: party.kind === 'officer' ? party.officer.id : null,
          }),
          id: original,
        });
        await insertOriginal(transaction, deps.sealing, ref.id, {
          original,
          workingFile,
          setAnew: working.value.setAnew,
          pages: seen.value.pages.length,
          passages: [],
        });
      },
    }),
  );
  if (done.ok) return ok(original);
  if (workingFile !== null) await deps.files.remove(workingFile);
  return done;
}
