import { isSameAgency } from '../../annual-report/audits/computed/agency-rank.ts';
import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { findingId, markId, marksOf, placeMarks } from '../../annual-report/render/html/report-marks.ts';
import { layOutReport } from '../../annual-report/render/report-layout.ts';
import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import { countFindings } from '../../annual-report/rules/collection/finding-counts.ts';
import type { AgencySubmission } from '../../annual-report/rules/collection/report-round.ts';
import type { RoundUpload, UploadAnswer } from '../../annual-report/rules/collection/round-upload.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons, submitButton } from '../../views/form/form-buttons.ts';
import { formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME, levelBadge } from '../../views/level-badge/level-badge.ts';
import { notice } from '../../views/notice/notice.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { REPORT_PATH, SUBMISSION_PATH, SUBMIT_PATH } from './addresses.ts';

export const MAX_REPORT_BYTES = 20 * 1024 * 1024;

export type ReportPage = {
  readonly agency: string;
  readonly office: string;
  readonly year: number;
  readonly deadlineOn: Temporal.PlainDate;
  /** Whether the round still takes reports. */
  readonly isOpen: boolean;
  /** What was submitted last; null while nothing was. */
  readonly submission: AgencySubmission | null;
  /** The findings with which it was returned. */
  readonly attached: readonly Finding[];
  /** The file that was sent last, and what was read in it. */
  readonly upload: RoundUpload | null;
  readonly answer: UploadAnswer | null;
  readonly form: FormState;
};

function fileForm({ form, upload }: ReportPage): Html {
  return html`<section class="card" aria-labelledby="send"><h2 id="send">${upload?.state === 'read' ? '换一份文件' : '上传报告'}</h2>
<form class="form" method="post" action="${REPORT_PATH}" enctype="multipart/form-data" novalidate>${fileField(form, {
    name: 'files',
    label: '报告文件',
    required: true,
    hint: '贵单位公布的文本，表格是文字而不是图片。',
    accept: ['.html', '.htm', '.docx', '.pdf', '.xlsx', '.txt', '.md', '.json'],
    maxMegabytes: MAX_REPORT_BYTES / 1024 / 1024,
  })}${formButtons([{ text: '上传并审核', look: upload?.state === 'read' ? 'plain' : 'main' }])}</form></section>`;
}

function countsSentence(findings: readonly Finding[]): string {
  const counts = countFindings(findings);
  const some = LEVELS.filter(level => counts[level] > 0).map(level => `${LEVEL_NAME[level]} ${counts[level]} 处`);
  return some.length === 0 ? '审核没有发现问题。' : `审核发现${some.join('、')}。`;
}

function readPart(page: ReportPage, upload: RoundUpload, { report, findings }: UploadAnswer): Html {
  const marks = marksOf(findings);
  const { placed } = placeMarks(report, layOutReport(report, 'form'), marks);
  const printed = report.agency ?? page.agency;
  const errors = countFindings(findings).error;
  return html`<section class="card" aria-labelledby="check"><h2 id="check">提交以前请核对</h2>
<p>这是从“${upload.name}”读到的内容。${countsSentence(findings)}${errors > 0 && '有错误的报告可能被退回，建议改正以后换一份文件。'}</p>
${!isSameAgency(printed, page.agency) && notice('warning', `文件写的机关是“${printed}”，请核对是不是${page.agency}的报告`)}
${
  marks.length > 0 &&
  html`<ol class="findings">${marks.map(
    ({ number, finding }) =>
      html`<li id="${findingId(number)}">${levelBadge(finding.level)} ${finding.message}${finding.suggestion !== '' && html`<br>建议：${finding.suggestion}`}${placed.has(number) && html` <a href="#${markId(number)}">看报告中的位置（${number}）</a>`}</li>`,
  )}</ol>`
}
<form method="post" action="${SUBMIT_PATH}">${hiddenField('upload', upload.id)}${submitButton({ text: '提交' })}</form></section>
<section class="card" aria-label="读到的报告">${reportBody(report, { marks, titleLevel: 2 })}</section>`;
}

function uploadPart(page: ReportPage): Html | false {
  const { upload, answer } = page;
  if (upload?.state === 'kept') return notice('info', `正在读取“${upload.name}”，本页每 2 秒更新一次`);
  if (upload?.state === 'refused') return notice('warning', `“${upload.name}”没有收下：${upload.sentence ?? ''}`);
  return upload?.state === 'read' && answer !== null && readPart(page, upload, answer);
}

function standingPart({ submission, attached }: ReportPage): Html | false {
  if (submission === null) return false;
  const { state, on, returned } = submission;
  if (state === 'returned' && returned !== null)
    return notice(
      'warning',
      `报告已退回：${returned.comment}`,
      attached.length > 0 && html`<ul>${attached.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
    );
  return notice('done', `报告已于 ${on.toString()} 提交，现在的状态：${SUBMISSION_STATE_LABEL[state]}`);
}

/** What an agency with a code sees: what is asked of it, what was read in its file, the last word before it is submitted. */
export function reportPage(setting: PageSetting, page: ReportPage): Html {
  const { agency, office, year, deadlineOn, isOpen, submission, upload, form } = page;
  const takes = isOpen && submission?.state !== 'accepted';
  return portalPage(setting, {
    path: REPORT_PATH,
    title: formTitle('核对、提交', form),
    crumbs: [{ text: '报送年度报告', href: SUBMISSION_PATH }],
    description: '行政机关凭报送码向主管部门报送政府信息公开工作年度报告',
    styles: ['report.css'],
    main: html`${errorSummary(form.problems)}<h1>${agency} ${year} 年度报告</h1>
${descriptionList([
  { term: '报送给', detail: office },
  { term: '期限', detail: deadlineOn.toString() },
])}
${standingPart(page)}${takes && uploadPart(page)}
${
  takes
    ? upload?.state !== 'kept' && fileForm(page)
    : submission?.state !== 'accepted' && notice('info', `这个年度的报送已经结束，需要报送的请与${office}联系`)
}`,
  });
}
