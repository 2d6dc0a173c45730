import { APPLICANT_COLUMN_LABEL, TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import { LINK_RELATION_LABEL } from '../../applications/rules/act-words.ts';
import type { ActNames } from '../../applications/rules/act-words.ts';
import { LETTER_STANDING_LABEL } from '../../applications/rules/admit.ts';
import { IDENTITY_DOCUMENT_LABEL, SUPPLY_FORM_LABEL, SUPPLY_ROUTE_LABEL } from '../../applications/rules/applicant.ts';
import type { Applicant } from '../../applications/rules/applicant.ts';
import { CASE_KIND_LABEL, OPINION_LABEL } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { CHANNEL_LABEL } from '../../applications/rules/channel.ts';
import { lapsesOn, STANDING_LABEL, standingOf } from '../../applications/rules/clock-standing.ts';
import type { Standing } from '../../applications/rules/clock-standing.ts';
import type { Application, Letter } from '../../applications/rules/fold.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { CLOSING_LABEL, outcomeOfSettlement } from '../../applications/rules/outcome.ts';
import { FINDING_LABEL, findingsOf } from '../../applications/rules/reply.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import type { ConsultationRecord } from '../../applications/store/consultation.store.ts';
import { FILE_PURPOSE_LABEL } from '../../applications/store/application-file.store.ts';
import type { KeptFile } from '../../applications/store/application-file.store.ts';
import { may } from '../../people/rules/may.ts';
import { SCAN_NAMES } from '../../platform/files/scanner.ts';
import { MESSAGE_STATE_NAMES } from '../../platform/outbox/message.ts';
import type { MessageNote } from '../../platform/outbox/outbox.store.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import type { Fact } from '../../views/description-list/description-list.ts';
import { buttonLink, submitButton } from '../../views/form/form-buttons.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { stageTag } from '../desk/stage-tag.ts';
import { instantText } from '../instant-text.ts';
import { casePath, letterPath } from '../letters/letter-paths.ts';
import { actsMenu } from '../acting/acts-menu.ts';
import { ACT_GROUP_LABEL, ACT_GROUPS } from './act-form.ts';
import { offerButton, offersOf, replyOffers } from './case-acts.ts';
import type { Offer } from './case-acts.ts';
import type { CaseContext } from './case-context.ts';
import { logList } from './case-log.ts';
import { clockExplanation, fullDate, otherReadingsOf, otherReadingText } from './clock-calendar.ts';
import { askedByOthersSection, earlierSection } from './earlier-applications.section.ts';
import type { EarlierFacts } from './earlier-applications.section.ts';

/** What has been opened for the officer, and noted in the journal. */
export type Revealed = {
  readonly applicants: readonly Applicant[];
  readonly consultations: readonly ConsultationRecord[];
};

export type CaseContent = {
  readonly context: CaseContext;
  readonly names: ActNames;
  readonly maskedNames: readonly string[];
  readonly revealed: Revealed | null;
  readonly files: readonly KeptFile[];
  /** What became of the messages to the applicant. */
  readonly messages: readonly MessageNote[];
  readonly earlier: EarlierFacts;
  /** What the applicant wrote, when it was corrected. */
  readonly clarification: string | null;
};

const STANDING_TONE = {
  overdue: 'urgent',
  'due-today': 'urgent',
  'due-soon': 'warning',
  'in-time': 'plain',
  'waiting-for-others': 'plain',
  'done-in-time': 'good',
  'done-late': 'warning',
} as const satisfies Record<Standing, Tone>;

export const subjectOf = ({ file }: CaseContext): string => {
  const { title, description } = file.registration.requested;
  if (title !== null) return title;
  const signs = Array.from(description.replaceAll('\n', ' '));
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : signs.join('');
};

function caseHeading({ context }: CaseContent): Html {
  const { file, clock, today } = context;
  const { registration, application } = file;
  return html`<div class="case-heading"><h1><span class="number">${registrationNumber(registration)}</span> ${subjectOf(context)}</h1>
<p class="tags">${stageTag(application.stage)}${
    clock.receivedOn !== null && tag(STANDING_LABEL[standingOf(clock, today)], STANDING_TONE[standingOf(clock, today)])
  }${registration.caseKind === 'record-correction' && tag(CASE_KIND_LABEL['record-correction'])}${
    clock.provisional && tag('期限暂定', 'warning')
  }${registration.assistance !== null && tag('需要协助（第四十三条）', 'warning')}</p></div>
`;
}

const dueBar = (look: '' | 'urgent' | 'warning', label: string, inside: HtmlValue): Html =>
  html`<section class="due-bar${look !== '' && ` ${look}`}" aria-label="${label}"><p class="label">${label}</p>
${inside}</section>
`;

function settledBar({ clock, file }: CaseContext, settlement: NonNullable<Application['settlement']>): Html {
  const words =
    settlement.kind === 'replied'
      ? findingsOf(settlement.reply)
          .map(({ kind }) => FINDING_LABEL[kind])
          .join('；')
      : CLOSING_LABEL[settlement.closing];
  const row = file.application.caseKind === 'information' ? outcomeOfSettlement(settlement) : null;
  const late = clock.onTime === false;
  return dueBar(
    late ? 'warning' : '',
    '办结',
    html`<p class="due-day">${fullDate(settlement.on)}</p><p>${words}</p>
${clock.replyDueOn !== null && html`<p class="quiet">答复期限 ${fullDate(clock.replyDueOn)}，${late ? '逾期办结' : '按期办结'}</p>`}${
      row !== null && html`<p class="quiet">年度报告表三 ${TABLE_THREE_LABEL[row]}</p>`
    }`,
  );
}

const WAITS = {
  'awaiting-clarification': { label: '补正期限', date: 'applicantClarificationDueOn' },
  'awaiting-payment': { label: '缴费期限', date: 'paymentDueOn' },
} as const;

/** The one day that matters now; and the earlier one where the law can be read otherwise. */
function dueLine({ context }: CaseContent): Html | false {
  const { clock, today, calendar, file } = context;
  const { settlement, stage } = file.application;
  if (settlement !== null) return settledBar(context, settlement);
  if (stage === 'split') return false;
  if (clock.receivedOn === null)
    return dueBar(
      'warning',
      '答复期限',
      html`<p class="due-day">尚未起算</p><p>与申请人确认收到以后，从次日起算二十个工作日。</p>`,
    );
  const waits = stage === 'awaiting-clarification' || stage === 'awaiting-payment' ? WAITS[stage] : null;
  const due = waits === null ? clock.replyDueOn : clock[waits.date];
  const label = waits?.label ?? '答复期限';
  if (due === null) return dueBar('', label, html`<p class="due-day">通知送达申请人以后起算</p>`);
  const standing = standingOf(clock, today);
  const other = waits === null ? otherReadingsOf(context)[0] : undefined;
  return dueBar(
    standing === 'overdue' || standing === 'due-today' ? 'urgent' : standing === 'due-soon' ? 'warning' : '',
    label,
    html`<p class="due-day">${fullDate(due)}</p><p class="due-distance">${distanceText(calendar, today, due)}</p>${
      clock.provisional && html`<p>暂定：放假安排尚未公布</p>`
    }<p><a href="#clock">怎样算出来的</a></p>
${other !== undefined && html`<p class="quiet wide">另一种理解更早：${otherReadingText(other)}</p>`}`,
  );
}

const hiddenVersion = ({ file }: CaseContext) => hiddenField('version', file.application.version);
const actAction = ({ file }: CaseContext, name: string) => `${casePath(file.registration.id)}/acts/${name}`;

function lapseProposal({ context }: CaseContent, offers: readonly Offer[]): HtmlValue {
  const { clock, today, file } = context;
  const first = lapsesOn(clock);
  if (first === null || Temporal.PlainDate.compare(first, today) > 0) return null;
  const isFee = file.application.stage === 'awaiting-payment';
  return notice(
    'warning',
    isFee
      ? `缴费期限已于${fullDate(first.subtract({ days: 1 }))}届满，申请人没有缴费。请核对后决定是否不再处理。`
      : `补正期限已于${fullDate(first.subtract({ days: 1 }))}届满，没有收到补正。请核对申请人有没有说明正当理由，再决定是否不再处理。`,
    html`<p class="actions">${offerButton(offers, isFee ? 'fee-lapsed' : 'clarification-lapsed', undefined, 'main')}${
      !isFee && offerButton(offers, 'clarification-prolonged')
    }</p>`,
  );
}

function confirmStep({ context }: CaseContent, offers: readonly Offer[]): HtmlValue {
  if (!offers.some(({ name, refusal }) => name === 'confirm-receipt' && refusal === null)) return null;
  const { today } = context;
  return html`<p>请在来件当日联系申请人，确认收到申请的日期。</p>
<div class="actions"><form method="post" action="${actAction(context, 'confirm-receipt')}">${hiddenVersion(context)}${hiddenField('on', today.toString())}${hiddenField('how', 'telephone')}${submitButton({ text: '今天已电话确认收到' })}</form>${offerButton(offers, 'confirm-receipt', '其他方式或日期')}${offerButton(offers, 'contact-attempt')}</div>
`;
}

function assignStep({ context }: CaseContent, offers: readonly Offer[]): HtmlValue {
  const { file, colleagues, officer } = context;
  const open = offers.some(({ name, refusal }) => name === 'assign' && refusal === null);
  if (file.application.handler !== null || colleagues.length === 0) return null;
  if (!open) return html`<p class="quiet">这件申请还没有分办。</p>`;
  return html`<form class="inline-form" method="post" action="${actAction(context, 'assign')}">${hiddenVersion(context)}<label for="assign-to">交给</label>
<select id="assign-to" name="to">${colleagues.map(
    ({ id, name }) => html`<option value="${id}"${id === officer.id && html` selected`}>${name}</option>`,
  )}</select>${submitButton({ text: '分办', look: 'plain' })}</form>
`;
}

function letterStep({ context }: CaseContent): HtmlValue {
  const { registration, application } = context.file;
  const waiting = application.letters.filter(({ standing }) =>
    ['drafting', 'returned', 'in-review', 'signed', 'bounced'].includes(standing),
  );
  if (waiting.length === 0) return null;
  return html`<ul class="waiting-letters">${waiting.map(
    letter =>
      html`<li>${buttonLink(`${letterRuleOf(letter.kind).title}：${LETTER_STANDING_LABEL[letter.standing]}`, letterPath(registration.id, letter.id), letter.standing === 'signed' || letter.standing === 'bounced' ? 'main' : 'plain')}</li>`,
  )}</ul>`;
}

function archiveStep({ context }: CaseContent, offers: readonly Offer[]): HtmlValue {
  const offer = offers.find(({ name }) => name === 'archive');
  const { stage } = context.file.application;
  if (offer === undefined || (stage !== 'settled' && stage !== 'split')) return null;
  if (offer.refusal !== null) return html`<p class="quiet">${offer.refusal}</p>`;
  const volume = `YSQ-${registrationNumber(context.file.registration)}`;
  return html`<div class="actions"><form method="post" action="${actAction(context, 'archive')}">${hiddenVersion(context)}${hiddenField('on', context.today.toString())}${hiddenField('volume', volume)}${submitButton({ text: `归档，卷号 ${volume}` })}</form>${offerButton(offers, 'archive', '改卷号')}${offerButton(offers, 'promote')}</div>
`;
}

/** What is usually done next, with as little to click as can be. */
function nextStep(content: CaseContent, offers: readonly Offer[]): Html {
  const { context } = content;
  const { application } = context.file;
  const steps: readonly HtmlValue[] = [
    lapseProposal(content, offers),
    confirmStep(content, offers),
    application.extension?.state === 'asked' &&
      html`<p>有人申请延期 ${application.extension.workingDays} 个工作日：${application.extension.reason}</p>
<p class="actions">${offerButton(offers, 'approve-extension', '同意延期', 'main')}${offerButton(offers, 'refuse-extension')}</p>`,
    application.extension?.state === 'approved' &&
      html`<p class="actions">${offerButton(offers, 'extension-notice', '起草延期答复告知书', 'main')}</p>`,
    assignStep(content, offers),
    letterStep(content),
    application.stage !== 'awaiting-confirmation' && replyOffers(context),
    application.stage === 'awaiting-clarification' &&
      html`<p class="actions">${offerButton(offers, 'clarification-received', '登记收到补正', 'main')}</p>`,
    application.stage === 'awaiting-payment' &&
      html`<p class="actions">${offerButton(offers, 'fee-paid', '登记缴费', 'main')}${offerButton(offers, 'fee-waived')}</p>`,
    application.stage === 'awaiting-reasons' &&
      html`<p class="actions">${offerButton(offers, 'reasons-received', '登记申请人说明的理由', 'main')}</p>`,
    application.consultations.some(({ answeredOn }) => answeredOn === null) &&
      html`<p class="actions">${offerButton(offers, 'opinion')}</p>`,
    archiveStep(content, offers),
  ];
  const shown = steps.filter(step => step !== null && step !== false && step !== undefined);
  return html`<section class="card next-step" aria-labelledby="next-heading"><h2 id="next-heading">下一步</h2>
${shown.length === 0 ? html`<p class="quiet">现在没有轮到您办理的事项。</p>` : shown}
</section>
`;
}

function requestedSection({ context, clarification }: CaseContent): Html {
  const { requested, assistance, notifyBy, lodgedAt } = context.file.registration;
  return html`<section class="card" aria-labelledby="requested-heading"><h2 id="requested-heading">申请内容</h2>
${descriptionList([
  requested.title !== null && { term: '名称', detail: requested.title },
  requested.documentNumber !== null && { term: '文号', detail: requested.documentNumber },
  { term: '所需信息', detail: html`<span class="as-typed">${requested.description}</span>` },
  clarification !== null && { term: '补正后的内容', detail: html`<span class="as-typed">${clarification}</span>` },
  {
    term: '提供方式',
    detail: `${SUPPLY_FORM_LABEL[requested.supplyForm]}，${SUPPLY_ROUTE_LABEL[requested.supplyRoute]}`,
  },
  assistance !== null && { term: '需要的协助', detail: assistance },
  notifyBy !== null && { term: '进度通知', detail: notifyBy === 'sms' ? '短信' : '电子邮件' },
  { term: '登记时间', detail: instantText(lodgedAt) },
])}</section>
`;
}

const lineOf = (applicant: Applicant): readonly (Fact | false)[] => {
  const { contact } = applicant;
  const shared = [
    contact.telephone !== null && { term: '电话', detail: contact.telephone },
    contact.email !== null && { term: '电子邮箱', detail: contact.email },
    contact.address !== null && {
      term: '地址',
      detail: `${contact.address}${contact.postcode === null ? '' : `（${contact.postcode}）`}`,
    },
  ];
  return applicant.kind === 'naturalPerson'
    ? [
        { term: '姓名', detail: applicant.name },
        { term: IDENTITY_DOCUMENT_LABEL[applicant.identityDocument], detail: applicant.identityNumber },
        applicant.employer !== null && { term: '工作单位', detail: applicant.employer },
        ...shared,
      ]
    : [
        { term: '名称', detail: applicant.name },
        applicant.creditCode !== null && { term: '统一社会信用代码', detail: applicant.creditCode },
        { term: '法定代表人', detail: applicant.legalRepresentative },
        { term: '联系人', detail: applicant.contactPerson },
        ...shared,
      ];
};

function applicantSection({ context, maskedNames, revealed }: CaseContent): Html {
  const { file, officer } = context;
  const { registration, application } = file;
  const mayLook = may(officer, 'see-personal-data', registration.agency);
  const inside =
    revealed === null
      ? html`<p>${maskedNames.join('、')}<span class="quiet">（${APPLICANT_COLUMN_LABEL[application.applicantKind]}${
          application.applicants > 1 && `，${application.applicants} 人共同申请`
        }）</span></p>
${
  mayLook &&
  html`<form method="post" action="${casePath(registration.id)}/applicant">${submitButton({ text: '查看姓名和联系方式', look: 'plain', small: true })}</form>
<p class="quiet">查看会记入日志。</p>`
}`
      : html`${revealed.applicants.map(applicant => descriptionList(lineOf(applicant)))}`;
  return html`<section class="card" aria-labelledby="applicant-heading"><h2 id="applicant-heading">申请人</h2>
${inside}
${mayLook && html`<p><a href="${casePath(registration.id)}/receipt">登记回执</a></p>`}
</section>
`;
}

const MESSAGE_KIND_NAMES = { mail: '邮件', sms: '短信', package: '报送包' } as const satisfies Record<
  MessageNote['kind'],
  string
>;

function messagesSection({ messages }: CaseContent): HtmlValue {
  return (
    messages.length > 0 &&
    html`<section class="card" aria-labelledby="messages-heading"><h2 id="messages-heading">给申请人的通知</h2>
<ul class="case-files">${messages.map(
      ({ kind, state, queuedAt, sentAt }) =>
        html`<li>${MESSAGE_KIND_NAMES[kind]}：${MESSAGE_STATE_NAMES[state]}<span class="quiet">${instantText(sentAt ?? queuedAt)}</span></li>
`,
    )}</ul></section>
`
  );
}

function factsSection({ context, names }: CaseContent): Html {
  const { application } = context.file;
  const { intake, handler } = application;
  return html`<section class="card" aria-labelledby="facts-heading"><h2 id="facts-heading">收件与承办</h2>
${descriptionList([
  { term: '渠道', detail: CHANNEL_LABEL[intake.channel] },
  intake.submittedOn !== null && { term: '提交', detail: intake.submittedOn.toString() },
  intake.signedOn !== null && { term: '签收', detail: intake.signedOn.toString() },
  intake.arrivedOn !== null && { term: '到达', detail: intake.arrivedOn.toString() },
  application.confirmedOn !== null && { term: '双方确认', detail: application.confirmedOn.toString() },
  { term: '收到之日', detail: context.clock.receivedOn?.toString() ?? '待确认' },
  { term: '承办人', detail: handler === null ? '未分办' : (names.staff.get(handler) ?? '工作人员') },
  application.volume !== null && { term: '卷号', detail: application.volume },
])}</section>
`;
}

const letterTone = ({ standing }: Letter): Tone =>
  standing === 'bounced' ? 'urgent' : standing === 'delivered' ? 'good' : standing === 'withdrawn' ? 'plain' : 'active';

function lettersSection({ context }: CaseContent): HtmlValue {
  const { registration, application } = context.file;
  if (application.letters.length === 0) return null;
  return html`<section class="card" aria-labelledby="letters-heading"><h2 id="letters-heading">文书</h2>
<ul class="case-letters">${application.letters.map(
    letter => html`<li><a href="${letterPath(registration.id, letter.id)}">${letterRuleOf(letter.kind).title}</a>${tag(LETTER_STANDING_LABEL[letter.standing], letterTone(letter))}<span class="quiet">${letter.documentNumber}${
      letter.signedOn !== null && ` ${letter.signedOn.toString()} 签发`
    }${letter.returnedComment !== null && ` 退回意见：${letter.returnedComment}`}</span></li>
`,
  )}</ul></section>
`;
}

function consultationsSection({ context, revealed }: CaseContent): HtmlValue {
  const { consultations } = context.file.application;
  if (consultations.length === 0) return null;
  return html`<section class="card" aria-labelledby="consultations-heading"><h2 id="consultations-heading">征求意见</h2>
<ol>${consultations.map(({ id, consulted, issuedOn, receivedOn, answeredOn, opinion }) => {
    const record = revealed?.consultations.find(candidate => candidate.id === id);
    const who = record?.party.name ?? (consulted === 'agency' ? '其他机关' : '第三方');
    return html`<li>${who}：${issuedOn.toString()} 发出，${receivedOn === null ? '尚未登记送达' : `${receivedOn.toString()} 收到`}，${
      answeredOn === null ? '等待意见' : `${answeredOn.toString()} ${opinion === null ? '' : OPINION_LABEL[opinion]}`
    }${record !== undefined && record.opinion !== null && html`<span class="as-typed quiet">${record.opinion}</span>`}</li>`;
  })}</ol></section>
`;
}

function searchesSection({ context }: CaseContent): HtmlValue {
  const { searches } = context.file.application;
  if (searches.length === 0) return null;
  return html`<section class="card" aria-labelledby="searches-heading"><h2 id="searches-heading">协助查找</h2>
<ul>${searches.map(
    ({ unitName, dueOn, answeredOn, found, result }) =>
      html`<li>${unitName}：${
        answeredOn === null
          ? `请在 ${dueOn.toString()} 前反馈`
          : `${answeredOn.toString()} ${found === true ? '找到' : '没有找到'}。${result ?? ''}`
      }</li>`,
  )}</ul></section>
`;
}

function feeSection({ context }: CaseContent): HtmlValue {
  const { registration, application } = context.file;
  const { fee } = application;
  const mayDecide =
    may(context.officer, 'decide-fee', registration.agency) ||
    may(context.officer, 'draft-letter', registration.agency);
  if (fee === null)
    return (
      mayDecide &&
      application.settlement === null &&
      html`<p class="quiet"><a href="${casePath(registration.id)}/fee">计算信息处理费</a></p>`
    );
  return html`<section class="card" aria-labelledby="fee-heading"><h2 id="fee-heading">信息处理费</h2>
${descriptionList([
  { term: '应缴', detail: `${fee.amountYuan} 元` },
  { term: '通知', detail: fee.noticedOn.toString() },
  { term: '收到通知', detail: fee.receivedOn?.toString() ?? '尚未登记' },
  fee.paidOn !== null && {
    term: '缴清',
    detail: `${fee.paidOn.toString()}，${fee.paidYuan} 元，票据号 ${fee.receiptNumber ?? ''}`,
  },
  fee.waivedReason !== null && { term: '免收', detail: fee.waivedReason },
  fee.refundedYuan > 0 && { term: '已退', detail: `${fee.refundedYuan} 元` },
])}<p><a href="${casePath(registration.id)}/fee">计算过程</a></p></section>
`;
}

function linksSection({ context, names }: CaseContent): HtmlValue {
  const { children, links, parent } = context.file.application;
  const all: readonly { readonly to: ApplicationId; readonly words: string }[] = [
    ...(parent === null ? [] : [{ to: parent, words: LINK_RELATION_LABEL.parent }]),
    ...children.map(to => ({ to, words: LINK_RELATION_LABEL.child })),
    ...links.map(({ to, relation }) => ({ to, words: LINK_RELATION_LABEL[relation] })),
  ];
  if (all.length === 0) return null;
  return html`<section class="card" aria-labelledby="links-heading"><h2 id="links-heading">关联的申请</h2>
<ul class="case-links">${all.map(({ to, words }) => html`<li><a href="${casePath(to)}">${names.applications.get(to) ?? '另一件申请'}</a><span class="quiet">（${words}）</span></li>`)}</ul></section>
`;
}

const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function filesSection({ context, files, revealed }: CaseContent): HtmlValue {
  const { id, agency } = context.file.registration;
  const severance =
    may(context.officer, 'see-personal-data', agency) && html`<p><a href="${casePath(id)}/severance">区分处理</a></p>`;
  const heading = html`<h2 id="files-heading">材料</h2>`;
  if (files.length === 0)
    return html`<section class="card" aria-labelledby="files-heading">${heading}${severance}</section>
`;
  return html`<section class="card" aria-labelledby="files-heading">${heading}
<ul class="case-files">${files.map(
    (
      { id: file, purpose, name, mediaType, bytes, scan, addedAt },
      index,
    ) => html`<li><a href="${casePath(id)}/files/${file}">${
      revealed === null ? `${FILE_PURPOSE_LABEL[purpose]} ${index + 1}` : name
    }</a><span class="quiet">${revealed !== null && `${FILE_PURPOSE_LABEL[purpose]}，`}${mediaType.split('/')[1]?.split('.').at(-1)?.toUpperCase()}，${kilobytes(bytes)}，${SCAN_NAMES[scan]}，${instantText(addedAt)}</span></li>
`,
  )}</ul><p class="quiet">下载会记入日志。</p>${severance}</section>
`;
}

/** What stands in `main` of the page of a case. */
export function caseMain(content: CaseContent): Html {
  const { context, names, earlier } = content;
  const offers = offersOf(context);
  return html`${caseHeading(content)}
${dueLine(content)}
<div class="with-aside case">
<div>
${nextStep(content, offers)}
${requestedSection(content)}
${earlierSection(context, earlier)}
${askedByOthersSection(earlier, offerButton(offers, 'promote'))}
${lettersSection(content)}
${consultationsSection(content)}
${searchesSection(content)}
${clockExplanation(context)}
<section class="card" aria-labelledby="log-heading"><h2 id="log-heading">办理记录</h2>
${logList(context.file.log, names)}</section>
</div>
<aside aria-label="要点">
${applicantSection(content)}
${messagesSection(content)}
${factsSection(content)}
${feeSection(content)}
${linksSection(content)}
${filesSection(content)}
${actsMenu(offers, ACT_GROUPS, ACT_GROUP_LABEL)}
</aside>
</div>
`;
}
