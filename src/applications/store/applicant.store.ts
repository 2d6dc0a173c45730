import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { maskedName } from '../rules/applicant.ts';
import type { Applicant } from '../rules/applicant.ts';
import type { ApplicationId } from '../rules/ids.ts';

const contextOf = (id: ApplicationId, position: number) => `applicant:${id}:${position}`;

/** The same person writes their name with and without spaces, and their number with a small or a large X. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

const identityOf = (applicant: Applicant): string | null =>
  applicant.kind === 'naturalPerson' ? applicant.identityNumber : applicant.creditCode;

/** What the same applicant is found again by; the identity number where there is one, else the name. */
export function identityDigestOf(sealing: Sealing, applicant: Applicant): string | null {
  const identity = identityOf(applicant);
  return identity === null || plain(identity) === '' ? null : sealing.digest(plain(identity), 'applicant-identity');
}

/** The digest under which a name is looked up. */
export function nameDigestOf(sealing: Sealing, name: string): string {
  return sealing.digest(plain(name), 'applicant-name');
}

/** The digests under which an agency has applicants of a name or an identity number; empty where it has none. */
export async function findApplicantDigests(
  queries: Queries,
  sealing: Sealing,
  agency: AgencyCode,
  text: string,
): Promise<readonly string[]> {
  if (plain(text) === '') return [];
  const [name, identity] = [nameDigestOf(sealing, text), sealing.digest(plain(text), 'applicant-identity')];
  const known = await queries
    .selectFrom('applicants')
    .innerJoin('applications', 'applications.id', 'applicants.application')
    .select('applications.id')
    .where('applications.agency', '=', agency)
    .where(eb => eb.or([eb('name_digest', '=', name), eb('identity_digest', '=', identity)]))
    .limit(1)
    .executeTakeFirst();
  return known === undefined ? [] : [name, identity];
}

/** Writes the applicants of an application, sealed, the first signatory first. */
export async function insertApplicants(
  queries: Queries,
  sealing: Sealing,
  id: ApplicationId,
  applicants: readonly Applicant[],
): Promise<void> {
  await queries
    .insertInto('applicants')
    .values(
      applicants.map((applicant, index) => ({
        application: id,
        position: index + 1,
        kind: applicant.kind,
        sealed: sealing.seal(JSON.stringify(applicant), contextOf(id, index + 1)),
        masked_name: maskedName(applicant),
        name_digest: nameDigestOf(sealing, applicant.name),
        identity_digest: identityDigestOf(sealing, applicant),
      })),
    )
    .execute();
}

/** The applicants of an application, opened: every caller has checked the ability to see personal data and logs the look. */
export async function listApplicants(
  queries: Queries,
  sealing: Sealing,
  id: ApplicationId,
): Promise<readonly Applicant[]> {
  const rows = await queries
    .selectFrom('applicants')
    .select(['position', 'sealed'])
    .where('application', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(row => JSON.parse(sealing.open(row.sealed, contextOf(id, row.position))) as Applicant);
}

/** The names of the applicants with everything but the first character covered, the first signatory first. */
export async function listMaskedNames(queries: Queries, id: ApplicationId): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom('applicants')
    .select('masked_name')
    .where('application', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(row => row.masked_name);
}
