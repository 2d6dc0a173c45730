import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import type { Agency, AgencyCode } from '../../../people/rules/agency.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { unusableFields } from '../../../people/rules/refusal.ts';
import { listStaffNames } from '../../../people/store/staff.register.store.ts';
import { actOnEntry } from '../../../publishing/actions/act-on-entry.ts';
import type { CatalogueAct } from '../../../publishing/rules/catalogue/catalogue-act.ts';
import { CYCLES } from '../../../publishing/rules/catalogue/deadline.ts';
import type { Deadline } from '../../../publishing/rules/catalogue/deadline.ts';
import { proposeLinks } from '../../../publishing/rules/catalogue/propose-links.ts';
import { findEntryId, matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import { findItemId } from '../../../publishing/rules/ids.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { listWordings, readCatalogue } from '../../../publishing/store/catalogue.register.store.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import { listEntryLogs } from '../../../publishing/store/catalogue.store.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import { findReferredItem, listItemLines } from '../../../publishing/store/item-desk.store.ts';
import { listPublished } from '../../../publishing/store/item.register.store.ts';
import { readFormValues, valueOf, valuesOf } from '../../../views/form/form-state.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import { createActReader } from '../../case/act-reader.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { CATALOGUE_PATH, ENTRIES_PATH, entriesAddress, entryPath } from './catalogue-paths.ts';
import { entryMain } from './entry.page.ts';
import type { EntryContent } from './entry.page.ts';
import { visibleTo } from './visible-catalogue.ts';

type EntryRequest = FastifyRequest<{ Params: { readonly id: string } }>;
type Loaded = {
  readonly officer: Officer;
  readonly one: CatalogueOnDay['entries'][number];
  readonly catalogue: CatalogueOnDay;
  readonly mayKeep: boolean;
  /** Agencies for which the officer may link and note. */
  readonly actsFor: readonly Agency[];
};

/** How many published items a proposal looks at, the newest first. */
const LOOKED_AT = 3000;
const PROPOSED = 12;

/** What each form on the page does, from what was typed. */
const ACTS = [
  'link',
  'unlink',
  'event',
  'drop-event',
  'review',
  'set-aside',
  'take-up',
  'deadline',
  'publishers',
] as const;
type ActName = (typeof ACTS)[number];

function readTypedDeadline(values: FormValues, read: ReturnType<typeof createActReader>): Deadline {
  const kind = valueOf({ values }, 'kind');
  const cycle = CYCLES.find(one => one === kind);
  const typed = valueOf({ values }, 'length').trim();
  if (cycle !== undefined) {
    const within =
      typed === '' ? null : { length: read.whole('length', '多少日', 1, 366), unit: 'working-day' as const };
    return { kind: 'periodic', every: cycle, within };
  }
  if (kind === 'standing') return { kind: 'standing' };
  return {
    kind: 'event',
    length: read.whole('length', '多少日', 1, 366),
    unit: kind === 'natural-day' ? 'natural-day' : 'working-day',
    ours: false,
  };
}

/** One entry of a catalogue: what it demands, what fulfils it, and what can be done about it. */
export function entryRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting, calendar, today } = deps;
  const { queries } = deps.database;

  async function load(request: EntryRequest): Promise<Loaded> {
    const officer = officerOf(request);
    const id = findEntryId(request.params.id);
    if (id === undefined) throw new NotFound();
    const catalogue = visibleTo(officer, await readCatalogue(queries, { id }, today(), await calendar()));
    const one = catalogue.entries[0];
    if (one === undefined) throw new NotFound();
    const mayKeep = may(officer, 'keep-catalogue', one.entry.keeper);
    const answering = one.duties.flatMap(({ agency }) => catalogue.agencies.find(({ code }) => code === agency) ?? []);
    const own = answering.filter(({ code }) => code === officer.agency && may(officer, 'draft-item', code));
    return { officer, one, catalogue, mayKeep, actsFor: mayKeep ? answering : own };
  }

  async function proposalsFor({ officer, one, mayKeep, actsFor }: Loaded) {
    if (actsFor.length === 0) return [];
    const [{ items }, columns] = await Promise.all([
      listPublished(queries, mayKeep ? {} : { agency: officer.agency }, { limit: LOOKED_AT, offset: 0 }),
      listColumns(queries),
    ]);
    const names = new Map(columns.map(({ code, name }) => [code, name]));
    const linked = new Set(one.state.links.map(({ item }) => item));
    const candidates = items
      .filter(({ id }) => !linked.has(id))
      .map(line => ({ line, title: line.title, columnName: names.get(line.column) ?? '' }));
    return proposeLinks(one.entry, candidates, PROPOSED).map(({ line }) => line);
  }

  async function show(request: EntryRequest, reply: FastifyReply, refused: EntryContent['refused'], status = 200) {
    const loaded = await load(request);
    const { one, catalogue, mayKeep, actsFor } = loaded;
    const { entry } = one;
    const log = (await listEntryLogs(queries, [entry.id])).get(entry.id) ?? [];
    const mentioned = log.flatMap(({ act }) => (act.kind === 'linked' || act.kind === 'unlinked' ? [act.item] : []));
    const lines = await listItemLines(queries, [...new Set<ItemId>(mentioned)]);
    const main = entryMain({
      one,
      agencies: catalogue.agencies,
      lines: new Map(lines.map(line => [line.id, line])),
      log,
      reads: may(loaded.officer, 'read-items', loaded.officer.agency) ? loaded.officer.agency : null,
      wordings: await listWordings(queries, entry.id),
      proposed: await proposalsFor(loaded),
      staff: await listStaffNames(
        queries,
        log.flatMap(({ by }) => (by.kind === 'officer' ? [by.id] : [])),
      ),
      actsFor,
      mayKeep,
      refused,
    });
    const page = officePage(await setting(request), {
      title: matterText(entry),
      crumbs: [
        { text: '主动公开', href: PUBLISHING_PATH },
        { text: '公开目录', href: CATALOGUE_PATH },
        { text: entry.field, href: entriesAddress({ field: entry.field }) },
      ],
      styles: ['publishing.css'],
      main,
    });
    return sendPage(reply, page, status);
  }

  server.get<{ Params: { id: string } }>(`${ENTRIES_PATH}/:id`, async (request, reply) => show(request, reply, null));

  /** The items that were ticked, and the one that was named. */
  async function itemsOf(values: FormValues): Promise<Result<readonly ItemId[], Refusal>> {
    const ticked = valuesOf({ values }, 'item').flatMap(text => findItemId(text) ?? []);
    const reference = valueOf({ values }, 'reference').trim();
    const named = reference === '' ? undefined : await findReferredItem(queries, reference);
    if (reference !== '' && named === undefined)
      return refuse(
        unusableFields([{ field: 'reference', message: '没有找到这条信息，请填它的文号、索引号或者本门户的网址' }]),
      );
    const all = [...ticked, ...(named === undefined ? [] : [named.id])];
    return all.length > 0
      ? ok([...new Set(all)])
      : refuse(unusableFields([{ field: 'reference', message: '请勾选或者填写要关联的信息' }]));
  }

  async function actsOf(name: ActName, values: FormValues): Promise<Result<readonly CatalogueAct[], Refusal>> {
    const read = createActReader(values, today());
    const agency: AgencyCode | null = findAgencyCode(valueOf({ values }, 'agency')) ?? null;
    const acts = ((): readonly CatalogueAct[] | null => {
      switch (name) {
        case 'link':
          return null;
        case 'unlink':
          return [{ kind: 'unlinked', item: valueOf({ values }, 'item') as ItemId }];
        case 'event':
          return [
            { kind: 'event-noted', agency, on: read.day('on', '日期'), title: read.text('title', '发生了什么', 100) },
          ];
        case 'drop-event':
          return [{ kind: 'event-dropped', event: read.whole('event', '情形', 1, 1_000_000), reason: '登记有误' }];
        case 'review':
          return [{ kind: 'reviewed', agency, on: today() }];
        case 'set-aside':
          return [{ kind: 'set-aside', agency, reason: read.text('reason', '理由', 200) }];
        case 'take-up':
          return [{ kind: 'taken-up', agency, reason: read.text('reason', '理由', 200) }];
        case 'deadline':
          return [{ kind: 'deadline-set', deadline: readTypedDeadline(values, read) }];
        case 'publishers':
          return [
            {
              kind: 'publishers-set',
              agencies: valuesOf({ values }, 'publisher').flatMap(text => findAgencyCode(text) ?? []),
            },
          ];
      }
    })();
    if (acts === null) {
      const items = await itemsOf(values);
      return items.ok ? ok(items.value.map(item => ({ kind: 'linked', item, agency }))) : items;
    }
    const problems = read.problems();
    return problems.length === 0 ? ok(acts) : refuse(unusableFields(problems));
  }

  server.post<{ Params: { id: string; act: string } }>(`${ENTRIES_PATH}/:id/:act`, async (request, reply) => {
    const { officer, one } = await load(request);
    const name = ACTS.find(act => act === request.params.act);
    if (name === undefined) throw new NotFound();
    const values = readFormValues(request.body);
    const acts = await actsOf(name, values);
    const party = { kind: 'officer', officer } as const;
    const done = acts.ok ? await actOnEntry(publishingDepsOf(deps), party, one.entry.id, acts.value) : acts;
    if (!done.ok) {
      const { problem } = done;
      if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
      if (problem.kind === 'not-found') throw new NotFound();
      const problems =
        problem.kind === 'unusable' ? problem.problems : [{ field: 'reference', message: refusalText(problem) }];
      return show(request, reply, { act: name, state: { values, problems } }, problem.kind === 'unusable' ? 422 : 409);
    }
    return goOn(deps, request, reply, {
      to: entryPath(one.entry.id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: '已记录。' },
    });
  });
}
