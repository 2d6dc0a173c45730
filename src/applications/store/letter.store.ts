import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import type { ApplicationId, LetterId } from '../rules/ids.ts';
import { draftFrom, draftJson } from '../rules/letters/draft-json.ts';
import type { SavedDraft } from '../rules/letters/draft-json.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';

const draftContext = (id: LetterId, version: number) => `letter:${id}:${version}`;
const signedContext = (id: LetterId) => `letter:${id}:signed`;

/** Begins a letter of an application. */
export async function insertLetter(
  queries: Queries,
  letter: {
    readonly id: LetterId;
    readonly application: ApplicationId;
    readonly kind: LetterKind;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await queries
    .insertInto('application_letters')
    .values({ id: letter.id, application: letter.application, kind: letter.kind, begun_at: letter.at.toString() })
    .execute();
}

/** The last saved version of a letter; 0 before the first. */
export async function lastVersionOf(queries: Queries, id: LetterId): Promise<number> {
  const row = await queries
    .selectFrom('application_letter_versions')
    .select(eb => eb.fn.max('version').as('version'))
    .where('letter', '=', id)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export type VersionToSave = {
  readonly letter: LetterId;
  readonly version: number;
  readonly saved: SavedDraft;
  readonly author: StaffId | null;
  readonly at: Temporal.Instant;
};

/** Saves a version; earlier ones stay. */
export async function insertVersion(queries: Queries, sealing: Sealing, version: VersionToSave): Promise<void> {
  await queries
    .insertInto('application_letter_versions')
    .values({
      letter: version.letter,
      version: version.version,
      sealed_draft: sealing.seal(draftJson(version.saved), draftContext(version.letter, version.version)),
      author: version.author,
      saved_at: version.at.toString(),
    })
    .execute();
}

export type LetterVersion = {
  readonly version: number;
  readonly saved: SavedDraft;
  readonly author: StaffId | null;
  readonly at: Temporal.Instant;
};

/** Every version of a letter, the first one first. */
export async function listVersions(
  queries: Queries,
  sealing: Sealing,
  id: LetterId,
): Promise<readonly LetterVersion[]> {
  const rows = await queries
    .selectFrom('application_letter_versions')
    .select(['version', 'sealed_draft', 'author', 'saved_at'])
    .where('letter', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(row => ({
    version: row.version,
    saved: draftFrom(sealing.open(row.sealed_draft, draftContext(id, row.version))),
    author: row.author as StaffId | null,
    at: Temporal.Instant.from(row.saved_at),
  }));
}

/** One version of a letter; undefined where there is none of that number. */
export async function findVersion(
  queries: Queries,
  sealing: Sealing,
  id: LetterId,
  version: number,
): Promise<SavedDraft | undefined> {
  const row = await queries
    .selectFrom('application_letter_versions')
    .select('sealed_draft')
    .where('letter', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? undefined : draftFrom(sealing.open(row.sealed_draft, draftContext(id, version)));
}

export type SignedLetter = {
  readonly letter: LetterId;
  readonly version: number;
  readonly documentNumber: string | null;
  readonly content: OfficialLetter;
  readonly signedOn: Temporal.PlainDate;
};

/** Keeps the letter as it was signed, for ever. */
export async function insertSignedLetter(queries: Queries, sealing: Sealing, signed: SignedLetter): Promise<void> {
  await queries
    .insertInto('signed_letters')
    .values({
      letter: signed.letter,
      version: signed.version,
      document_number: signed.documentNumber,
      sealed_letter: sealing.seal(JSON.stringify(signed.content), signedContext(signed.letter)),
      signed_on: signed.signedOn.toString(),
    })
    .execute();
}

/** The letter as it was signed; undefined before. */
export async function findSignedLetter(
  queries: Queries,
  sealing: Sealing,
  id: LetterId,
): Promise<SignedLetter | undefined> {
  const row = await queries.selectFrom('signed_letters').selectAll().where('letter', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    letter: id,
    version: row.version,
    documentNumber: row.document_number,
    content: JSON.parse(sealing.open(row.sealed_letter, signedContext(id))) as OfficialLetter,
    signedOn: Temporal.PlainDate.from(row.signed_on),
  };
}
