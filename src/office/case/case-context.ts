import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import type { ClockReadings } from '../../applications/rules/contested-points.ts';
import type { ReplyClock } from '../../applications/rules/reply-clock.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { StaffMember } from '../../people/rules/staff.ts';

/** What the page of a case and the forms of its acts are made from. */
export type CaseContext = {
  readonly file: CaseFile;
  readonly officer: Officer;
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly readings: ClockReadings;
  readonly clock: ReplyClock;
  /** Whom the file may be given to. */
  readonly colleagues: readonly StaffMember[];
  /** Units that may be asked to search: the agencies registered here. */
  readonly units: readonly Agency[];
};
