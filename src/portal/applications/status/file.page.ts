import { STAGE_LABEL } from '../../../applications/rules/stage.ts';
import type { Stage } from '../../../applications/rules/stage.ts';
import { CASE_KIND_LABEL } from '../../../applications/rules/application-log.ts';
import { registrationNumber } from '../../../applications/rules/case-file.ts';
import { mayFollow } from '../../../applications/rules/stage.ts';
import { letterRuleOf } from '../../../applications/rules/letters/letter-rules.ts';
import type { Letter } from '../../../applications/rules/fold.ts';
import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../../platform/files/upload-kind.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { buttonLink, formButtons, submitButton } from '../../../views/form/form-buttons.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { monthCalendar } from '../../../views/month-calendar/month-calendar.ts';
import { notice } from '../../../views/notice/notice.ts';
import { tag } from '../../../views/tag/tag.ts';
import type { Tone } from '../../../views/tag/tag.ts';
import { timeline } from '../../../views/timeline/timeline.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, FILE_PATH, GUIDE_CRUMB, STATUS_PATH } from '../column.ts';
import { dayText, minuteText } from '../receipt/receipt-facts.ts';
import { dueCalendar } from './due-calendar.ts';
import type { OpenedFile } from './opened-file.ts';
import { stepsOf } from './steps.ts';

export const CLARIFICATION_LIMIT = 4000;

export type FilePage = {
  readonly opened: OpenedFile;
  /** What was typed in the form of the page that was refused, and what is wrong with it. */
  readonly form: FormState;
  /** What has just been done. */
  readonly done: string | null;
};

const TONE: Partial<Record<Stage, Tone>> = {
  'awaiting-clarification': 'warning',
  'awaiting-reasons': 'warning',
  'awaiting-payment': 'warning',
  settled: 'good',
  archived: 'good',
};

/** The inner names of the desk, in words for the applicant. */
const STAGE_WORDS = {
  ...STAGE_LABEL,
  'awaiting-confirmation': '等待与您确认',
  'awaiting-clarification': '等您补正',
  'awaiting-reasons': '等您说明理由',
  'awaiting-payment': '等您缴费',
  'in-approval': '办理中',
  'awaiting-delivery': '办理中',
  archived: '已办结',
} as const satisfies Record<Stage, string>;

/** Until when an answer can be expected, in one sentence. */
function dueSentence({ clock, file }: OpenedFile): Html {
  const { stage, settlement, clarification } = file.application;
  if (settlement !== null) return html`已于 <strong>${dayText(settlement.on)}</strong> 办结`;
  switch (stage) {
    case 'awaiting-confirmation':
      return html`双方确认收到后开始计算，20 个工作日内答复`;
    case 'awaiting-clarification':
      return html`${clarification !== null && clock.applicantClarificationDueOn !== null && html`最迟 <strong>${dayText(clock.applicantClarificationDueOn)}</strong> 补正；`}收到补正后重新计算 20 个工作日`;
    case 'awaiting-payment':
      return html`${clock.paymentDueOn !== null && html`最迟 <strong>${dayText(clock.paymentDueOn)}</strong> 缴费；`}缴费后重新计算 20 个工作日`;
    case 'in-hand':
    case 'in-approval':
    case 'awaiting-delivery':
    case 'awaiting-reasons':
    case 'settled':
    case 'archived':
    case 'split':
      return clock.replyDueOn === null
        ? html`尚未开始计算`
        : html`最迟 <strong>${dayText(clock.replyDueOn)}</strong> 答复`;
  }
}

function summary({ opened }: FilePage): Html {
  const { file, agency } = opened;
  const { registration, application } = file;
  return html`<section class="card file-head" aria-labelledby="file-title">
<p class="quiet">${CASE_KIND_LABEL[registration.caseKind]}　登记编号 ${registrationNumber(registration)}</p>
<h1 id="file-title">${tag(STAGE_WORDS[application.stage], TONE[application.stage] ?? 'active')} <span>${dueSentence(opened)}</span></h1>
${opened.clock.provisional && application.settlement === null && html`<p class="quiet">这段时间的放假安排还没有全部公布，日期可能变动。</p>`}
${descriptionList([
  { term: '受理机关', detail: agency.name },
  { term: '申请内容', detail: registration.requested.description },
  { term: '提交时间', detail: minuteText(registration.lodgedAt) },
  agency.contact.telephone !== null && { term: '咨询电话', detail: agency.contact.telephone },
])}<p><a href="${FILE_PATH}/form">查看当时提交的申请表</a></p>
</section>`;
}

function clarificationForm({ opened, form }: FilePage): Html | false {
  const { application } = opened.file;
  if (application.stage !== 'awaiting-clarification') return false;
  const due = opened.clock.applicantClarificationDueOn;
  return html`<section class="card" aria-labelledby="clarify"><h2 id="clarify">补正</h2>
<p>要补正什么，写在<a href="#letters">补正告知书</a>里。${due !== null && html`最迟 <strong>${dayText(due)}</strong> 提交，没有正当理由逾期的，视为放弃申请。`}一次写完整，提交后不能再改。</p>
<form class="form" method="post" action="${FILE_PATH}/clarify" enctype="multipart/form-data" novalidate>
${textArea(form, { name: 'clarification', label: '补正后的申请内容', required: true, rows: 6, limit: CLARIFICATION_LIMIT })}${fileField(
    form,
    {
      name: 'clarification-files',
      label: '补正材料（可不填）',
      accept: ACCEPTED_EXTENSIONS,
      maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
      several: true,
    },
  )}${formButtons([{ text: '提交补正' }])}</form></section>
`;
}

function feeNotice({ opened }: FilePage): Html | false {
  const { fee, stage } = opened.file.application;
  if (fee === null || stage !== 'awaiting-payment') return false;
  const { contact } = opened.agency;
  return html`<section class="card" aria-labelledby="fee"><h2 id="fee">缴纳信息处理费</h2>
${descriptionList([
  { term: '金额', detail: `${fee.amountYuan} 元` },
  {
    term: '计算标准',
    detail: fee.scale === 'by-item' ? `按件计收，本月第 ${fee.quantity} 件` : `按量计收，共 ${fee.quantity} 页`,
  },
  opened.clock.paymentDueOn !== null && {
    term: '缴费期限',
    detail: `最迟${dayText(opened.clock.paymentDueOn)}，逾期视为放弃申请`,
  },
  { term: '缴费方式', detail: opened.paymentWay === '' ? '按收费通知书写明的方式缴纳' : opened.paymentWay },
  contact.telephone !== null && { term: '咨询', detail: contact.telephone },
])}<p class="quiet">对收费有异议的，不能单独就收费申请行政复议或者起诉；缴费期满后，对不再处理申请的决定不服的，可以投诉、举报、申请行政复议或者起诉。依据：《政府信息公开信息处理费管理办法》第六条、第七条</p></section>
`;
}

function letterLine({ id, kind, documentNumber, signedOn, deliveries }: Letter): Html {
  const sent = deliveries.at(-1);
  const name = letterRuleOf(kind).title;
  return html`<li><div><a href="${FILE_PATH}/letters/${id}">${name}</a>
<p class="quiet">${documentNumber ?? ''}${signedOn !== null && html`　${dayText(signedOn)}`}${sent?.deliveredOn !== null && sent?.deliveredOn !== undefined && html`　${dayText(sent.deliveredOn)}送达`}</p></div>
<div class="agency-acts"><a href="${FILE_PATH}/letters/${id}.pdf"><span class="unseen">下载${name} </span>PDF</a><a href="${FILE_PATH}/letters/${id}.docx"><span class="unseen">下载${name} </span>Word</a></div></li>
`;
}

function papers({ opened }: FilePage): Html {
  const { letters, released } = opened;
  return html`<section class="card" aria-labelledby="letters"><h2 id="letters">文书和文件</h2>
${letters.length === 0 ? html`<p class="quiet">还没有发给您的文书。</p>` : html`<ul class="agency-list">${letters.map(letterLine)}</ul>`}${
    released.length > 0 &&
    html`<h3>提供给您的信息</h3>
<ul class="agency-list">${released.map(
      ({
        id,
        name,
        bytes,
      }) => html`<li><div><a href="${FILE_PATH}/files/${id}" download>${name}</a></div><div class="quiet">${Math.max(1, Math.ceil(bytes / 1024))} KB</div></li>
`,
    )}</ul>`
  }</section>
`;
}

function calendar({ opened }: FilePage): Html | false {
  const days = dueCalendar(opened.file.application.stage, opened.clock);
  return (
    days.length > 0 &&
    html`<section class="card" aria-labelledby="due-calendar"><h2 id="due-calendar">到期日是怎样算出来的</h2>
<p>收到之日不算，从次日起逐个工作日计算，每一天计入或者不计入的原因都写在日历里。</p>
${monthCalendar('答复期限逐日计算', days)}</section>
`
  );
}

function satisfaction({ opened, form }: FilePage): Html | false {
  const { application } = opened.file;
  if (application.settlement === null) return false;
  if (application.satisfaction !== null)
    return html`<section class="card" aria-labelledby="satisfaction"><h2 id="satisfaction">您的评价</h2><p>您给这次办理打了 ${application.satisfaction} 分，谢谢。</p></section>`;
  if (!mayFollow(application.stage, 'satisfaction-given')) return false;
  return html`<section class="card" aria-labelledby="satisfaction-title"><h2 id="satisfaction-title">这次办理，您满意吗</h2>
<form class="form" method="post" action="${FILE_PATH}/satisfaction" novalidate>
${radioField(form, {
  name: 'score',
  label: '评分',
  inline: true,
  choices: [
    { value: '5', text: '5 很满意' },
    { value: '4', text: '4 满意' },
    { value: '3', text: '3 一般' },
    { value: '2', text: '2 不满意' },
    { value: '1', text: '1 很不满意' },
  ],
})}${formButtons([{ text: '提交评价', look: 'plain' }])}</form>
<p class="quiet">评价不影响您申请行政复议或者起诉的权利。</p></section>`;
}

function reasonsNotice({ opened }: FilePage): Html | false {
  if (opened.file.application.stage !== 'awaiting-reasons') return false;
  const { contact, name } = opened.agency;
  const { telephone, address } = contact;
  return html`<section class="card" aria-labelledby="reasons"><h2 id="reasons">说明理由</h2>
<p>${name}认为您申请的数量、频次明显超过合理范围，请您书面说明理由，具体要求写在<a href="#letters">通知书</a>里。${address !== null && html`当面提交或者寄到：${address}。`}${telephone !== null && html`电话：${telephone}。`}</p>
<p class="quiet">理由不合理的，不予处理；合理但不能按期答复的，会确定延迟答复的合理期限并告知您。依据：《政府信息公开条例》第三十五条</p></section>
`;
}

/** One application as its applicant sees it: where it stands, until when, what has been sent, and what they can do. */
export function filePage(setting: PageSetting, page: FilePage): Html {
  const { opened, form, done } = page;
  const { application, registration } = opened.file;
  return portalPage(setting, {
    path: FILE_PATH,
    title: formTitle(`办理进度 ${registrationNumber(registration)}`, form),
    crumbs: [GUIDE_CRUMB, { text: '查询办理进度', href: STATUS_PATH }],
    column: APPLICATIONS_COLUMN,
    description: '政府信息公开申请的办理进度',
    styles: ['applications.css'],
    scripts: ['character-count.js'],
    main: html`${errorSummary(form.problems)}${done !== null && notice('done', done)}${summary(page)}
<div class="file-parts"><div>${clarificationForm(page)}${reasonsNotice(page)}${feeNotice(page)}
<section class="card" aria-labelledby="steps"><h2 id="steps">进度</h2>
${timeline('办理进度', stepsOf(application, opened.clock))}</section>
${papers(page)}${satisfaction(page)}</div>
<div>${calendar(page)}</div></div>
<section class="card" aria-labelledby="leave"><h2 id="leave">其他</h2>
<div class="actions">${mayFollow(application.stage, 'withdrawn') && buttonLink('撤回申请', `${FILE_PATH}/withdraw`)}<form method="post" action="${FILE_PATH}/leave">${submitButton({ text: '退出查询', look: 'plain' })}</form></div>
<p class="quiet">半小时后自动退出。在公用电脑上查询的，请记得退出。</p></section>`,
  });
}
