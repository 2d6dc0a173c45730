import type { FastifyInstance } from 'fastify';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Press } from '../../platform/press/press.ts';
import { findSiteReturnFormat, printSiteReturn } from '../../statistics/press/site-return-press.ts';
import { listSiteReturns } from '../../statistics/store/site-return.store.ts';
import type { Setting } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { SITE_RETURNS_PATH, siteReturnPage, siteReturnsPage } from './site-returns.pages.ts';
import type { PublishedReturn } from './site-returns.pages.ts';

export type SiteReturnsDeps = { readonly setting: Setting; readonly database: Database; readonly press: Press };

/** 政府网站工作年度报表 as published: the list of years, each year, its files. */
export function siteReturnsRoutes(server: FastifyInstance, { setting, database, press }: SiteReturnsDeps) {
  const { queries } = database;

  async function listPublished(): Promise<readonly PublishedReturn[]> {
    const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
    return (await listSiteReturns(queries)).flatMap(({ agency, year, state: { publications } }) =>
      publications.length === 0 ? [] : [{ year, agencyName: names.get(agency) ?? agency, publications }],
    );
  }

  server.get(SITE_RETURNS_PATH, async (request, reply) =>
    sendPage(reply, siteReturnsPage(await setting(request), await listPublished())),
  );

  server.get<{ Params: { file: string } }>(`${SITE_RETURNS_PATH}/:file`, async (request, reply) => {
    const [, year, extension] = /^(\d{4})(?:\.([a-z]+))?$/.exec(request.params.file) ?? [];
    const one = (await listPublished()).find(published => String(published.year) === year);
    const format = findSiteReturnFormat(extension ?? '');
    if (one === undefined || (extension !== undefined && format === undefined)) return reply.callNotFound();
    if (format === undefined) return sendPage(reply, siteReturnPage(await setting(request), one));
    const { values } = one.publications.at(-1)!;
    const file = await printSiteReturn(press, { year: one.year, issuer: one.agencyName, values }, format);
    return reply.headers(file.headers).send(file.bytes);
  });
}
