import type { ExaminedYear } from '../../annual-report/actions/examine-year.ts';
import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { marksOf, placeMarks } from '../../annual-report/render/html/report-marks.ts';
import { layOutReport } from '../../annual-report/render/report-layout.ts';
import { REPORT_FORMATS } from '../../annual-report/render/report-formats.ts';
import { SUBMISSION_NAME } from '../../annual-report/render/submission-document.ts';
import type { ReportYear } from '../../annual-report/rules/report-year.ts';
import { valueAt } from '../../annual-report/rules/report.ts';
import { YEAR_ACT_LABEL, YEAR_STAGE_LABEL } from '../../annual-report/rules/year-log.ts';
import type { FigureKey, YearFigures } from '../../annual-report/rules/year-facts.ts';
import type { YearEntry } from '../../annual-report/rules/year-log.ts';
import { findFormCell } from '../../law/report-form/cells.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { buttonLink, formButtons } from '../../views/form/form-buttons.ts';
import type { FormButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { cellPath, yearPath } from './annual-report-paths.ts';
import { findingsPart } from './findings.part.ts';
import { SUBMISSION_FORMATS, submissionKindOf } from './submission.ts';
import { STAGE_TONE } from './years.page.ts';

/** The formats in which the report as it stands can be taken for submission or signature. */
export const DRAFT_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;

export type YearView = {
  readonly year: number;
  readonly state: ReportYear;
  readonly log: readonly YearEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly examined: ExaminedYear;
  /** Where the figures of table two come from. */
  readonly figures: YearFigures;
  readonly published: number | null;
  /** How many items the publishing register counts for the year. */
  readonly items: number;
  /** Whether the year has ended: only then can its figures stand still. */
  readonly isOver: boolean;
  readonly mayCompile: boolean;
  readonly mayApprove: boolean;
  readonly mayPublish: boolean;
  /** Where the published report stands for everybody. */
  readonly publicPath: string;
  /** What the office above asks of the report. */
  readonly submission: Html;
  readonly form: FormState;
};

/** A form that was refused is shown open, with what was typed. */
const isOpen = ({ form }: YearView, names: readonly string[]): boolean =>
  form.problems.some(({ field }) => names.includes(field));

type ActForm = {
  readonly act: string;
  readonly button: FormButton;
  readonly fields?: HtmlValue;
  readonly names?: readonly string[];
  readonly heading?: string;
};

function actForm(view: YearView, { act, button, fields, names = [], heading }: ActForm): Html {
  const { year, state } = view;
  const form = html`<form class="form" method="post" action="${yearPath(year)}/${act}" novalidate>
${hiddenField('version', state.version)}${fields}
${formButtons([button])}</form>
`;
  return heading === undefined
    ? form
    : html`<details${isOpen(view, names) && html` open`}><summary>${heading}</summary>
${form}</details>
`;
}

const area = (view: YearView, name: string, label: string) =>
  textArea(view.form, { name, label, required: true, rows: 2, limit: 500 });

/** What can be done now, by whom it may be. */
function actsOf(view: YearView): readonly Html[] {
  const { state, mayCompile, mayApprove, mayPublish, isOver, published } = view;
  const returning = actForm(view, {
    act: 'return',
    heading: '退回修改',
    button: { text: '退回', look: 'plain' },
    names: ['comment'],
    fields: area(view, 'comment', '退回的意见'),
  });
  const correcting = actForm(view, {
    act: 'correct',
    heading: '更正已公布的报告',
    button: { text: '开始更正' },
    names: ['what', 'why'],
    fields: [area(view, 'what', '更正什么'), area(view, 'why', '为什么更正')],
  });
  switch (state.stage) {
    case 'open':
      return [
        mayCompile && isOver && actForm(view, { act: 'freeze', button: { text: '锁定数据' } }),
        mayPublish && published !== null && state.correction === null && correcting,
      ].filter(one => one !== false);
    case 'frozen':
      return mayCompile
        ? [
            actForm(view, { act: 'submit', button: { text: '提交审签' } }),
            actForm(view, {
              act: 'thaw',
              heading: '解除锁定',
              button: { text: '解除锁定', look: 'plain' },
              names: ['reason'],
              fields: area(view, 'reason', '解除锁定的原因'),
            }),
          ]
        : [];
    case 'in-review':
      return mayApprove ? [actForm(view, { act: 'approve', button: { text: '审签同意' } }), returning] : [];
    case 'approved':
      return [
        mayPublish && actForm(view, { act: 'publish', button: { text: '公布' } }),
        mayApprove && returning,
      ].filter(one => one !== false);
    case 'published':
    case 'corrected':
      return mayPublish ? [correcting] : [];
  }
}

function factsPart({ state, examined, publicPath }: YearView): Html {
  const { publications, frozen, correction, returnedComment } = state;
  return html`${descriptionList([
    { term: '进度', detail: tag(YEAR_STAGE_LABEL[state.stage], STAGE_TONE[state.stage]) },
    frozen !== null && { term: '数据锁定于', detail: instantText(frozen.at) },
    ...publications.map(({ version, on, note }) => ({
      term: `第 ${version} 版公布`,
      detail: html`<a href="${publicPath}/versions/${version}">${on.toString()}</a>${note !== null && `　更正：${note.what}（${note.why}）`}`,
    })),
  ])}
${returnedComment !== null && notice('warning', `审签人退回：${returnedComment}`)}
${correction !== null && notice('info', `正在更正：${correction.what}（${correction.why}）`)}
${
  examined.differences.length > 0 &&
  html`${notice(
    'warning',
    `数据锁定以后，登记簿有 ${examined.differences.length} 格发生变化；锁定的数字没有跟着改。`,
  )}${dataTable({
    caption: '锁定以后的变化',
    rows: examined.differences,
    empty: '没有变化。',
    columns: [
      { key: 'name', heading: '格', rowHeading: true, cell: ({ name }) => name },
      { key: 'before', heading: '锁定时', kind: 'figure', cell: ({ before }) => before ?? '未填' },
      { key: 'after', heading: '现在', kind: 'figure', cell: ({ after }) => after ?? '未填' },
    ],
  })}`
}`;
}

/** A year's report: where it stands, what can be done, the report itself with its figures to follow, what the audits found. */
export function yearMain(view: YearView): Html {
  const { year, state, log, names, examined, items, mayCompile, form } = view;
  const { report, result } = examined;
  const marks = marksOf(result.findings);
  const { placed } = placeMarks(report, layOutReport(report, 'form'), marks);
  const isEditable = state.stage === 'open' || state.stage === 'frozen';
  const hrefOf = (path: string) =>
    findFormCell(path) !== undefined && (valueAt(report, path as CellPath) ?? 0) > 0
      ? cellPath(year, path, view.figures[path as FigureKey]?.origin === 'register')
      : undefined;
  return html`${errorSummary(form.problems)}<h1 id="year" tabindex="-1">${year} 年度报告</h1>
${factsPart(view)}
<div class="year-acts">${
    mayCompile &&
    isEditable &&
    html`<p>${state.stage === 'open' && buttonLink('填报数据', `${yearPath(year)}/figures`)} ${buttonLink('修改文字', `${yearPath(year)}/prose`)}</p>`
  }${actsOf(view)}</div>
${view.submission}
<p>下载：${DRAFT_FORMATS.map(
    format => html`<a href="${yearPath(year)}/report.${format}" download>${REPORT_FORMATS[format].name}</a> `,
  )}
${SUBMISSION_NAME[submissionKindOf(state)]}（带审签页）：${SUBMISSION_FORMATS.map(
    format => html`<a href="${yearPath(year)}/submission.${format}" download>${REPORT_FORMATS[format].name}</a> `,
  )}</p>
${items > 0 && html`<p>本系统这一年发布信息 <a href="${yearPath(year)}/published">${items} 条</a></p>`}
<div class="year-board">
<div class="card">${reportBody(report, { marks, titleLevel: 2, hrefOf })}</div>
<aside class="card" aria-labelledby="findings">${findingsPart(marks, placed, {
    waivePath: mayCompile && state.stage === 'frozen' ? `${yearPath(year)}/waive` : null,
    hrefOf,
  })}</aside>
</div>
<h2>办理记录</h2>
${dataTable({
  caption: '办理记录',
  captionUnseen: true,
  rows: log.toReversed(),
  empty: '没有记录。',
  columns: [
    { key: 'act', heading: '事项', rowHeading: true, cell: ({ act }) => YEAR_ACT_LABEL[act.kind] },
    { key: 'what', heading: '内容', cell: entryText },
    { key: 'by', heading: '经办人', cell: ({ by }) => (by === null ? '系统' : (names.get(by) ?? '')) },
    { key: 'at', heading: '时间', kind: 'date', cell: ({ at }) => instantText(at) },
  ],
})}`;
}

function entryText({ act }: YearEntry): string {
  switch (act.kind) {
    case 'figures-entered':
      return `${Object.keys(act.figures).length} 项，来源：${act.source}`;
    case 'figures-proposed':
      return `${Object.keys(act.figures).length} 项，来源：${act.source}`;
    case 'proposal-declined':
    case 'thawed':
      return act.reason;
    case 'finding-waived':
      return act.waiver.reason;
    case 'returned':
      return act.comment;
    case 'published':
      return `第 ${act.version} 版`;
    case 'correction-begun':
      return `${act.what}（${act.why}）`;
    case 'opened':
    case 'prose-written':
    case 'frozen':
    case 'submitted':
    case 'approved':
      return '';
  }
}
