import type { Agency } from '../../../people/rules/agency.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { filterBar } from '../../../views/filter-bar/filter-bar.ts';
import { selectField } from '../../../views/form/select-field.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { pagination } from '../../../views/pagination/pagination.ts';
import { tag } from '../../../views/tag/tag.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { ANSWERED_PATH, APPLICATIONS_COLUMN, GUIDE_CRUMB } from '../column.ts';
import type { AnsweredLine } from './answered-line.ts';
import { RESULT_CHOICE_LABEL, RESULT_CHOICES } from './answered-query.ts';
import type { AnsweredQuery } from './answered-query.ts';

export const LINES_A_PAGE = 20;

export type AnsweredPage = {
  readonly query: AnsweredQuery;
  /** The agencies that show their lists. */
  readonly agencies: readonly Agency[];
  readonly years: readonly number[];
  readonly lines: readonly AnsweredLine[];
  readonly total: number;
};

function filters({ query, agencies, years }: AnsweredPage): Html {
  const { agency, year, result, words } = query;
  const state: FormState = {
    values: { q: words, agency: agency ?? '', year: year === null ? '' : String(year), result: result ?? '' },
    problems: [],
  };
  return filterBar({
    action: ANSWERED_PATH,
    label: '查找已答复的申请',
    filtered: agency !== null || year !== null || result !== null || words !== '',
    fields: html`${textField(state, { name: 'q', label: '申请事项', type: 'search' })}${
      agencies.length > 1 &&
      selectField(state, {
        name: 'agency',
        label: '机关',
        unchosen: '全部',
        options: agencies.map(({ code, name }) => ({ value: code, text: name })),
      })
    }${selectField(state, { name: 'year', label: '答复年份', unchosen: '全部', options: years.map(one => ({ value: String(one), text: `${one} 年` })) })}${selectField(
      state,
      {
        name: 'result',
        label: '办理结果',
        unchosen: '全部',
        options: RESULT_CHOICES.map(value => ({ value, text: RESULT_CHOICE_LABEL[value] })),
      },
    )}`,
  });
}

/** 已答复的申请: what has been asked, what came of it and how long it took; nothing about who asked. */
export function answeredPage(setting: PageSetting, page: AnsweredPage): Html {
  const { query, lines, total } = page;
  const { agency, year, result, words } = query;
  return portalPage(setting, {
    path: ANSWERED_PATH,
    title: '已答复的申请',
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: '行政机关已经答复的政府信息公开申请：事项、结果、日期和用时',
    styles: ['applications.css'],
    main: html`<h1>已答复的申请</h1>
<p class="lead">别人申请过什么、结果怎样、用了多少个工作日。这里不公布申请人。</p>
${filters(page)}<div class="card">
${dataTable<AnsweredLine>({
  caption: '已答复的政府信息公开申请',
  captionUnseen: true,
  columns: [
    { key: 'number', heading: '登记编号', kind: 'code', cell: line => line.number },
    {
      key: 'subject',
      heading: '申请事项',
      rowHeading: true,
      cell: line => html`${line.subject}${line.promoted && html` ${tag('已纳入主动公开', 'good')}`}`,
    },
    { key: 'agency', heading: '机关', cell: line => line.agency },
    { key: 'result', heading: '结果', kind: 'code', cell: line => line.result },
    { key: 'received', heading: '收到日期', kind: 'date', cell: line => line.receivedOn },
    { key: 'settled', heading: '答复日期', kind: 'date', cell: line => line.settledOn },
    { key: 'days', heading: '用时', kind: 'figure', cell: line => line.days !== null && `${line.days} 个工作日` },
  ],
  rows: lines,
  empty: '没有符合条件的申请，请换一个条件再查。',
})}${pagination({
      page: query.page,
      pages: Math.max(1, Math.ceil(total / LINES_A_PAGE)),
      total,
      href: to => pageAddress(ANSWERED_PATH, { q: words, agency, year, result, page: to === 1 ? null : to }),
    })}</div>`,
  });
}
