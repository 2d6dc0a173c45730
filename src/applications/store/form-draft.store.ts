import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { draftText, findDraftIn } from '../rules/form-draft.ts';
import type { FormDraft } from '../rules/form-draft.ts';
import type { ApplicationId, FormDraftId } from '../rules/ids.ts';

export type KeptDraft = { readonly id: FormDraftId; readonly application: ApplicationId; readonly draft: FormDraft };

const contextOf = (id: FormDraftId) => `form-draft:${id}`;

/** Keeps a draft in place of what was kept of it before. */
export async function saveDraft(
  queries: Queries,
  sealing: Sealing,
  { id, application, draft }: KeptDraft,
  keptUntil: Temporal.Instant,
): Promise<void> {
  const facts = {
    application,
    sealed: sealing.seal(draftText(draft), contextOf(id)),
    kept_until: keptUntil.toString(),
  };
  await queries
    .insertInto('form_drafts')
    .values({ id, ...facts })
    .onConflict(conflict => conflict.column('id').doUpdateSet(facts))
    .execute();
}

/** A draft whose time is not over; undefined where there is none. */
export async function findDraft(
  queries: Queries,
  sealing: Sealing,
  id: FormDraftId,
  now: Temporal.Instant,
): Promise<KeptDraft | undefined> {
  const row = await queries
    .selectFrom('form_drafts')
    .select(['application', 'sealed'])
    .where('id', '=', id)
    .where('kept_until', '>', now.toString())
    .executeTakeFirst();
  const draft = row === undefined ? undefined : findDraftIn(sealing.open(row.sealed, contextOf(id)));
  return row === undefined || draft === undefined
    ? undefined
    : { id, application: row.application as ApplicationId, draft };
}

/** Sets another end to a draft. */
export async function endDraft(queries: Queries, id: FormDraftId, keptUntil: Temporal.Instant): Promise<void> {
  await queries.updateTable('form_drafts').set({ kept_until: keptUntil.toString() }).where('id', '=', id).execute();
}

/** Drafts whose time is over, opened, oldest first. */
export async function listEndedDrafts(
  queries: Queries,
  sealing: Sealing,
  now: Temporal.Instant,
  most: number,
): Promise<readonly (Omit<KeptDraft, 'draft'> & { readonly draft: FormDraft | undefined })[]> {
  const rows = await queries
    .selectFrom('form_drafts')
    .select(['id', 'application', 'sealed'])
    .where('kept_until', '<=', now.toString())
    .orderBy('kept_until')
    .limit(most)
    .execute();
  return rows.map(row => {
    const id = row.id as FormDraftId;
    return {
      id,
      application: row.application as ApplicationId,
      draft: findDraftIn(sealing.open(row.sealed, contextOf(id))),
    };
  });
}

export async function removeDraft(queries: Queries, id: FormDraftId): Promise<void> {
  await queries.deleteFrom('form_drafts').where('id', '=', id).execute();
}
