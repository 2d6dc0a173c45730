import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ApplicationId, SearchTaskId } from '../rules/ids.ts';

export type OpenSearchTask = {
  readonly id: SearchTaskId;
  readonly application: ApplicationId;
  readonly unit: AgencyCode | null;
  readonly question: string;
  readonly dueOn: Temporal.PlainDate;
};

/** Puts a task on the list of the unit that is asked. */
export async function insertSearchTask(queries: Queries, task: OpenSearchTask): Promise<void> {
  await queries
    .insertInto('search_tasks')
    .values({
      id: task.id,
      application: task.application,
      unit: task.unit,
      question: task.question,
      due_on: task.dueOn.toString(),
      answered_on: null,
    })
    .execute();
}

/** Takes an answered task off the list. */
export async function closeSearchTask(queries: Queries, id: SearchTaskId, on: Temporal.PlainDate): Promise<void> {
  await queries.updateTable('search_tasks').set({ answered_on: on.toString() }).where('id', '=', id).execute();
}

/** The tasks that a unit has not answered, the most urgent first. */
export async function listOpenSearchTasks(queries: Queries, unit: AgencyCode): Promise<readonly OpenSearchTask[]> {
  const rows = await queries
    .selectFrom('search_tasks')
    .selectAll()
    .where('unit', '=', unit)
    .where('answered_on', 'is', null)
    .orderBy('due_on')
    .execute();
  return rows.map(row => ({
    id: row.id as SearchTaskId,
    application: row.application as ApplicationId,
    unit: row.unit as AgencyCode | null,
    question: row.question,
    dueOn: Temporal.PlainDate.from(row.due_on),
  }));
}
