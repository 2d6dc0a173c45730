import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen, unusableFields } from '../../../people/rules/refusal.ts';
import type { FieldProblem } from '../../../people/rules/refusal.ts';
import { cleanFileName } from '../../../platform/files/file-name.ts';
import type { FileId, FileStore } from '../../../platform/files/file-store.ts';
import type { Scanner } from '../../../platform/files/scanner.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import type { RoundUpload, UploadId } from '../../rules/collection/round-upload.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import type { RoundRef } from '../../store/report-round.store.ts';
import { insertUploads } from '../../store/report-upload.store.ts';
import { collectorRefusal } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

export type RoundFileDeps = RoundDeps & { readonly files: FileStore; readonly scanner: Scanner };

/** A file as it was sent. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** Where files belong: whose they are, if that is known, and who sent them. */
export type UploadOrigin = RoundRef & Pick<RoundUpload, 'route' | 'agency' | 'uploadedBy'>;

const nameOf = (name: string): string => {
  const { stem, extension } = cleanFileName(name);
  return extension === '' ? stem : `${stem}.${extension}`;
};

/** Keeps files on the disk, all or none, and names them. Refuses a file with a virus, and a full disk. */
export async function keepFiles(
  { files, scanner }: Pick<RoundFileDeps, 'files' | 'scanner'>,
  sent: readonly SentFile[],
): Promise<Result<readonly { readonly file: FileId; readonly name: string }[], readonly FieldProblem[]>> {
  const kept: { readonly file: FileId; readonly name: string }[] = [];
  const giveUp = async (message: string) => {
    for (const { file } of kept) await files.remove(file);
    return refuse([{ field: 'files', message }]);
  };
  for (const { name, bytes } of sent) {
    const verdict = await scanner(bytes);
    if (verdict.kind === 'infected') return giveUp(`“${nameOf(name)}”查出病毒，这一批没有接收；请查杀后再上传`);
    const file = await files.keep(bytes);
    if (!file.ok) return giveUp(file.problem);
    kept.push({ file: file.value, name: nameOf(name) });
  }
  return ok(kept);
}

/** The rows of files that were kept, as one batch. `from` is the place of the first. */
export function uploadsOf(
  kept: readonly { readonly file: string; readonly name: string }[],
  origin: UploadOrigin,
  at: Temporal.Instant,
  batch: string = randomUUIDv7(),
  from = 1,
): readonly RoundUpload[] {
  return kept.map(({ file, name }, index) => ({
    ...origin,
    id: randomUUIDv7() as UploadId,
    batch,
    place: from + index,
    file,
    name,
    state: 'kept',
    sentence: null,
    printedName: null,
    submission: null,
    uploadedAt: at,
  }));
}

/**
 * Keeps files that the supervising office uploads to its round, before anything is read: when this is done, no end of the program
 * loses them. Archives are taken apart when they are read. Gives the number of files.
 */
export async function keepRoundFiles(
  deps: RoundFileDeps,
  officer: Officer,
  year: number,
  sent: readonly SentFile[],
): Promise<Result<number, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const lacking = collectorRefusal(officer, officer.agency);
  if (lacking !== null) return refuse(lacking);
  if (sent.length === 0) return refuse(unusableFields([{ field: 'files', message: '请选择要上传的文件' }]));
  const log = await listRoundEntries(deps.queries, ref);
  if (log.length === 0) return refuse({ kind: 'not-found' });
  if (!foldRound(log).isOpen) return refuse(notOpen('汇总已经结束，请先重新开始汇总'));
  const kept = await keepFiles(deps, sent);
  if (!kept.ok) return refuse(unusableFields(kept.problem));
  const origin = { ...ref, route: 'upload', agency: null, uploadedBy: officer.id } as const;
  await insertUploads(deps.queries, uploadsOf(kept.value, origin, deps.now()));
  return ok(kept.value.length);
}
