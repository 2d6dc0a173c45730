import type { HolidayNotice } from './holiday-notice.ts';
import { createWorkingCalendar } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { NOTICES_2019 } from './years/2019.ts';
import { NOTICES_2020 } from './years/2020.ts';
import { NOTICES_2021 } from './years/2021.ts';
import { NOTICES_2022 } from './years/2022.ts';
import { NOTICES_2023 } from './years/2023.ts';
import { NOTICES_2024 } from './years/2024.ts';
import { NOTICES_2025 } from './years/2025.ts';
import { NOTICES_2026 } from './years/2026.ts';

/** The notices that come with this version of the program. */
export const NATIONAL_NOTICES: readonly HolidayNotice[] = [
  ...NOTICES_2019,
  ...NOTICES_2020,
  ...NOTICES_2021,
  ...NOTICES_2022,
  ...NOTICES_2023,
  ...NOTICES_2024,
  ...NOTICES_2025,
  ...NOTICES_2026,
];

/** The working days of the whole country, before an office enters notices of its own. */
export const NATIONAL_CALENDAR: WorkingCalendar = createWorkingCalendar(NATIONAL_NOTICES);

/** The national calendar with the changes that an office has adopted, in the order of their adoption. */
export function calendarWith(changes: readonly HolidayNotice[]): WorkingCalendar {
  return changes.length === 0 ? NATIONAL_CALENDAR : createWorkingCalendar(NATIONAL_NOTICES, changes);
}
