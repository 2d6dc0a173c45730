import {
  SITE_RETURN_FORM,
  SITE_ROWS,
  siteReturnDueOn,
  siteReturnProblems,
  siteUnitText,
  siteValueText,
} from '../../statistics/rules/site-return-form.ts';
import type { SiteKey, SiteRow, SiteValue, SiteValues } from '../../statistics/rules/site-return-form.ts';
import { SITE_RETURN_FORMATS } from '../../statistics/press/site-return-press.ts';
import { SITE_RETURN_ACT_LABEL, SITE_RETURN_STAGE_LABEL } from '../../statistics/rules/site-return-log.ts';
import type { SiteReturn, SiteReturnEntry, SiteReturnStage } from '../../statistics/rules/site-return-log.ts';
import type { SiteReturnRef } from '../../statistics/store/site-return.store.ts';
import { SITE_ITEMS } from '../../statistics/store/site-values.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import type { FormButton } from '../../views/form/form-buttons.ts';
import { formSection } from '../../views/form/form-page.ts';
import { findProblem } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { STATISTICS_PATH } from './statistics-query.ts';
import type { Subject } from './statistics-query.ts';
import { statisticsTabs } from './statistics.page.ts';

export const SITE_PATH = `${STATISTICS_PATH}/site`;
export const sitePath = (year: number): string => `${SITE_PATH}/${year}`;
/** The form is of 2018. */
export const SITE_FIRST_YEAR = 2018;

const STAGE_TONE = {
  open: 'active',
  'in-review': 'warning',
  approved: 'warning',
  published: 'good',
} as const satisfies Record<SiteReturnStage, Tone>;

/** The years of the site's return, the newest first, and what is due. */
export function siteYearsMain(
  today: Temporal.PlainDate,
  returns: readonly (SiteReturnRef & { readonly state: SiteReturn })[],
  subjects: readonly Subject[],
  isSiteOffice: boolean,
): Html {
  const begun = new Map(returns.map(({ year, state }) => [year, state]));
  const years = Array.from({ length: today.year - SITE_FIRST_YEAR + 1 }, (_, index) => today.year - index);
  return html`<h1>统计</h1>
${statisticsTabs(subjects, 'site', true)}
<h2>政府网站工作年度报表</h2>
${
  isSiteOffice
    ? html`<p class="lead">每年 1 月 31 日前在网站首页公布上一年度的报表（国办函〔2018〕12号）。本系统能够计数的自动填写，其他的写明来源。</p>
${dataTable({
  caption: '各年度的报表',
  captionUnseen: true,
  rows: years,
  empty: '没有年度。',
  columns: [
    { key: 'year', heading: '年度', rowHeading: true, cell: year => html`<a href="${sitePath(year)}">${year} 年</a>` },
    {
      key: 'stage',
      heading: '进度',
      cell: year => {
        const state = begun.get(year);
        return state === undefined
          ? tag('未填报', 'plain')
          : tag(SITE_RETURN_STAGE_LABEL[state.stage], STAGE_TONE[state.stage]);
      },
    },
    { key: 'due', heading: '公布期限', kind: 'date', cell: year => siteReturnDueOn(year).toString() },
    {
      key: 'published',
      heading: '公布',
      cell: year => {
        const last = begun.get(year)?.publications.at(-1);
        return last === undefined ? '' : html`<a href="/site-returns/${year}">${last.on.toString()}</a>`;
      },
    },
  ],
})}`
    : html`<p class="lead">报表由网站的主办单位填报，本机关不用填。<a href="/site-returns">查看已公布的报表</a></p>`
}`;
}

export type SiteView = {
  readonly year: number;
  readonly state: SiteReturn;
  readonly log: readonly SiteReturnEntry[];
  readonly counted: SiteValues;
  readonly values: SiteValues;
  readonly names: ReadonlyMap<string, string>;
  readonly isOver: boolean;
  readonly mayCompile: boolean;
  readonly mayApprove: boolean;
  readonly mayPublish: boolean;
};

/** Names of fields are ids too. */
const fieldOf = (key: SiteKey): string => key.replace('.', '-');

const typed = (value: SiteValue): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

/** What was entered, as the form shows it; counted rows are shown beside their field. */
export function valuesOfSite({ entered }: SiteReturn, values: SiteValues): FormValues {
  return Object.fromEntries(
    SITE_ROWS.flatMap((row: SiteRow & { readonly key: SiteKey }): [string, string][] => {
      const value = entered[row.key]?.value ?? (row.key === 'site.name' ? values[row.key] : undefined);
      return value === undefined ? [] : [[fieldOf(row.key), typed(value)]];
    }),
  );
}

const LONGEST = 200;

function readValue({ name, unit }: SiteRow, text: string): SiteValue | { readonly problem: string } {
  switch (unit.kind) {
    case 'count':
      return /^\d{1,12}$/.test(text) ? Number(text) : { problem: `“${name}”请填不小于 0 的整数` };
    case 'days':
      return /^\d{1,5}(?:\.\d)?$/.test(text) ? Number(text) : { problem: `“${name}”请填天数，至多一位小数` };
    case 'yes-no':
      return text === 'yes';
    case 'words':
      return text.length <= LONGEST ? text : { problem: `“${name}”至多 ${LONGEST} 字` };
  }
}

/** The values of a form that differ from what is known; a field left empty enters nothing. */
export function readSiteForm(
  valueOf: (name: string) => string,
  known: SiteValues,
): { readonly values: SiteValues; readonly problems: FormState['problems'] } {
  const values: Partial<Record<SiteKey, SiteValue>> = {};
  const problems: { field: string; message: string }[] = [];
  for (const row of SITE_ROWS) {
    const text = valueOf(fieldOf(row.key)).trim();
    if (text === '') continue;
    const value = readValue(row, text);
    if (typeof value === 'object') problems.push({ field: fieldOf(row.key), message: value.problem });
    else if (known[row.key] !== value) values[row.key] = value;
  }
  return { values, problems };
}

function rowField(
  state: FormState,
  { state: { entered }, counted }: SiteView,
  row: SiteRow & { readonly key: SiteKey },
): Html {
  const count = counted[row.key];
  const hint = [
    row.isCounted === true && count !== undefined ? `本系统计数：${siteValueText(count)}，不填就用这个数` : null,
    entered[row.key] === undefined ? null : `已填，来源：${entered[row.key]!.source}`,
  ]
    .filter(part => part !== null)
    .join('；');
  const facts = { name: fieldOf(row.key), label: row.name, ...(hint === '' ? {} : { hint }) };
  if (row.unit.kind === 'yes-no')
    return radioField(state, {
      ...facts,
      inline: true,
      choices: [
        { value: 'yes', text: '是' },
        { value: 'no', text: '否' },
      ],
    });
  const unit = siteUnitText(row);
  return row.unit.kind === 'words'
    ? textField(state, facts)
    : textField(state, { ...facts, width: 'short', inputMode: 'decimal', ...(unit === '' ? {} : { unit }) });
}

function fillIn(view: SiteView, state: FormState): Html {
  return html`<form class="card form" method="post" action="${sitePath(view.year)}/values" novalidate>
${hiddenField('version', view.state.version)}${SITE_RETURN_FORM.map(({ heading, rows }) =>
    formSection(
      heading,
      rows.map(row => rowField(state, view, row)),
    ),
  )}${textField(state, {
    name: 'source',
    label: '数据来源',
    required: true,
    hint: '这一次填写的数据来自哪里，例如“网站访问统计平台”。',
  })}
${formButtons([{ text: '保存' }])}</form>
`;
}

type ActForm = {
  readonly act: string;
  readonly button: FormButton;
  readonly fields?: HtmlValue;
  readonly heading?: string;
  readonly names?: readonly string[];
};

function actForm(
  { year, state: { version } }: SiteView,
  state: FormState,
  { act, button, fields, heading, names = [] }: ActForm,
): Html {
  const form = html`<form class="form" method="post" action="${sitePath(year)}/${act}" novalidate>
${hiddenField('version', version)}${fields}
${formButtons([button])}</form>
`;
  const isOpen = names.some(name => findProblem(state, name) !== undefined);
  return heading === undefined
    ? form
    : html`<details${isOpen && html` open`}><summary>${heading}</summary>
${form}</details>
`;
}

function actsOf(view: SiteView, state: FormState): readonly (Html | false)[] {
  const { mayApprove, mayCompile, mayPublish, isOver } = view;
  const area = (name: string, label: string) => textArea(state, { name, label, required: true, rows: 2, limit: 500 });
  const returning =
    mayApprove &&
    actForm(view, state, {
      act: 'return',
      heading: '退回修改',
      names: ['comment'],
      button: { text: '退回', look: 'plain' },
      fields: area('comment', '退回的意见'),
    });
  switch (view.state.stage) {
    case 'open':
      return [
        mayCompile &&
          isOver &&
          view.state.version > 0 &&
          actForm(view, state, { act: 'submit', button: { text: '提交审签' } }),
      ];
    case 'in-review':
      return [mayApprove && actForm(view, state, { act: 'approve', button: { text: '审签同意' } }), returning];
    case 'approved':
      return [mayPublish && actForm(view, state, { act: 'publish', button: { text: '公布' } }), returning];
    case 'published':
      return [
        mayPublish &&
          actForm(view, state, {
            act: 'correct',
            heading: '更正已公布的报表',
            names: ['what', 'why'],
            button: { text: '开始更正' },
            fields: [area('what', '更正什么'), area('why', '为什么更正')],
          }),
      ];
  }
}

/** A value as it is shown; one that was counted here opens the items that it counts. */
function shownValue({ year, values, state }: SiteView, row: SiteRow & { readonly key: SiteKey }): HtmlValue {
  const value = values[row.key];
  const text = `${siteValueText(value)}${value === undefined ? '' : siteUnitText(row)}`;
  return state.entered[row.key] === undefined && SITE_ITEMS[row.key] !== undefined && value !== undefined && value !== 0
    ? html`<a href="${sitePath(year)}/items/${row.key}">${text}</a>`
    : text;
}

function shown(view: SiteView): Html {
  const { values, state } = view;
  return html`${SITE_RETURN_FORM.map(
    ({ heading, rows }) => html`<h2>${heading}</h2>
${dataTable<SiteRow & { readonly key: SiteKey }>({
  caption: heading,
  captionUnseen: true,
  rows,
  empty: '没有数据。',
  columns: [
    { key: 'name', heading: '项目', rowHeading: true, cell: ({ name }) => name },
    { key: 'value', heading: '内容', kind: 'figure', cell: row => shownValue(view, row) },
    {
      key: 'source',
      heading: '来源',
      cell: ({ key, isCounted }) =>
        state.entered[key]?.source ?? (isCounted === true && values[key] !== undefined ? '本系统计数' : ''),
    },
  ],
})}`,
  )}`;
}

function entryText({ act }: SiteReturnEntry): string {
  switch (act.kind) {
    case 'figures-entered':
      return `${Object.keys(act.values).length} 项，来源：${act.source}`;
    case 'returned':
      return act.comment;
    case 'published':
      return `第 ${act.version} 版`;
    case 'correction-begun':
      return `${act.what}（${act.why}）`;
    case 'submitted':
    case 'approved':
      return '';
  }
}

/** A year's return: where it stands, what is wrong with it, the form or what it says, what was done. */
export function siteMain(view: SiteView, form: FormState): Html {
  const { year, state, log, names, values, mayCompile } = view;
  const { stage, correction, comment, publications } = state;
  const isEditable = stage === 'open' && mayCompile;
  const open = stage === 'open' ? siteReturnProblems(values) : [];
  return html`${errorSummary(form.problems)}<h1 id="year" tabindex="-1">${year} 年网站工作年度报表</h1>
${descriptionList([
  { term: '进度', detail: tag(SITE_RETURN_STAGE_LABEL[stage], STAGE_TONE[stage]) },
  { term: '公布期限', detail: siteReturnDueOn(year).toString() },
  ...publications.map(({ version, on, note }) => ({
    term: `第 ${version} 版公布`,
    detail: html`<a href="/site-returns/${year}">${on.toString()}</a>${note !== null && `　更正：${note.what}（${note.why}）`}`,
  })),
])}
${comment !== null && notice('warning', `审签人退回：${comment}`)}
${correction !== null && notice('info', `正在更正：${correction.what}（${correction.why}）`)}
<div id="submit" tabindex="-1">${actsOf(view, form)}</div>
<p>下载：${Object.entries(SITE_RETURN_FORMATS).map(
    ([format, name]) => html`<a href="${sitePath(year)}/return.${format}" download>${name}</a> `,
  )}</p>
${
  open.length > 0 &&
  html`<details><summary>提交前还要处理 ${open.length} 处</summary>
<ul>${open.map(({ message }) => html`<li>${message}</li>`)}</ul></details>`
}
${isEditable ? fillIn(view, form) : shown(view)}
<h2>办理记录</h2>
${dataTable({
  caption: '办理记录',
  captionUnseen: true,
  rows: log.toReversed(),
  empty: '还没有填报。',
  columns: [
    { key: 'act', heading: '事项', rowHeading: true, cell: ({ act }) => SITE_RETURN_ACT_LABEL[act.kind] },
    { key: 'what', heading: '内容', cell: entryText },
    { key: 'by', heading: '经办人', cell: ({ by }) => (by === null ? '系统' : (names.get(by) ?? '')) },
    { key: 'at', heading: '时间', kind: 'date', cell: ({ at }) => instantText(at) },
  ],
})}`;
}
