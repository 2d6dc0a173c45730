import type { AgencyCode } from './agency.ts';
import type { StaffId } from './staff-id.ts';

export const ACTOR_KINDS = ['officer', 'applicant', 'system', 'visitor'] as const;

export type Actor =
  | { readonly kind: 'officer'; readonly id: StaffId }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' }
  | { readonly kind: 'visitor' };

export type JournalJson =
  | string
  | number
  | boolean
  | null
  | readonly JournalJson[]
  | { readonly [key: string]: JournalJson };

/** One thing that was done or looked at. Neither `subject` nor `detail` may hold personal data: the journal is for ever. */
export type JournalEntry = {
  readonly at: Temporal.Instant;
  readonly agency: AgencyCode | null;
  readonly actor: Actor;
  /** Kebab-case, such as `application-registered`. */
  readonly event: string;
  /** What it was done to: `application:<id>`, `staff:<id>`, `agency:<code>`, `setting:<key>`. */
  readonly subject: string | null;
  readonly detail: { readonly [key: string]: JournalJson };
};

/** An entry's place in the chain, as it is hashed: everything as text, in this order. */
export type JournalLink = {
  readonly position: number;
  /** Hex; of the entry before, or 64 noughts at the beginning. */
  readonly previous: string;
  readonly id: string | null;
  /** UTC with six decimals. */
  readonly at: string | null;
  readonly agency: string | null;
  readonly actorKind: string | null;
  readonly actor: string | null;
  readonly event: string | null;
  readonly subject: string | null;
  /** As PostgreSQL writes jsonb. */
  readonly detail: string | null;
};

export const CHAIN_BEGINNING = '0'.repeat(64);

/** The text whose SHA-256 is the entry's hash: a JSON array of text, spaced as PostgreSQL spaces jsonb. Never to be changed. */
export function hashedText(link: JournalLink): string {
  const fields = [
    String(link.position),
    link.previous,
    link.id,
    link.at,
    link.agency,
    link.actorKind,
    link.actor,
    link.event,
    link.subject,
    link.detail,
  ];
  return `[${fields.map(field => JSON.stringify(field)).join(', ')}]`;
}
