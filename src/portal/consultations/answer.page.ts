import { OPINION_LABEL } from '../../applications/rules/application-log.ts';
import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../platform/files/upload-kind.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { radioField, tickField } from '../../views/form/choice-fields.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { letterHtml } from '../../views/official-letter/letter-html.ts';
import { APPLICATIONS_COLUMN } from '../applications/column.ts';
import { dayText } from '../applications/receipt/receipt-facts.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { ANSWER_PATH, CONSULTATIONS_PATH } from './addresses.ts';
import { ANSWERS, REASONS_LIMIT } from './opinion.form.ts';
import type { OpenConsultation } from './open-consultation.ts';

export type AnswerPage = {
  readonly opened: OpenConsultation;
  readonly form: FormState;
  readonly guard: Html;
  readonly today: Temporal.PlainDate;
  /** Whether the file still takes an answer. */
  readonly open: boolean;
};

function deadline({ opened, today }: AnswerPage): Html {
  const { dueOn, agency } = opened;
  if (dueOn === null) return html`<p>请自收到征求意见书之日起 15 个工作日内答复。</p>`;
  if (Temporal.PlainDate.compare(today, dueOn) <= 0) return html`<p>最迟 <strong>${dayText(dueOn)}</strong> 答复。</p>`;
  return notice(
    'warning',
    `答复期限（${dayText(dueOn)}）已过，${agency.name}可以依法决定是否公开。您仍可以提交意见，机关作出决定以前会予以考虑。`,
  );
}

function letterPart({ letter, record, agency }: OpenConsultation): Html {
  if (letter !== null) return html`<section class="card" aria-label="征求意见书">${letterHtml(letter, 2)}</section>`;
  return html`<section class="card" aria-labelledby="matter"><h2 id="matter">征求意见的信息</h2>
<p>${agency.name}就下列信息是否公开征求您的意见：${record.party.matter}</p></section>`;
}

function opinionForm({ form, guard }: AnswerPage): Html {
  return html`<section class="card" aria-labelledby="opinion-title"><h2 id="opinion-title">您的意见</h2>
<form class="form" method="post" action="${ANSWER_PATH}" enctype="multipart/form-data" novalidate>${guard}
${radioField(form, {
  name: 'opinion',
  label: '是否同意公开',
  required: true,
  choices: ANSWERS.map(value => ({ value, text: OPINION_LABEL[value] })),
})}${textArea(form, {
    name: 'reasons',
    label: '理由',
    hint: '不同意公开的，请说明公开会怎样损害您的合法权益，例如涉及商业秘密、个人隐私；同意公开一部分的，请写明哪些可以公开、哪些不能。',
    rows: 6,
    limit: REASONS_LIMIT,
  })}${textField(form, { name: 'respondent', label: '答复人', required: true, hint: '姓名；单位答复的，写单位名称和经办人姓名。', width: 'middle' })}${fileField(
    form,
    {
      name: 'opinion-files',
      label: '附件（可不填）',
      hint: '盖章的书面意见、证明材料等。',
      accept: ACCEPTED_EXTENSIONS,
      maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
      several: true,
    },
  )}${tickField(form, { name: 'checked', label: '我已核对，知道提交后不能修改', required: true })}${formButtons([{ text: '提交意见' }])}</form>
<p class="quiet">第三方逾期未提出意见的，由行政机关依照《政府信息公开条例》的规定决定是否公开；不同意公开且有合理理由的，不予公开，但不公开会对公共利益造成重大影响的除外，届时会书面告知您。依据：《政府信息公开条例》第三十二条</p></section>`;
}

function givenPart({ consultation, record, agency }: OpenConsultation): Html {
  return html`${notice('done', '您的意见已经收到，可以打印本页留存。')}
<section class="card" aria-labelledby="given"><h2 id="given">您的意见</h2>
<p class="quiet">${consultation.answeredOn !== null && html`${dayText(consultation.answeredOn)}收到　`}${agency.name}${agency.contact.telephone !== null && html`　电话 ${agency.contact.telephone}`}</p>
<pre class="kept-form">${record.opinion ?? OPINION_LABEL[consultation.opinion ?? 'silent']}</pre></section>`;
}

function closedPart({ agency }: OpenConsultation): Html {
  const { telephone } = agency.contact;
  return notice(
    'warning',
    `${agency.name}已经作出处理，网上不再接收意见；有异议的，请${telephone === null ? '与机关联系' : `拨打 ${telephone}`}。`,
  );
}

/** The letter that asks, and the answer: to be given, given, or too late to be given. */
export function answerPage(setting: PageSetting, page: AnswerPage): Html {
  const { opened, form, open } = page;
  const answered = opened.consultation.answeredOn !== null && opened.consultation.opinion !== 'silent';
  return portalPage(setting, {
    path: ANSWER_PATH,
    title: formTitle('答复征求意见', form),
    crumbs: [{ text: '征求意见', href: CONSULTATIONS_PATH }],
    column: APPLICATIONS_COLUMN,
    description: '第三方答复政府信息公开征求意见书',
    styles: ['applications.css', 'letter.css'],
    scripts: ['character-count.js'],
    main: html`${errorSummary(form.problems)}<h1>${opened.agency.name}征求您的意见</h1>
${answered ? givenPart(opened) : open ? deadline(page) : closedPart(opened)}${letterPart(opened)}${!answered && open && opinionForm(page)}`,
  });
}
