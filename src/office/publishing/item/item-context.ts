import type { FastifyRequest } from 'fastify';
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { Column } from '../../../publishing/rules/column.ts';
import { findItemId } from '../../../publishing/rules/ids.ts';
import type { ItemFile } from '../../../publishing/rules/item-file.ts';
import type { GateFinding } from '../../../publishing/rules/gates/gate.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import { listFindings } from '../../../publishing/store/finding.store.ts';
import { findItemFile } from '../../../publishing/store/item.store.ts';
import { NotFound, officerOf } from '../../gate/visit.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';

/** What the page of an item and the forms of its acts are made from. */
export type ItemContext = {
  readonly file: ItemFile;
  readonly officer: Officer;
  readonly columns: readonly Column[];
  /** What the gates found in the newest edition. */
  readonly findings: readonly GateFinding[];
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

/** The item that an address names, as the officer of the request may see it. Throws `NotFound`. */
export async function loadItem(
  { database, calendar, today, now }: PublishingDeskDeps,
  request: FastifyRequest<{ Params: { readonly id: string } }>,
): Promise<ItemContext> {
  const { queries } = database;
  const officer = officerOf(request);
  const id = findItemId(request.params.id);
  const file = id === undefined ? undefined : await findItemFile(queries, id);
  if (file === undefined || !may(officer, 'read-items', file.registration.agency)) throw new NotFound();
  return {
    file,
    officer,
    columns: await listColumns(queries, file.registration.agency),
    findings: await listFindings(queries, file.registration.id, file.publication.edition),
    calendar: await calendar(),
    today: today(),
    now: now(),
  };
}
