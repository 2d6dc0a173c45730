import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { listSiteItems } from '../../publishing/store/site-count.register.store.ts';
import { approveSiteReturn, returnSiteReturn } from '../../statistics/actions/decide-site-return.ts';
import { enterSiteValues } from '../../statistics/actions/enter-site-values.ts';
import type { SeenReturn, SiteReturnDeps, SiteReturnProblem } from '../../statistics/actions/perform-site-return.ts';
import { correctSiteReturn, publishSiteReturn } from '../../statistics/actions/publish-site-return.ts';
import { submitSiteReturn } from '../../statistics/actions/submit-site-return.ts';
import { findSiteReturnFormat, printSiteReturn } from '../../statistics/press/site-return-press.ts';
import { SITE_ROWS } from '../../statistics/rules/site-return-form.ts';
import { foldSiteReturn, valuesOf } from '../../statistics/rules/site-return-log.ts';
import { listSiteReturnEntries, listSiteReturns } from '../../statistics/store/site-return.store.ts';
import { countSiteValues, SITE_ITEMS } from '../../statistics/store/site-values.store.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { itemListMain } from './list.page.ts';
import {
  readSiteForm,
  SITE_FIRST_YEAR,
  SITE_PATH,
  siteMain,
  sitePath,
  siteYearsMain,
  valuesOfSite,
} from './site.page.ts';
import { STATISTICS_PATH } from './statistics-query.ts';
import { subjectsFor } from './statistics.routes.ts';

const PAGE_SIZE = 100;

type ByYear = { readonly Params: { readonly year: string } };
type Act = (ref: SeenReturn, values: FormValues, officer: Officer) => Promise<Result<null, SiteReturnProblem>>;

/** 政府网站工作年度报表: its years, each filled in, approved, published and corrected. */
export function siteReturnRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { database, today, now, setting, press } = deps;
  const { queries } = database;
  const acting: SiteReturnDeps = { queries, today, now };

  /** A year that can have a return; else there is no such page. */
  function yearOf(text: string): number {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    if (year < SITE_FIRST_YEAR || year > today().year) throw new NotFound();
    return year;
  }

  async function load({ agency }: Officer, year: number) {
    const log = await listSiteReturnEntries(queries, { agency, year });
    const state = foldSiteReturn(log);
    const counted = await countSiteValues(queries, year);
    return { log, state, counted, values: valuesOf(state, counted) };
  }

  server.get(SITE_PATH, async (request, reply) => {
    const officer = officerWho(request, 'read-items');
    const { agency } = getVisit(request);
    const returns = await listSiteReturns(queries, officer.agency);
    const main = siteYearsMain(today(), returns, subjectsFor(officer), agency?.kind === 'government-office');
    return sendPage(reply, officePage(await setting(request), { title: '政府网站工作年度报表', main }));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    year: number,
    form: FormState | null,
  ): Promise<FastifyReply> {
    const loaded = await load(officer, year);
    const { agency } = officer;
    const state = form ?? { values: valuesOfSite(loaded.state, loaded.values), problems: [] };
    const title = `${year} 年网站工作年度报表`;
    const main = siteMain(
      {
        year,
        ...loaded,
        names: await listStaffNames(queries, [...new Set(loaded.log.flatMap(({ by }) => by ?? []))]),
        isOver: today().year > year,
        mayCompile: may(officer, 'compile-report', agency),
        mayApprove: may(officer, 'approve-report', agency),
        mayPublish: may(officer, 'publish-report', agency),
      },
      state,
    );
    const page = officePage(await setting(request), {
      title: formTitle(title, state),
      crumbs: [
        { text: '统计', href: STATISTICS_PATH },
        { text: '政府网站工作年度报表', href: SITE_PATH },
      ],
      scripts: ['character-count.js'],
      main,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get<ByYear>(`${SITE_PATH}/:year`, async (request, reply) => {
    const officer = officerWho(request, 'read-items');
    return show(request, reply, officer, yearOf(request.params.year), null);
  });

  server.get<{ Params: { year: string; format: string } }>(
    `${SITE_PATH}/:year/return.:format`,
    async (request, reply) => {
      const officer = officerWho(request, 'read-items');
      const year = yearOf(request.params.year);
      const format = findSiteReturnFormat(request.params.format);
      if (format === undefined) throw new NotFound();
      const { values } = await load(officer, year);
      const file = await printSiteReturn(press, { year, issuer: getVisit(request).agency?.name ?? '', values }, format);
      return reply.headers(file.headers).send(file.bytes);
    },
  );

  server.get<{ Params: { year: string; row: string } }>(`${SITE_PATH}/:year/items/:row`, async (request, reply) => {
    const officer = officerWho(request, 'read-items');
    const year = yearOf(request.params.year);
    const row = SITE_ROWS.find(({ key }) => key === request.params.row);
    const which = row === undefined ? undefined : SITE_ITEMS[row.key];
    if (row === undefined || which === undefined) throw new NotFound();
    const asked = Math.max(1, Math.trunc(Number(valueOf({ values: readFormValues(request.query) }, 'page'))) || 1);
    const { items, total } = await listSiteItems(queries, year, which, {
      limit: PAGE_SIZE,
      offset: (asked - 1) * PAGE_SIZE,
    });
    const heading = `${year} 年${row.name}`;
    const path = `${sitePath(year)}/items/${row.key}`;
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = {
      page: Math.min(asked, pages),
      pages,
      total,
      href: (one: number) => pageAddress(path, { page: one }),
    };
    const names = new Map((await listAgencies(queries)).map(({ code, shortName }) => [code, shortName]));
    const main = itemListMain({ heading, back: sitePath(year), page }, items, names, officer.agency);
    const crumbs = [{ text: '政府网站工作年度报表', href: SITE_PATH }];
    return sendPage(reply, officePage(await setting(request), { title: heading, crumbs, main }));
  });

  async function finish(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    year: number,
    values: FormValues,
    done: Result<null, SiteReturnProblem>,
    sentence: string,
  ) {
    if (!done.ok) return show(request, reply, officer, year, { values, problems: [done.problem] });
    return goOn(deps, request, reply, {
      to: sitePath(year),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });
  }

  const seenIn = (year: number, values: FormValues): SeenReturn => ({
    year,
    seen: Number(valueOf({ values }, 'version')),
  });

  server.post<ByYear>(`${SITE_PATH}/:year/values`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const year = yearOf(request.params.year);
    const values = readFormValues(request.body);
    const loaded = await load(officer, year);
    const read = readSiteForm(name => valueOf({ values }, name), loaded.values);
    if (read.problems.length > 0) return show(request, reply, officer, year, { values, problems: read.problems });
    const input = { values: read.values, source: valueOf({ values }, 'source') };
    const done = await enterSiteValues(acting, officer, seenIn(year, values), input);
    return finish(request, reply, officer, year, values, done, '数据已保存。');
  });

  function actRoute(name: string, ability: Parameters<typeof officerWho>[1], sentence: string, act: Act) {
    server.post<ByYear>(`${SITE_PATH}/:year/${name}`, async (request, reply) => {
      const officer = officerWho(request, ability);
      const year = yearOf(request.params.year);
      const values = readFormValues(request.body);
      const done = await act(seenIn(year, values), values, officer);
      const { state, values: known } = await load(officer, year);
      return finish(request, reply, officer, year, { ...valuesOfSite(state, known), ...values }, done, sentence);
    });
  }
  actRoute('submit', 'compile-report', '已提交审签。', async (ref, _values, officer) =>
    submitSiteReturn(acting, officer, ref),
  );
  actRoute('approve', 'approve-report', '已审签同意，可以公布。', async (ref, _values, officer) =>
    approveSiteReturn(acting, officer, ref),
  );
  actRoute('return', 'approve-report', '已退回修改。', async (ref, values, officer) =>
    returnSiteReturn(acting, officer, ref, valueOf({ values }, 'comment')),
  );
  actRoute('publish', 'publish-report', '已公布，在网站上可以查到。', async (ref, _values, officer) =>
    publishSiteReturn(acting, officer, ref),
  );
  actRoute('correct', 'publish-report', '已开始更正，公布时连同更正说明。', async (ref, values, officer) =>
    correctSiteReturn(acting, officer, ref, { what: valueOf({ values }, 'what'), why: valueOf({ values }, 'why') }),
  );
}
