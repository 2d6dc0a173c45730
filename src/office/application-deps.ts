import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ActionDeps } from '../applications/actions/deps.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { ReadUploads } from '../platform/files/read-uploads.ts';
import type { Scanner } from '../platform/files/scanner.ts';
import type { DeskDeps } from './office-deps.ts';

/** What the desks that handle applications need besides what every desk gets. */
export type ApplicationDeskDeps = DeskDeps & {
  readonly files: FileStore;
  readonly scanner: Scanner;
  readonly readUploads: ReadUploads;
  readonly calendar: () => Promise<WorkingCalendar>;
};

/** What an act on an application needs, out of what a desk has. */
export function actionDepsOf({ database, sealing, files, calendar, today, now }: ApplicationDeskDeps): ActionDeps {
  return { queries: database.queries, sealing, files, calendar, today, now };
}
