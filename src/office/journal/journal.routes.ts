import type { FastifyInstance } from 'fastify';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { listNumbers } from '../../applications/store/register.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { JournalLine } from '../../people/store/journal.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { agenciesWhere } from '../../people/rules/may.ts';
import { isUppermost } from '../../people/rules/overseen-agencies.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listJournal } from '../../people/store/journal.register.store.ts';
import { listStaff } from '../../people/store/staff.register.store.ts';
import { readDay } from '../account/read-day.ts';
import { Forbidden, officerOf } from '../gate/visit.ts';
import { beginningOf } from '../instant-text.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { JOURNAL_PAGE, JOURNAL_PATH, journalPage } from './journal.page.ts';

const FIELDS = ['from', 'to', 'event', 'actor', 'agency', 'subject'] as const;
const MOST_PAGES = 200;

/** The registration numbers of the applications that lines are about, by subject. */
async function numbersOf(
  queries: Queries,
  agencies: readonly AgencyCode[],
  lines: readonly JournalLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = lines.flatMap(({ subject }) => findApplicationId(subject?.replace('application:', '') ?? '') ?? []);
  const named = await Promise.all(agencies.map(async agency => listNumbers(queries, agency, [...new Set(ids)])));
  return new Map(named.flatMap(found => [...found].map(([id, number]) => [`application:${id}`, `申请 ${number}`])));
}

/** 操作日志, for auditors: read only, and only of the agencies that are theirs to audit. */
export function journalRoutes(server: FastifyInstance, { database, setting, eventNames }: DeskDeps) {
  const { queries } = database;

  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(JOURNAL_PATH, async (request, reply) => {
    const officer = officerOf(request);
    const codes = agenciesWhere(officer, 'read-journal');
    if (codes.length === 0) throw new Forbidden('read-journal');
    const all = await listAgencies(queries);
    const agencies = all.filter(({ code }) => codes.includes(code));
    const given = (name: string) => {
      const value = request.query[name];
      return typeof value === 'string' && value !== '' ? value.slice(0, 100) : null;
    };
    const query = Object.fromEntries(FIELDS.map(name => [name, given(name)]));
    const page = Math.min(Math.max(1, Math.trunc(Number(given('page') ?? 1)) || 1), MOST_PAGES);
    const [from, to] = [readDay(given('from') ?? ''), readDay(given('to') ?? '')];
    const agency = agencies.find(({ code }) => code === given('agency'));
    const filter = {
      agencies: agency === undefined ? codes : [agency.code],
      withoutAgency: agency === undefined && isUppermost(officer.agency, all),
      event: given('event'),
      actor: findStaffId(given('actor') ?? '') ?? null,
      subject: given('subject'),
      from: from === null ? null : beginningOf(from),
      before: to === null ? null : beginningOf(to.add({ days: 1 })),
    };
    const { lines, total } = await listJournal(queries, filter, {
      offset: (page - 1) * JOURNAL_PAGE,
      limit: JOURNAL_PAGE,
    });
    const view = {
      lines,
      total,
      page,
      query,
      state: { values: Object.fromEntries(FIELDS.map(name => [name, given(name) ?? ''])), problems: [] },
      agencies,
      staff: await listStaff(queries, codes),
      numbers: await numbersOf(queries, codes, lines),
      eventNames,
      filtered: FIELDS.some(name => given(name) !== null),
    };
    return sendPage(reply, journalPage(await setting(request), view));
  });
}
