import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { ApplicationId } from '../rules/ids.ts';

export type FormPart = 'application' | 'clarification';

export type FormToKeep = {
  readonly application: ApplicationId;
  readonly part: FormPart;
  readonly text: string;
  readonly at: Temporal.Instant;
};

const contextOf = (id: ApplicationId, part: FormPart) => `application-form:${id}:${part}`;

/** Keeps what was filled in, worded as it was seen; kept once, never changed. */
export async function keepForm(queries: Queries, sealing: Sealing, form: FormToKeep): Promise<void> {
  await queries
    .insertInto('application_forms')
    .values({
      application: form.application,
      part: form.part,
      sealed: sealing.seal(form.text, contextOf(form.application, form.part)),
      kept_at: form.at.toString(),
    })
    .execute();
}

/** What was filled in, as it was worded; undefined where nothing was kept. */
export async function findForm(
  queries: Queries,
  sealing: Sealing,
  id: ApplicationId,
  part: FormPart,
): Promise<string | undefined> {
  const row = await queries
    .selectFrom('application_forms')
    .select('sealed')
    .where('application', '=', id)
    .where('part', '=', part)
    .executeTakeFirst();
  return row === undefined ? undefined : sealing.open(row.sealed, contextOf(id, part));
}
