import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { Consulted } from '../rules/application-log.ts';
import type { ApplicationId, ConsultationId } from '../rules/ids.ts';

/** Who is asked: personal data, sealed. */
export type ConsultedParty = {
  readonly name: string;
  readonly contact: string;
  readonly address: string;
  /** What the party is asked about, in words that do not say who applied. */
  readonly matter: string;
};

export type ConsultationToOpen = {
  readonly id: ConsultationId;
  readonly application: ApplicationId;
  readonly consulted: Consulted;
  readonly party: ConsultedParty;
  /** The one-time code of the page on which the party answers; only its digest is kept. */
  readonly code: string | null;
  readonly openedAt: Temporal.Instant;
};

const partyContext = (id: ConsultationId) => `consultation:${id}:party`;
const opinionContext = (id: ConsultationId) => `consultation:${id}:opinion`;

/** The digest under which a code is looked up; small letters, spaces and hyphens are forgiven. */
export function consultationCodeDigest(sealing: Sealing, code: string): string {
  return sealing.digest(code.replaceAll(/[\s-]/g, '').toUpperCase(), 'consultation-code');
}

/** Writes who is consulted. */
export async function insertConsultation(
  queries: Queries,
  sealing: Sealing,
  consultation: ConsultationToOpen,
): Promise<void> {
  await queries
    .insertInto('application_consultations')
    .values({
      id: consultation.id,
      application: consultation.application,
      consulted: consultation.consulted,
      sealed_party: sealing.seal(JSON.stringify(consultation.party), partyContext(consultation.id)),
      code_digest: consultation.code === null ? null : consultationCodeDigest(sealing, consultation.code),
      sealed_opinion: null,
      opened_at: consultation.openedAt.toString(),
    })
    .execute();
}

/** Keeps what the party wrote. */
export async function keepOpinion(queries: Queries, sealing: Sealing, id: ConsultationId, text: string): Promise<void> {
  await queries
    .updateTable('application_consultations')
    .set({ sealed_opinion: sealing.seal(text, opinionContext(id)) })
    .where('id', '=', id)
    .execute();
}

export type ConsultationRecord = {
  readonly id: ConsultationId;
  readonly application: ApplicationId;
  readonly consulted: Consulted;
  readonly party: ConsultedParty;
  readonly opinion: string | null;
};

function recordOf(
  sealing: Sealing,
  row: {
    readonly id: string;
    readonly application: string;
    readonly consulted: string;
    readonly sealed_party: string;
    readonly sealed_opinion: string | null;
  },
): ConsultationRecord {
  const id = row.id as ConsultationId;
  return {
    id,
    application: row.application as ApplicationId,
    consulted: row.consulted as Consulted,
    party: JSON.parse(sealing.open(row.sealed_party, partyContext(id))) as ConsultedParty,
    opinion: row.sealed_opinion === null ? null : sealing.open(row.sealed_opinion, opinionContext(id)),
  };
}

const COLUMNS = ['id', 'application', 'consulted', 'sealed_party', 'sealed_opinion'] as const;

/** The consultation that a code belongs to, if any. */
export async function findConsultationByCode(
  queries: Queries,
  sealing: Sealing,
  code: string,
): Promise<ConsultationRecord | undefined> {
  const row = await queries
    .selectFrom('application_consultations')
    .select(COLUMNS)
    .where('code_digest', '=', consultationCodeDigest(sealing, code))
    .executeTakeFirst();
  return row === undefined ? undefined : recordOf(sealing, row);
}

/** Who was consulted on an application, opened: the caller has checked the ability and logs the look. */
export async function listConsultations(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
): Promise<readonly ConsultationRecord[]> {
  const rows = await queries
    .selectFrom('application_consultations')
    .select(COLUMNS)
    .where('application', '=', application)
    .orderBy('opened_at')
    .execute();
  return rows.map(row => recordOf(sealing, row));
}
