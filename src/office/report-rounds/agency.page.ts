import { layOutReport } from '../../annual-report/render/report-layout.ts';
import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { marksOf, placeMarks } from '../../annual-report/render/html/report-marks.ts';
import type { BoardLine } from '../../annual-report/rules/collection/board.ts';
import type { ReportRound } from '../../annual-report/rules/collection/report-round.ts';
import type { RoundEntry } from '../../annual-report/rules/collection/round-log.ts';
import { ROUTE_LABEL } from '../../annual-report/rules/collection/submission.ts';
import type { Submission } from '../../annual-report/rules/collection/submission.ts';
import type { ReportCode } from '../../annual-report/store/report-code.store.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { checkboxField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import { notice } from '../../views/notice/notice.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { findingsPart } from '../annual-report/findings.part.ts';
import { historyTable } from './board.page.ts';
import type { BoardView } from './board.page.ts';
import { roundAgencyPath } from './report-round-paths.ts';
import { countsText, stateTag } from './state-tag.ts';

export type AgencyView = {
  readonly year: number;
  readonly round: ReportRound;
  readonly line: BoardLine;
  /** The submission that is shown; null where there is none. An older one is only to be read. */
  readonly submission: Submission | null;
  readonly earlier: readonly { readonly id: string; readonly on: Temporal.PlainDate }[];
  readonly log: readonly RoundEntry[];
  readonly code: ReportCode | null;
  readonly names: BoardView['names'];
  readonly staff: BoardView['staff'];
  readonly mayCollect: boolean;
  readonly form: FormState;
};

const RETURN_NAMES: ReadonlySet<string> = new Set(['comment', 'findings']);
const PUBLISH_NAMES: ReadonlySet<string> = new Set(['publishedOn']);

const findingChoice = ({ level, message, fingerprint }: Finding) => ({
  value: fingerprint ?? '',
  text: `${LEVEL_NAME[level]}：${message}`,
});

/** Errors and warnings are ticked beforehand: the note explains, the findings say where. */
function returnForm({ year, line, submission, form }: AgencyView, shown: Submission): Html {
  const open = shown.findings.filter(({ waived, fingerprint }) => waived === undefined && fingerprint !== undefined);
  const ticked = open.filter(({ level }) => level !== 'notice').map(({ fingerprint }) => fingerprint!);
  const isTyped = form.problems.some(({ field }) => RETURN_NAMES.has(field));
  const state = { ...form, values: { findings: ticked, ...form.values } };
  return html`<details${isTyped && html` open`}><summary>退回修改</summary>
<form class="form" method="post" action="${roundAgencyPath(year, line.agency)}/return" novalidate>${hiddenField('submission', submission?.id ?? '')}${textArea(
    state,
    { name: 'comment', label: '退回的原因和要求', required: true, rows: 3, limit: 500 },
  )}${open.length > 0 && checkboxField(state, { name: 'findings', label: '附上审核发现', choices: open.map(findingChoice) })}${submitButton({ text: '退回', look: 'plain' })}</form></details>`;
}

function publishForm({ year, line, submission, form }: AgencyView): Html {
  const isTyped = form.problems.some(({ field }) => PUBLISH_NAMES.has(field));
  return html`<details${isTyped && html` open`}><summary>登记公开</summary>
<form class="form" method="post" action="${roundAgencyPath(year, line.agency)}/publish" novalidate>${hiddenField('submission', submission?.id ?? '')}${dateField(
    form,
    { name: 'publishedOn', label: '该机关公开的日期', required: true, hint: '登记以后，报告在门户的年报栏目可以查到' },
  )}${submitButton({ text: '登记公开', look: 'plain' })}</form></details>`;
}

function codeForm({ year, line, code }: AgencyView): Html {
  return html`<form method="post" action="${roundAgencyPath(year, line.agency)}/code">
${code !== null && html`<p class="quiet">已发放报送码，${code.expiresOn.toString()}前有效；再发一次，原来的就失效。</p>`}
${submitButton({ text: code === null ? '发放报送码' : '重新发放报送码', look: 'plain' })}</form>`;
}

function actsPart(view: AgencyView): Html | false {
  const { year, line, round, submission, mayCollect } = view;
  if (!mayCollect) return false;
  const isLatest = submission !== null && submission.id === line.submission;
  const { state } = line;
  return html`<div class="round-acts">
${
  isLatest &&
  state === 'submitted' &&
  html`<form method="post" action="${roundAgencyPath(year, line.agency)}/accept">${hiddenField('submission', submission.id)}${submitButton({ text: '通过' })}</form>`
}
${isLatest && state !== 'returned' && returnForm(view, submission)}
${isLatest && state === 'accepted' && line.publishedOn === null && publishForm(view)}
${round.isOpen && (state === 'missing' || state === 'returned') && codeForm(view)}
</div>`;
}

function returnedPart({ round, line }: AgencyView, submission: Submission | null): Html | false {
  const returned = round.submissions.get(line.agency)?.returned ?? null;
  if (returned === null || submission?.id !== line.submission) return false;
  const attached = submission.findings.filter(({ fingerprint }) => returned.findings.includes(fingerprint ?? ''));
  return notice(
    'warning',
    `已退回：${returned.comment}`,
    attached.length > 0 && html`<ul>${attached.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  );
}

/** One agency in a round: what it sent, what the audits found in it, and what the supervising office can do. */
export function agencyMain(view: AgencyView): Html {
  const { year, line, submission, earlier, form } = view;
  const path = roundAgencyPath(year, line.agency);
  const isOld = submission !== null && submission.id !== line.submission;
  return html`${errorSummary(form.problems)}<h1>${line.name}</h1>
<p class="lead">${year} 年度报告</p>
${descriptionList([
  { term: '状态', detail: html`${stateTag(line.state)}${line.isCorrection && ' 更正后重报，请重新核校'}` },
  line.daysLate > 0 && {
    term: '逾期',
    detail: line.submittedOn === null ? `已逾期 ${line.daysLate} 天` : `迟报 ${line.daysLate} 天`,
  },
  submission !== null && {
    term: '报送',
    detail: `${submission.submittedOn.toString()}，${ROUTE_LABEL[submission.route]}${line.times > 1 ? `，共报送 ${line.times} 次` : ''}`,
  },
  submission !== null &&
    submission.file !== null && {
      term: '原文件',
      detail: html`<a href="${pageAddress(`${path}/file`, { submission: submission.id })}" download>${submission.file.name}</a>`,
    },
  line.counts !== null && { term: '审核结果', detail: countsText(line.counts) },
  line.publishedOn !== null && {
    term: '公开',
    detail: html`<a href="/annual-reports/${line.agency}/${year}">${line.publishedOn.toString()}</a>`,
  },
  earlier.length > 1 && {
    term: '各次报送',
    detail: html`${earlier.map(
      ({ id, on }, index) =>
        html`<a href="${pageAddress(path, { submission: id })}"${id === submission?.id && html` aria-current="true"`}>第 ${index + 1} 次（${on.toString()}）</a> `,
    )}`,
  },
])}
${isOld && notice('info', html`这是以前报送的文本，<a href="${path}">请看最近一次报送的</a>`)}
${returnedPart(view, submission)}
${actsPart(view)}
${submission === null ? html`<p class="empty">还没有报送。</p>` : reportPart(submission)}
${historyTable(view.log, view.names, view.staff, 500)}`;
}

function reportPart({ report, findings }: Submission): Html {
  const marks = marksOf(findings);
  const { placed } = placeMarks(report, layOutReport(report, 'form'), marks);
  return html`<div class="year-board">
<div class="card">${reportBody(report, { marks, titleLevel: 2 })}</div>
<aside class="card" aria-labelledby="findings">${findingsPart(marks, placed, null)}</aside>
</div>`;
}
