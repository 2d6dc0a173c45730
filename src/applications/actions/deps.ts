import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';

/** What an act needs of the world; time comes in from main. */
export type ActionDeps = {
  readonly queries: Queries;
  readonly sealing: Sealing;
  readonly files: FileStore;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** Who acts: an officer signed in, somebody who came through the portal, or the daily schedule. */
export type Party =
  | { readonly kind: 'officer'; readonly officer: Officer }
  /** An officer of a unit that was asked to search in another agency's file: may answer that, and nothing else. */
  | { readonly kind: 'unit'; readonly officer: Officer }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'third-party' }
  | { readonly kind: 'system' };
