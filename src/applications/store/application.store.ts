import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ApplicationRow } from '../../platform/database/schema.ts';
import { searchTermsOf } from '../../platform/search-index/bigrams.ts';
import type { SupplyForm, SupplyRoute } from '../rules/applicant.ts';
import type { CaseKind, Entry } from '../rules/application-log.ts';
import { registrationNumber } from '../rules/case-file.ts';
import type { CaseFile, NotifyBy, Registration } from '../rules/case-file.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';
import { insertEntries, listEntries, projectionColumns } from './application-log.store.ts';

const REGISTERED = [
  'id',
  'agency',
  'year',
  'number',
  'case_kind',
  'query_code',
  'requested_description',
  'requested_title',
  'requested_document_number',
  'supply_form',
  'supply_route',
  'assistance',
  'notify_by',
  'lodged_at',
] as const satisfies readonly (keyof ApplicationRow)[];

/** What was registered, from a row. */
export function registrationOf(row: Pick<Selectable<ApplicationRow>, (typeof REGISTERED)[number]>): Registration {
  return {
    id: row.id as ApplicationId,
    agency: row.agency as AgencyCode,
    year: row.year,
    number: row.number,
    caseKind: row.case_kind as CaseKind,
    queryCode: row.query_code,
    requested: {
      description: row.requested_description,
      title: row.requested_title,
      documentNumber: row.requested_document_number,
      supplyForm: row.supply_form as SupplyForm,
      supplyRoute: row.supply_route as SupplyRoute,
    },
    assistance: row.assistance,
    notifyBy: row.notify_by as NotifyBy | null,
    lodgedAt: Temporal.Instant.from(row.lodged_at),
  };
}

/** What was registered under an id, if anything was. */
export async function findRegistration(queries: Queries, id: ApplicationId): Promise<Registration | undefined> {
  const row = await queries.selectFrom('applications').select(REGISTERED).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : registrationOf(row);
}

/** An application with its log, folded; undefined where there is none. */
export async function findCaseFile(queries: Queries, id: ApplicationId): Promise<CaseFile | undefined> {
  const registration = await findRegistration(queries, id);
  if (registration === undefined) return undefined;
  const log = await listEntries(queries, id);
  return { registration, log, application: foldApplication(log) };
}

/** The id and password hash under a query code; what a wrong code finds is decided by the caller, in the same time. */
export async function findQueryCode(
  queries: Queries,
  queryCode: string,
): Promise<{ readonly id: ApplicationId; readonly passwordHash: string | null } | undefined> {
  const row = await queries
    .selectFrom('applications')
    .select(['id', 'password_hash'])
    .where('query_code', '=', queryCode)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id as ApplicationId, passwordHash: row.password_hash };
}

export type NewApplication = {
  readonly registration: Registration;
  readonly passwordHash: string | null;
  readonly log: readonly Entry[];
  readonly projection: Projection;
};

/** Registers an application with the first entries of its log. */
export async function insertApplication(queries: Queries, application: NewApplication): Promise<void> {
  const { registration, passwordHash, log, projection } = application;
  const { requested } = registration;
  const terms = searchTermsOf(
    [registrationNumber(registration), requested.title, requested.documentNumber, requested.description].join(' '),
  );
  await queries
    .insertInto('applications')
    .values({
      id: registration.id,
      agency: registration.agency,
      year: registration.year,
      number: registration.number,
      case_kind: registration.caseKind,
      query_code: registration.queryCode,
      password_hash: passwordHash,
      requested_description: requested.description,
      requested_title: requested.title,
      requested_document_number: requested.documentNumber,
      supply_form: requested.supplyForm,
      supply_route: requested.supplyRoute,
      search_terms: sql<string>`array_to_tsvector(${terms}::text[])`,
      assistance: registration.assistance,
      notify_by: registration.notifyBy,
      lodged_at: registration.lodgedAt.toString(),
      ...projectionColumns(projection),
    })
    .execute();
  await insertEntries(queries, registration.id, log);
}
