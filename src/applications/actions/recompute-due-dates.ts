import type { AgencyCode } from '../../people/rules/agency.ts';
import { findInstallationFact, noteInstallationFact } from '../../platform/database/installation-facts.ts';
import { clockFileOf } from '../rules/clock-file.ts';
import type { ClockReadings } from '../rules/contested-points.ts';
import { dueDatesOf } from '../rules/project.ts';
import type { DueDates } from '../rules/project.ts';
import { clockReadingsFor } from '../store/clock-readings.store.ts';
import { listOpenAfter, saveMovedDueDates } from '../store/due-date.store.ts';
import type { StoredDueDates } from '../store/due-date.store.ts';
import type { ActionDeps } from './deps.ts';

/** By which version of the calendar the stored days were last computed. */
const COMPUTED_BY = 'due-dates-by-calendar';
const BATCH = 2000;

/** How many open applications were looked at, and how many got other days. */
export type Recomputation = { readonly calendar: string; readonly files: number; readonly moved: number };

const same = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const isMoved = (before: StoredDueDates, after: DueDates): boolean =>
  before.provisional !== after.provisional ||
  before.waitsFor !== after.waitsFor ||
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
  const { queries } = deps;
  const calendar = await deps.calendar();
  const readings = new Map<AgencyCode, ClockReadings>();
  let [files, moved]: [number, number] = [0, 0];
  let batch = await listOpenAfter(queries, null, BATCH);
  while (batch.length > 0) {
    for (const { agency } of batch)
      if (!readings.has(agency)) readings.set(agency, await clockReadingsFor(queries, agency));
    const fresh = batch.flatMap(before => {
      const file = clockFileOf(before.acts.map(act => ({ act })));
      const after = dueDatesOf(before.stage, file, calendar, readings.get(before.agency)!);
      return isMoved(before, after) ? [{ before, after }] : [];
    });
    files += batch.length;
    // The next batch is read while this one is written.
    const [written, next] = await Promise.all([
      fresh.length === 0 ? 0 : saveMovedDueDates(queries, calendar.version, fresh, deps.now()),
      listOpenAfter(queries, batch.at(-1)!.id, BATCH),
    ]);
    moved += written;
    batch = next;
  }
  await noteInstallationFact(queries, COMPUTED_BY, calendar.version);
  return { calendar: calendar.version, files, moved };
}

/** The same, only where the calendar is another one than the stored days were computed by: at start and every day. */
export async function recomputeAfterCalendarChange(
  deps: Pick<ActionDeps, 'queries' | 'calendar' | 'now'>,
): Promise<Recomputation | null> {
  const computedBy = await findInstallationFact(deps.queries, COMPUTED_BY);
  return computedBy === (await deps.calendar()).version ? null : recomputeDueDates(deps);
}
