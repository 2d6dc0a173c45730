import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { builtInTemplate } from '../rules/letters/letter-template.ts';
import type { LetterTemplate, TemplateOf } from '../rules/letters/letter-template.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';

/** The templates that an agency's letters are written by: its own last versions, else those for all, else the built-in ones. */
export async function templatesFor(queries: Queries, agency: AgencyCode): Promise<TemplateOf> {
  const rows = await queries
    .selectFrom('letter_templates')
    .distinctOn('kind')
    .select(['kind', 'version', 'title', 'wording'])
    .where(where => where.or([where('agency', '=', agency), where('agency', 'is', null)]))
    .orderBy('kind')
    .orderBy(sql`agency nulls last`)
    .orderBy('version', 'desc')
    .execute();
  const own = new Map(
    rows.map(({ kind, version, title, wording }) => [
      kind,
      { kind: kind as LetterKind, version, title, text: wording } satisfies LetterTemplate,
    ]),
  );
  return kind => own.get(kind) ?? builtInTemplate(kind);
}

/** A version of a template with who wrote it and when; the built-in one has nobody. */
export type TemplateVersion = LetterTemplate & {
  readonly editedBy: StaffId | null;
  readonly editedAt: Temporal.Instant | null;
};

/** Every version of a kind's template in an agency, or of that for all agencies (null), the built-in one first. */
export async function listTemplateVersions(
  queries: Queries,
  kind: LetterKind,
  agency: AgencyCode | null,
): Promise<readonly TemplateVersion[]> {
  const rows = await queries
    .selectFrom('letter_templates')
    .select(['version', 'title', 'wording', 'edited_by', 'edited_at'])
    .where('kind', '=', kind)
    .where('agency', agency === null ? 'is' : '=', agency)
    .orderBy('version')
    .execute();
  return [
    { ...builtInTemplate(kind), editedBy: null, editedAt: null },
    ...rows.map(row => ({
      kind,
      version: row.version,
      title: row.title,
      text: row.wording,
      editedBy: row.edited_by as StaffId,
      editedAt: Temporal.Instant.from(row.edited_at),
    })),
  ];
}

/** Adds the next version. Two who write at once: the second fails with a unique violation and is to look again. */
export async function insertTemplateVersion(
  queries: Queries,
  agency: AgencyCode | null,
  template: LetterTemplate,
  editedBy: StaffId,
  editedAt: Temporal.Instant,
): Promise<void> {
  await queries
    .insertInto('letter_templates')
    .values({
      kind: template.kind,
      agency,
      version: template.version,
      title: template.title,
      wording: template.text,
      edited_by: editedBy,
      edited_at: editedAt.toString(),
    })
    .execute();
}
