import type { AgencyCode } from '../../../people/rules/agency.ts';
import { deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import type { Occasion } from '../../../publishing/rules/catalogue/duties.ts';
import { matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import type { ObligationUrgency } from '../../../publishing/rules/obligations.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { entryPath } from '../catalogue/catalogue-paths.ts';
import { occasionText } from '../catalogue/entries.page.ts';

/** Something that an entry of the catalogue demands of an agency and that is not public yet. */
export type CatalogueDue = {
  readonly entry: CatalogueOnDay['entries'][number]['entry'];
  readonly rule: string;
  readonly occasion: Occasion;
  readonly urgency: ObligationUrgency;
};

/** What lies further ahead is no business of today's. */
const AHEAD = { months: 2 } as const;

const urgencyOf = ({ state }: Occasion): ObligationUrgency | null =>
  state === 'overdue' || state === 'near' || state === 'open' ? state : null;

/**
 * What the catalogue demands of an agency, the longest overdue first: every event and period that is not settled. A draft that is
 * linked to an entry is left out where it is listed as an item of its own.
 */
export function catalogueDueOf(
  { entries, lines }: CatalogueOnDay,
  agency: AgencyCode,
  today: Temporal.PlainDate,
): readonly CatalogueDue[] {
  return entries
    .flatMap(({ entry, state, duties }) =>
      duties
        .filter(duty => duty.agency === agency)
        .flatMap(({ occasions }) => occasions)
        .filter(({ item }) => item === null || lines.get(item)?.visibility === 'public')
        .flatMap((occasion): readonly CatalogueDue[] => {
          const urgency = urgencyOf(occasion);
          if (urgency === null || Temporal.PlainDate.compare(occasion.dueOn, today.add(AHEAD)) > 0) return [];
          return [{ entry, rule: deadlineText(state.deadline ?? entry.deadline), occasion, urgency }];
        }),
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(one.occasion.dueOn, other.occasion.dueOn));
}

/** How many entries an agency is late with. */
export const lateEntriesOf = ({ entries }: CatalogueOnDay, agency: AgencyCode): number =>
  entries.filter(({ duties }) => duties.some(duty => duty.agency === agency && duty.standing === 'late')).length;

/** What the catalogue demands, below what is owed with items. */
export function catalogueDueTable(due: readonly CatalogueDue[]): Html {
  return html`<section aria-labelledby="catalogue-due"><h2 id="catalogue-due">公开目录应公开的事项</h2>
${dataTable<CatalogueDue>({
  caption: '公开目录应公开的事项',
  captionUnseen: true,
  columns: [
    {
      key: 'matter',
      heading: '事项',
      rowHeading: true,
      cell: ({ entry }) =>
        html`<a class="subject" href="${entryPath(entry.id)}">${matterText(entry)}</a><span class="quiet">${entry.field}</span>`,
    },
    { key: 'about', heading: '应公开', cell: ({ occasion: { about } }) => about ?? '更新' },
    { key: 'rule', heading: '公开时限', cell: ({ rule }) => rule },
    {
      key: 'due',
      heading: '期限',
      cell: ({ occasion }) =>
        html`<span class="due-words">${occasionText(occasion)}</span><span class="quiet">${occasion.dueOn.toString()}</span>`,
    },
  ],
  rows: due,
  empty: '公开目录没有到期的事项。',
  look: ({ urgency }) => (urgency === 'overdue' ? 'urgent' : null),
})}</section>
`;
}
