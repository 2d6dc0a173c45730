import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { continueNumbers } from '../../applications/actions/continue-numbers.ts';
import { NUMBER_SERIES, SERIES_NAME } from '../../applications/rules/letters/document-number.ts';
import type { NumberSeries } from '../../applications/rules/letters/document-number.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import { listDocumentNumbers } from '../../applications/store/document-number.store.ts';
import { may } from '../../people/rules/may.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { tabs } from '../../views/tabs/tabs.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, officerWho } from '../gate/visit.ts';
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

/** Where numbers were given by hand earlier in the year, the series goes on behind them. */
function beginningForm(series: NumberSeries, year: number, state: FormState): Html {
  return html`<form class="card form" method="post" action="${DOCUMENT_NUMBERS_PATH}" novalidate>
<h2>文号起点</h2>
${hiddenField('series', series)}${hiddenField('year', String(year))}${textField(state, {
    name: 'takenBefore',
    label: '使用本系统以前，本年度最后一个文号',
    hint: '例如已经编到 40 号，就填 40，本系统从 41 号开始；没有编过号的不用设置。',
    type: 'number',
    inputMode: 'numeric',
    width: 'short',
    unit: '号',
  })}
${formButtons([{ text: '保存起点' }])}</form>
`;
}

/** 文号登记簿: every number that was given, in order; nothing personal stands in it. */
export function documentNumberRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, setting, today } = deps;

  type Shown = { readonly year: number; readonly series: NumberSeries; readonly state: FormState };

  function shownBy(source: unknown): Shown {
    const values = readFormValues(source);
    const year = yearOf(valueOf({ values }, 'year'), today());
    const series = NUMBER_SERIES.find(candidate => candidate === valueOf({ values }, 'series')) ?? 'reply';
    return { year, series, state: { values, problems: [] } };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { year, series, state }: Shown) {
    const officer = officerWho(request, 'read-applications');
    const mayLook = may(officer, 'see-personal-data', officer.agency);
    const rows = await listDocumentNumbers(database.queries, officer.agency, series, year);
    const years = [0, 1, 2, 3].map(back => today().year - back);
    const page = officePage(await setting(request), {
      title: '文号登记簿',
      crumbs: [],
      main: html`${errorSummary(state.problems)}<h1>文号登记簿</h1>
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
            cell: row =>
              mayLook
                ? html`<a href="${letterPath(row.application, row.letter)}">${row.documentNumber}</a>`
                : row.documentNumber,
          },
          { key: 'title', heading: '文书', cell: row => letterRuleOf(row.kind).title.replaceAll('\n', '') },
          { key: 'signed', heading: '签发日期', kind: 'date', cell: row => row.signedOn.toString() },
        ],
      })}${rows.length === 0 && may(officer, 'administer-templates', officer.agency) && beginningForm(series, year, state)}`,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get(DOCUMENT_NUMBERS_PATH, async (request, reply) => show(request, reply, shownBy(request.query)));

  server.post(DOCUMENT_NUMBERS_PATH, async (request, reply) => {
    const officer = officerWho(request, 'administer-templates');
    const shown = shownBy(request.body);
    const { year, series, state } = shown;
    const text = valueOf(state, 'takenBefore').trim();
    const takenBefore = /^\d{1,6}$/.test(text) ? Number(text) : -1;
    const continued = await continueNumbers({ queries: database.queries, now: deps.now }, officer, {
      series,
      year,
      takenBefore,
    });
    if (!continued.ok) {
      const problems = [{ field: 'takenBefore', message: refusalText(continued.problem) }];
      return show(request, reply, { ...shown, state: { ...state, problems } });
    }
    const sentence = `${year} 年${SERIES_NAME[series]}文号从 ${takenBefore + 1} 号开始。`;
    return goOn(deps, request, reply, {
      to: pageAddress(DOCUMENT_NUMBERS_PATH, { series, year: String(year) }),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });
  });
}
