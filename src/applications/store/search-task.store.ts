import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { registrationNumber } from '../rules/case-file.ts';
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

const openTaskOf = (row: {
  readonly id: string;
  readonly application: string;
  readonly unit: string | null;
  readonly question: string;
  readonly due_on: string;
}): OpenSearchTask => ({
  id: row.id as SearchTaskId,
  application: row.application as ApplicationId,
  unit: row.unit as AgencyCode | null,
  question: row.question,
  dueOn: Temporal.PlainDate.from(row.due_on),
});

/** A task that is not answered yet; undefined where there is none. */
export async function findSearchTask(queries: Queries, id: SearchTaskId): Promise<OpenSearchTask | undefined> {
  const row = await queries
    .selectFrom('search_tasks')
    .selectAll()
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : openTaskOf(row);
}

/** A task as the unit that is asked sees it: who asks, nothing of the file besides. */
export type AskedTask = OpenSearchTask & { readonly askedBy: AgencyCode; readonly number: string };

/** The tasks that a unit has not answered, the most urgent first. */
export async function listOpenSearchTasks(queries: Queries, unit: AgencyCode): Promise<readonly AskedTask[]> {
  const rows = await queries
    .selectFrom('search_tasks')
    .innerJoin('applications', 'applications.id', 'search_tasks.application')
    .selectAll('search_tasks')
    .select(['applications.agency', 'applications.year', 'applications.number'])
    .where('unit', '=', unit)
    .where('answered_on', 'is', null)
    .orderBy('due_on')
    .orderBy('search_tasks.id')
    .execute();
  return rows.map(row => ({
    ...openTaskOf(row),
    askedBy: row.agency as AgencyCode,
    number: registrationNumber(row),
  }));
}

/** How many tasks a unit has not answered. */
export async function countOpenSearchTasks(queries: Queries, unit: AgencyCode): Promise<number> {
  const { count } = await queries
    .selectFrom('search_tasks')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('unit', '=', unit)
    .where('answered_on', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
