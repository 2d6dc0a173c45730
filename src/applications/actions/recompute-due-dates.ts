import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { findInstallationFact, noteInstallationFact } from '../../platform/database/installation-facts.ts';
import type { ClockReadings } from '../rules/contested-points.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { projectionOf } from '../rules/project.ts';
import type { Projection } from '../rules/projection.ts';
import { clockReadingsFor } from '../store/clock-readings.store.ts';
import { listOpenAfter, saveMovedDueDates } from '../store/due-date.store.ts';
import type { StoredDueDates } from '../store/due-date.store.ts';
import type { ActionDeps } from './deps.ts';

/** By which version of the calendar the stored days were last computed. */
const COMPUTED_BY = 'due-dates-by-calendar';
const BATCH = 1000;

/** How many open applications were looked at, and how many got other days. */
export type Recomputation = { readonly calendar: string; readonly files: number; readonly moved: number };

const same = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const isMoved = (before: StoredDueDates, after: Projection): boolean =>
  before.provisional !== after.provisional ||
  !same(before.replyDueOn, after.replyDueOn) ||
  !same(before.nextDueOn, after.nextDueOn) ||
  !same(before.receivedOn, after.receivedOn);

/**
 * Computes the days of all open applications anew, as after a change of the calendar or of a reading, and notes whose days moved.
 * Goes on where others work: a file on which an act came in between is computed by that act. Can be run again at any time.
 */
export async function recomputeDueDates(
  deps: Pick<ActionDeps, 'queries' | 'calendar' | 'now'>,
): Promise<Recomputation> {
  const calendar = await deps.calendar();
  const readings = new Map<AgencyCode, ClockReadings>();
  let [files, moved]: [number, number] = [0, 0];
  let after: ApplicationId | null = null;
  for (;;) {
    const batch: readonly StoredDueDates[] = await listOpenAfter(deps.queries, after, BATCH);
    for (const { agency } of batch)
      if (!readings.has(agency)) readings.set(agency, await clockReadingsFor(deps.queries, agency));
    const fresh = batch.flatMap(before => {
      const projection = freshProjection(before, calendar, readings.get(before.agency)!);
      return isMoved(before, projection) ? [{ before, after: projection }] : [];
    });
    if (fresh.length > 0)
      moved += (
        await deps.queries
          .transaction()
          .execute(transaction => saveMovedDueDates(transaction, calendar.version, fresh, deps.now()))
      ).size;
    files += batch.length;
    if (batch.length < BATCH) break;
    after = batch.at(-1)!.id;
  }
  await noteInstallationFact(deps.queries, COMPUTED_BY, calendar.version);
  return { calendar: calendar.version, files, moved };
}

function freshProjection({ log }: StoredDueDates, calendar: WorkingCalendar, readings: ClockReadings): Projection {
  return projectionOf(foldApplication(log), log, calendar, readings);
}

/** The same, only where the calendar is another one than the stored days were computed by: at start and every day. */
export async function recomputeAfterCalendarChange(
  deps: Pick<ActionDeps, 'queries' | 'calendar' | 'now'>,
): Promise<Recomputation | null> {
  const computedBy = await findInstallationFact(deps.queries, COMPUTED_BY);
  return computedBy === (await deps.calendar()).version ? null : recomputeDueDates(deps);
}
