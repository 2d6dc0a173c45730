import { APPLICANT_COLUMN_LABEL } from '../../law/report-form/table-three.ts';
import { citationText } from '../../law/citation.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { IDENTITY_DOCUMENT_LABEL, SUPPLY_FORM_LABEL, SUPPLY_ROUTE_LABEL } from '../../applications/rules/applicant.ts';
import type { Applicant } from '../../applications/rules/applicant.ts';
import { CASE_KIND_LABEL, CONFIRMATION_LABEL, CONFIRMATIONS } from '../../applications/rules/application-log.ts';
import { CHANNEL_LABEL, needsConfirmation } from '../../applications/rules/channel.ts';
import type { ClockReadings } from '../../applications/rules/contested-points.ts';
import { replyClock } from '../../applications/rules/reply-clock.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../platform/files/upload-kind.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { radioField, tickField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { valuesOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { fullDate } from '../case/clock-calendar.ts';
import { frequencyText, similarList } from '../case/earlier-applications.section.ts';
import type { EarlierFacts } from '../case/earlier-applications.section.ts';
import { isResidentNumber, missingParts } from './read-intake.ts';
import type { Intake } from './read-intake.ts';

export type IntakeCheck = {
  readonly intake: Intake;
  readonly state: FormState;
  readonly calendar: WorkingCalendar;
  readonly readings: ClockReadings;
  readonly today: Temporal.PlainDate;
  readonly earlier: EarlierFacts;
  /** Whom it may be given to at once; empty where the officer may not assign. */
  readonly colleagues: readonly StaffMember[];
};

/** Fields of the second page; everything else was typed on the first and travels unseen. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['confirmed', 'confirmedOn', 'how', 'handler', 'files', 'back']);

const applicantText = (applicant: Applicant): string =>
  applicant.kind === 'naturalPerson'
    ? `${applicant.name}，${IDENTITY_DOCUMENT_LABEL[applicant.identityDocument]} ${applicant.identityNumber === '' ? '（未写明）' : applicant.identityNumber}`
    : `${applicant.name}（${APPLICANT_COLUMN_LABEL[applicant.kind]}）`;

function typedFacts({ intake }: IntakeCheck): Html {
  const { applicants, requested, intake: arrival } = intake;
  const { contact } = applicants[0];
  const ways = [contact.telephone, contact.email, contact.address].filter(way => way !== null);
  return descriptionList([
    { term: '申请种类', detail: CASE_KIND_LABEL[intake.caseKind] },
    { term: '渠道', detail: CHANNEL_LABEL[arrival.channel] },
    {
      term: '申请人',
      detail: html`${applicants.map(applicant => html`<span class="as-typed">${applicantText(applicant)}</span>`)}`,
    },
    { term: '联系方式', detail: ways.length === 0 ? '（未写明）' : ways.join('，') },
    { term: '所需信息', detail: html`<span class="as-typed">${requested.description}</span>` },
    requested.title !== null && { term: '名称', detail: requested.title },
    requested.documentNumber !== null && { term: '文号', detail: requested.documentNumber },
    {
      term: '提供方式',
      detail: `${SUPPLY_FORM_LABEL[requested.supplyForm]}，${SUPPLY_ROUTE_LABEL[requested.supplyRoute]}`,
    },
    intake.assistance !== null && { term: '需要的协助', detail: intake.assistance },
  ]);
}

/** The days that follow from the channel: what the clerk never computes. */
function derivedDays({ intake, calendar, readings, today }: IntakeCheck): Html {
  const confirmed = needsConfirmation(intake.intake.channel) ? today : null;
  const clock = replyClock({ receipt: { ...intake.intake, confirmedOn: confirmed }, events: [] }, calendar, readings);
  const { receipt } = clock.course;
  if (clock.receivedOn === null || clock.replyDueOn === null || clock.clarificationNoticeDueOn === null)
    return notice('warning', receipt.why);
  const due = clock.replyDueOn;
  return html`<section class="card" aria-label="推算的期限"><p class="label">${
    confirmed === null ? '收到申请之日' : '如果今天确认，收到申请之日'
  }</p>
<p class="due-day">${fullDate(clock.receivedOn)}</p><p class="quiet">${receipt.why}（${citationText(receipt.basis)}）</p>
${descriptionList([
  { term: '告知补正的最后一日', detail: fullDate(clock.clarificationNoticeDueOn) },
  {
    term: '答复的最后一日',
    detail: html`<strong>${fullDate(due)}</strong><span class="quiet"> ${distanceText(calendar, today, due)}${clock.provisional && '（暂定）'}</span>`,
  },
])}</section>
`;
}

function cautions({ intake }: IntakeCheck): HtmlValue {
  const missing = missingParts(intake);
  const [first] = intake.applicants;
  const doubtful =
    first.kind === 'naturalPerson' &&
    first.identityDocument === 'resident-identity-card' &&
    first.identityNumber !== '' &&
    !isResidentNumber(first.identityNumber);
  return [
    missing.length > 0 &&
      notice('warning', `来件缺少${missing.join('、')}（条例第二十九条）；可以先登记，再告知补正。`),
    doubtful && notice('warning', '身份证号码的位数或者校验码不对，请与来件核对；来件就是这样写的，可以照录。'),
  ];
}

function earlierPart({ intake, earlier }: IntakeCheck): HtmlValue {
  if (earlier.others === 0) return html`<p class="quiet">没有找到同一申请人以前的申请。</p>`;
  return html`<section class="card" aria-labelledby="earlier-heading"><h2 id="earlier-heading">同一申请人以前的申请（${earlier.others} 件）</h2>
${frequencyText(earlier)}
${
  earlier.similar.length > 0
    ? html`<p>有 ${earlier.similar.length} 件内容相近，请判断是否重复；系统不会自动拒绝。</p>${similarList(intake.requested.description, earlier.similar)}`
    : html`<p class="quiet">没有内容相近的。</p>`
}</section>
`;
}

function decisions({ intake, state, today, colleagues }: IntakeCheck): HtmlValue {
  return [
    needsConfirmation(intake.intake.channel) && [
      tickField(state, {
        name: 'confirmed',
        label: '已经与申请人确认收到',
        hint: '没有联系上的不勾选，登记以后再确认',
      }),
      html`<div class="field-grid">${dateField(state, { name: 'confirmedOn', label: '确认的日期', latest: today })}${radioField(
        state,
        {
          name: 'how',
          label: '怎样确认的',
          inline: true,
          choices: CONFIRMATIONS.map(value => ({ value, text: CONFIRMATION_LABEL[value] })),
        },
      )}</div>`,
    ],
    colleagues.length > 0 &&
      selectField(state, {
        name: 'handler',
        label: '交给',
        unchosen: '先不分办',
        width: 'middle',
        options: colleagues.map(({ id, name }) => ({ value: id, text: name })),
      }),
    fileField(state, {
      name: 'files',
      label: '来件扫描件',
      hint: '信封、申请书和附件；没有扫描件可以以后补。',
      accept: ACCEPTED_EXTENSIONS,
      maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
      several: true,
    }),
  ];
}

/** The second page: what was typed, what follows from it, what the same applicant has asked before; then it is registered. */
export function intakeCheckMain(check: IntakeCheck): Html {
  const { state } = check;
  const carried = Object.keys(state.values).filter(name => !OWN_FIELDS.has(name));
  return html`${errorSummary(state.problems)}
<h1>核对并登记</h1>
${cautions(check)}
<div class="with-aside">
<div>
<section class="card" aria-labelledby="typed-heading"><h2 id="typed-heading">录入的内容</h2>
${typedFacts(check)}</section>
${earlierPart(check)}
</div>
<aside aria-label="期限与登记">
${derivedDays(check)}
<form class="card form" method="post" action="/office/applications/new/register" enctype="multipart/form-data" novalidate>
${carried.map(name => valuesOf(state, name).map(value => hiddenField(name, value)))}
${decisions(check)}
${formButtons([{ text: '登记' }, { text: '返回修改', look: 'plain', name: 'back', value: 'yes' }])}
</form>
</aside>
</div>
`;
}
