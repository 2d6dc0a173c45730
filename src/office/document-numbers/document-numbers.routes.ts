import type { FastifyInstance } from 'fastify';
import { NUMBER_SERIES, SERIES_NAME } from '../../applications/rules/letters/document-number.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { listDocumentNumbers } from '../../applications/store/document-number.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import { html } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { tabs } from '../../views/tabs/tabs.ts';
import { officerWho } from '../gate/visit.ts';
import { letterPath } from '../letters/letter-paths.ts';
import type { DeskDeps } from '../office-deps.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';

export const DOCUMENT_NUMBERS_PATH = '/office/document-numbers';

/** A year of the register, from what stands in the address; the current one where that is none. */
function yearOf(text: string, today: Temporal.PlainDate): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : today.year;
}

/** 文号登记簿: every number that was given, in order; nothing personal stands in it. */
export function documentNumberRoutes(server: FastifyInstance, { database, setting, today }: DeskDeps) {
  server.get(DOCUMENT_NUMBERS_PATH, async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    const query = { values: readFormValues(request.query) };
    const year = yearOf(valueOf(query, 'year'), today());
    const series = NUMBER_SERIES.find(candidate => candidate === valueOf(query, 'series')) ?? 'reply';
    const rows = await listDocumentNumbers(database.queries, officer.agency, series, year);
    const years = [0, 1, 2, 3].map(back => today().year - back);
    const page = officePage(await setting(request), {
      title: '文号登记簿',
      crumbs: [],
      main: html`<h1>文号登记簿</h1>
${tabs(
  '系列',
  NUMBER_SERIES.map(one => ({
    text: SERIES_NAME[one],
    href: pageAddress(DOCUMENT_NUMBERS_PATH, { series: one, year: String(year) }),
    current: one === series,
  })),
)}${tabs(
        '年度',
        years.map(one => ({
          text: `${one} 年`,
          href: pageAddress(DOCUMENT_NUMBERS_PATH, { series, year: String(one) }),
          current: one === year,
        })),
      )}${dataTable({
        caption: `${year} 年${SERIES_NAME[series]}文号`,
        rows,
        empty: `${year} 年还没有签发这一系列的文书。`,
        columns: [
          {
            key: 'number',
            heading: '文号',
            rowHeading: true,
            kind: 'code',
            cell: row => html`<a href="${letterPath(row.application, row.letter)}">${row.documentNumber}</a>`,
          },
          { key: 'title', heading: '文书', cell: row => letterRuleOf(row.kind).title.replaceAll('\n', '') },
          { key: 'signed', heading: '签发日期', kind: 'date', cell: row => row.signedOn.toString() },
        ],
      })}`,
    });
    return sendPage(reply, page);
  });
}
