import type { FastifyInstance } from 'fastify';
import { agenciesWhere, may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { ABILITY_FOR_STEP } from '../../../publishing/rules/act-abilities.ts';
import { REVIEW_STEPS } from '../../../publishing/rules/publication-log.ts';
import { readCatalogue } from '../../../publishing/store/catalogue.register.store.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import { listObligations, timelinessByAgency } from '../../../publishing/store/obligation.register.store.ts';
import { countDeskItems, listDeskItems, listOpenMatters } from '../../../publishing/store/item-desk.store.ts';
import type { DeskFilter, DeskOrder } from '../../../publishing/store/item-desk.store.ts';
import { Forbidden, officerOf } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { catalogueDueOf, lateEntriesOf } from './catalogue-due.ts';
import { LIST_TABS, readListQuery, TAB_STAGES } from './list-query.ts';
import type { ListQuery, ListTab } from './list-query.ts';
import { listMain, PAGE_SIZE } from './list.page.ts';
import type { OwnItems } from './list.page.ts';

/** The steps of review that an officer may do in their agency. */
const stepsOf = (officer: Officer) => REVIEW_STEPS.filter(step => may(officer, ABILITY_FOR_STEP[step], officer.agency));

/** Where an officer begins: with what waits for them, or with their own drafts. */
const firstTabOf = (officer: Officer): ListTab =>
  may(officer, 'draft-item', officer.agency) ? 'mine' : stepsOf(officer).length > 0 ? 'review' : 'all';

const orderOf = ({ sort, tab }: ListQuery): DeskOrder => {
  if (sort !== null) return sort;
  return tab === 'public' || tab === 'down'
    ? { by: 'published', descending: true }
    : { by: 'number', descending: true };
};

/** The lists of what an agency publishes, with what is due. */
export function listRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { database, calendar, today, now, setting } = deps;
  const { queries } = database;

  const tabFilter = (officer: Officer, tab: ListTab): DeskFilter => {
    const stages = TAB_STAGES[tab];
    return {
      agency: officer.agency,
      ...(stages === null ? {} : { stages }),
      ...(tab === 'mine' ? { author: officer.id } : {}),
    };
  };

  async function ownItems(officer: Officer, query: ListQuery, catalogue: CatalogueOnDay): Promise<OwnItems> {
    const { q, kind, column, page } = query;
    const filter: DeskFilter = {
      ...tabFilter(officer, query.tab),
      text: q,
      ...(kind === null ? {} : { kind }),
      ...(column === null ? {} : { column }),
    };
    const order = orderOf(query);
    const listed = await listDeskItems(queries, filter, order, {
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    });
    const counts: Partial<Record<ListTab, number>> = {};
    for (const tab of LIST_TABS) counts[tab] = await countDeskItems(queries, tabFilter(officer, tab));
    const obligations = await listObligations(queries, officer.agency, today(), await calendar());
    const catalogueDue = catalogueDueOf(catalogue, officer.agency, today());
    return {
      query,
      counts: { ...(counts as Record<ListTab, number>), due: obligations.length + catalogueDue.length },
      toReview: await countDeskItems(queries, { agency: officer.agency, steps: stepsOf(officer) }),
      obligations,
      catalogueDue,
      ...listed,
      matters: await listOpenMatters(queries, officer.agency),
      order,
      columns: await listColumns(queries, officer.agency),
      mayDraft: may(officer, 'draft-item', officer.agency),
    };
  }

  server.get(PUBLISHING_PATH, async (request, reply) => {
    const officer = officerOf(request);
    const overseenCodes = agenciesWhere(officer, 'oversee');
    const mayRead = may(officer, 'read-items', officer.agency);
    if (!mayRead && overseenCodes.length === 0) throw new Forbidden('read-items');
    const agencies = (await listAgencies(queries)).filter(({ code }) => overseenCodes.includes(code));
    const known = agencies.length === 0 ? [] : await timelinessByAgency(queries, today().year, today());
    const catalogue = await readCatalogue(queries, {}, today(), await calendar());
    const main = listMain({
      own: mayRead ? await ownItems(officer, readListQuery(request.query, firstTabOf(officer)), catalogue) : null,
      overseen: agencies.map(agency => ({
        agency,
        timeliness: known.find(one => one.agency === agency.code) ?? {
          agency: agency.code,
          onTime: 0,
          late: 0,
          overdue: 0,
        },
        lateEntries: lateEntriesOf(catalogue, agency.code),
      })),
      calendar: await calendar(),
      today: today(),
      now: now(),
    });
    return sendPage(reply, officePage(await setting(request), { title: '主动公开', main }));
  });
}
