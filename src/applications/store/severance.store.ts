import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { groundsOf } from '../rules/severance.ts';
import type {
  OriginalFile,
  ReleasedFile,
  Severance,
  SeveranceId,
  SeveranceReport,
  WithheldPassage,
} from '../rules/severance.ts';

/** An original of which copies are made. `workingFile` is the PDF that is worked on; null where the original is one. */
export type SeveranceOriginal = {
  readonly original: OriginalFile;
  readonly workingFile: FileId | null;
  readonly setAnew: boolean;
  readonly pages: number;
  readonly passages: readonly WithheldPassage[];
};

const draftContext = (original: OriginalFile) => `severance-original:${original}`;
const passagesContext = (id: SeveranceId) => `severance:${id}:passages`;
const reportContext = (id: SeveranceId) => `severance:${id}:report`;

/** Makes a file of the case an original to be worked on. */
export async function insertOriginal(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
  { original, workingFile, setAnew, pages, passages }: SeveranceOriginal,
): Promise<void> {
  await queries
    .insertInto('severance_originals')
    .values({
      original,
      application,
      working_file: workingFile,
      set_anew: setAnew,
      pages,
      sealed_passages: sealing.seal(JSON.stringify(passages), draftContext(original)),
    })
    .execute();
}

/** The originals of a case, the oldest first. */
export async function listOriginals(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
): Promise<readonly SeveranceOriginal[]> {
  const rows = await queries
    .selectFrom('severance_originals')
    .selectAll()
    .where('application', '=', application)
    .orderBy('original')
    .execute();
  return rows.map(row => {
    const original = row.original as OriginalFile;
    return {
      original,
      workingFile: row.working_file as FileId | null,
      setAnew: row.set_anew,
      pages: row.pages,
      passages: JSON.parse(sealing.open(row.sealed_passages, draftContext(original))) as readonly WithheldPassage[],
    };
  });
}

/** One original of the case; undefined where it is another's or none. */
export async function findOriginal(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
  original: OriginalFile,
): Promise<SeveranceOriginal | undefined> {
  const originals = await listOriginals(queries, sealing, application);
  return originals.find(candidate => candidate.original === original);
}

/** Takes an original's row, so that of two officers who mark at once the second sees what the first marked. */
export async function lockOriginal(queries: Queries, original: OriginalFile): Promise<void> {
  await queries
    .selectFrom('severance_originals')
    .select('original')
    .where('original', '=', original)
    .forUpdate()
    .execute();
}

export async function savePassages(
  queries: Queries,
  sealing: Sealing,
  original: OriginalFile,
  passages: readonly WithheldPassage[],
): Promise<void> {
  await queries
    .updateTable('severance_originals')
    .set({ sealed_passages: sealing.seal(JSON.stringify(passages), draftContext(original)) })
    .where('original', '=', original)
    .execute();
}

/** Records a severance, released or blocked, for good. */
export async function insertSeverance(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
  severance: Severance & { readonly madeBy: StaffId },
): Promise<void> {
  const { id, passages, report } = severance;
  await queries
    .insertInto('severances')
    .values({
      id,
      application,
      original: severance.original,
      sealed_passages: sealing.seal(JSON.stringify(passages), passagesContext(id)),
      outcome: severance.released === null ? 'blocked' : 'released',
      released: severance.released,
      sealed_report: sealing.seal(JSON.stringify(report), reportContext(id)),
      made_by: severance.madeBy,
      made_at: severance.madeAt.toString(),
    })
    .execute();
  await queries
    .insertInto('severance_grounds')
    .values(groundsOf(passages).map(ground => ({ severance: id, ground })))
    .execute();
}

/** What was done with the originals of a case, the newest first. */
export async function listSeverances(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
): Promise<readonly Severance[]> {
  const rows = await queries
    .selectFrom('severances')
    .selectAll()
    .where('application', '=', application)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(row => {
    const id = row.id as SeveranceId;
    return {
      id,
      original: row.original as OriginalFile,
      passages: JSON.parse(sealing.open(row.sealed_passages, passagesContext(id))) as readonly WithheldPassage[],
      released: row.released as ReleasedFile | null,
      report: JSON.parse(sealing.open(row.sealed_report, reportContext(id))) as SeveranceReport,
      madeAt: Temporal.Instant.from(row.made_at),
    };
  });
}

/** Copies made before from the same original are no longer what the applicant is given: only the last one is. */
export async function setAsideReleased(
  queries: Queries,
  application: ApplicationId,
  original: OriginalFile,
): Promise<void> {
  await queries
    .updateTable('application_files')
    .set({ purpose: 'other' })
    .where('application', '=', application)
    .where('purpose', '=', 'released')
    .where('id', 'in', eb =>
      eb.selectFrom('severances').select('released').where('original', '=', original).where('released', 'is not', null),
    )
    .execute();
}
