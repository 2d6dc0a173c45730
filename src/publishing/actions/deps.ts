import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { FileStore } from '../../platform/files/file-store.ts';

/** What an act on an item needs of the world; time comes in from main. */
export type PublishingDeps = {
  readonly queries: Queries;
  readonly files: FileStore;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** Who acts: an officer signed in, or the schedule. */
export type Party = { readonly kind: 'officer'; readonly officer: Officer } | { readonly kind: 'system' };
