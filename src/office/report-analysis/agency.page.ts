import { placeInWords } from '../../annual-report/render/check-up-document.ts';
import { drawChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import type { AnalysisChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import type { CollectedReport } from '../../annual-report/rules/collection/collected-report.ts';
import type { RectificationFile } from '../../annual-report/store/rectification.store.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { chartGrid } from '../../views/chart/chart.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { checkboxField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME, levelBadge } from '../../views/level-badge/level-badge.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { rectificationPath } from '../rectifications/rectification-paths.ts';
import { agencyAnalysisPath } from './analysis-paths.ts';

export type AgencyScene = {
  readonly report: CollectedReport;
  /** What is shown: all findings, or those of one audit. */
  readonly findings: readonly Finding[];
  readonly audit: { readonly id: string; readonly title: string } | null;
  readonly charts: readonly AnalysisChart[];
  readonly rectifications: readonly RectificationFile[];
  /** Findings that an open order asks for already. */
  readonly ordered: ReadonlySet<string>;
  readonly mayOrder: boolean;
  readonly today: Temporal.PlainDate;
  readonly form: FormState;
};

/** An order that gives a fortnight is the custom; the officer sets the day. */
const USUAL_DAYS = 15;

function findingText({ level, message, where }: Finding): string {
  return `${LEVEL_NAME[level]}：${message}（${placeInWords(where)}）`;
}

function findingHint({ quote, suggestion, basis }: Finding): string {
  return `${quote === '' ? '' : `原文：“${quote}”　`}${suggestion === '' ? '' : `建议：${suggestion}　`}依据：${basis}`;
}

const isOrderable = (finding: Finding, ordered: ReadonlySet<string>): boolean =>
  finding.waived === undefined && finding.fingerprint !== undefined && !ordered.has(finding.fingerprint);

function listed(finding: Finding, ordered: ReadonlySet<string>): Html {
  const { level, message, where, waived, fingerprint } = finding;
  return html`<li>${levelBadge(level)} <strong>${message}</strong>（${placeInWords(where)}）
<p class="quiet">${findingHint(finding)}</p>
${waived !== undefined && html`<p>已说明不作修改：${waived.reason}（${waived.by}，${waived.on}）</p>`}${
    fingerprint !== undefined && ordered.has(fingerprint) && html`<p>已下达整改任务。</p>`
  }</li>
`;
}

function orderForm({ report, findings, ordered, audit, today, form }: AgencyScene): Html {
  const orderable = findings.filter(one => isOrderable(one, ordered));
  const others = findings.filter(one => !isOrderable(one, ordered));
  const values = {
    dueOn: today.add({ days: USUAL_DAYS }).toString(),
    demand: '请逐项核对改正；已公布的报告，按规定更正公布并附更正说明，并在期限内反馈整改情况。',
    ...form.values,
  };
  const state = { ...form, values };
  return html`${
    others.length > 0 &&
    html`<ul class="finding-list">${others.map(one => listed(one, ordered))}</ul>
`
  }${
    orderable.length > 0 &&
    html`<form class="card form" method="post" action="${agencyAnalysisPath(report.year, report.agency, audit?.id)}" novalidate>
${checkboxField(state, {
  name: 'findings',
  label: '要整改的问题',
  required: true,
  choices: orderable.map(one => ({ value: one.fingerprint!, text: findingText(one), hint: findingHint(one) })),
})}${textArea(state, { name: 'demand', label: '整改要求', required: true, rows: 3, limit: 2000 })}${dateField(state, {
      name: 'dueOn',
      label: '整改期限',
      required: true,
      earliest: today,
    })}${formButtons([{ text: '下达整改任务' }])}</form>
`
  }`;
}

/** One agency's report of a year: what was found in it, what was ordered, and the years before. */
export function agencyMain(scene: AgencyScene): Html {
  const { report, findings, audit, charts, rectifications, ordered, mayOrder, form } = scene;
  return html`${errorSummary(form.problems)}<h1>${report.agencyName}</h1>
${descriptionList([
  { term: '年度', detail: `${report.year} 年` },
  { term: '报送状态', detail: SUBMISSION_STATE_LABEL[report.state] },
  report.submittedOn !== null && { term: '报送日期', detail: report.submittedOn.toString() },
  report.state === 'published' && {
    term: '公布的报告',
    detail: html`<a href="/annual-reports/${report.agency}/${report.year}">看公布的报告</a>`,
  },
  rectifications.length > 0 && {
    term: '整改任务',
    detail: rectifications.map(
      ({ id, state }, index) =>
        html`${index > 0 && '、'}<a href="${rectificationPath(id)}">第 ${rectifications.length - index} 项（${state.findings.length} 个问题）</a>`,
    ),
  },
])}<section id="found"><h2>审核发现${audit !== null && html`：${audit.title}`}</h2>
${audit !== null && html`<p><a href="${agencyAnalysisPath(report.year, report.agency)}">看全部问题（${report.findings.length} 处）</a></p>`}
${
  findings.length === 0
    ? emptyState('审核没有发现问题。')
    : mayOrder
      ? orderForm(scene)
      : html`<ul class="finding-list">${findings.map(one => listed(one, ordered))}</ul>`
}</section>
${
  charts.length > 0 &&
  html`<section><h2>历年数据</h2>
${chartGrid(charts.map(drawChart))}</section>
`
}`;
}
