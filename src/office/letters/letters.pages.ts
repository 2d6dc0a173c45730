import { refusalText } from '../../applications/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import {
  ACT_LABEL,
  DELIVERY_METHOD_LABEL,
  DELIVERY_METHODS,
  REVIEW_STEP_LABEL,
} from '../../applications/rules/application-log.ts';
import { LETTER_STANDING_LABEL } from '../../applications/rules/admit.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { nextStepOf } from '../../applications/rules/fold.ts';
import type { Letter } from '../../applications/rules/fold.ts';
import type { LetterFault } from '../../applications/rules/letters/letter-faults.ts';
import { isReplyKind } from '../../applications/rules/letters/letter-kinds.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import type { LetterVersion } from '../../applications/store/letter.store.ts';
import { ABILITY_FOR_STEP } from '../../applications/rules/act-abilities.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { fileField } from '../../views/form/file-field.ts';
import { buttonLink, formButtons, submitButton } from '../../views/form/form-buttons.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { differencesOf } from '../../views/official-letter/letter-differences.ts';
import { letterDifferencesHtml, letterHtml } from '../../views/official-letter/letter-html.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';
import { draftFields } from './draft-fields.ts';
import { formLinks } from './form-links.ts';
import { casePath, letterPath, newLetterPath } from './letter-paths.ts';

/** A letter's title and, where several kinds share it, when it is written. */
const kindName = (kind: LetterKind): string => letterRuleOf(kind).title.replaceAll('\n', '');

const crumbsOf = ({ registration }: CaseFile) => [
  { text: '依申请公开', href: '/office/applications' },
  { text: registrationNumber(registration), href: casePath(registration.id) },
];

const STANDING_TONE = {
  drafting: 'plain',
  'in-review': 'active',
  returned: 'warning',
  signed: 'active',
  dispatched: 'active',
  delivered: 'good',
  bounced: 'urgent',
  withdrawn: 'plain',
} as const satisfies Record<Letter['standing'], Tone>;

/** The standing of a letter as a word. */
export const standingTag = ({ standing }: Pick<Letter, 'standing'>): Html =>
  tag(LETTER_STANDING_LABEL[standing], STANDING_TONE[standing]);

/** Why the act was refused; what happened meanwhile where somebody else was faster. */
export function refusalNotice(refusal: Refusal | null): HtmlValue {
  if (refusal === null) return null;
  const meanwhile =
    refusal.kind === 'overtaken'
      ? html`<ul>${refusal.meanwhile.map(({ at, act }) => html`<li>${instantText(at)}　${ACT_LABEL[act.kind]}</li>`)}</ul>`
      : undefined;
  return notice('warning', `没有办理：${refusalText(refusal)}。`, meanwhile);
}

function kindList(file: CaseFile, heading: string, kinds: readonly LetterKind[]): HtmlValue {
  if (kinds.length === 0) return null;
  return html`<section class="card"><h2>${heading}</h2><ul class="choices-list">${kinds.map(
    kind => html`<li><a href="${newLetterPath(file.registration.id, kind)}">${kindName(kind)}</a>
<span class="quiet">${letterRuleOf(kind).when}</span></li>`,
  )}</ul></section>`;
}

/** The letters that can be written now: answers first, then those on the way to one. */
export function letterKindsPage(setting: OfficeSetting, file: CaseFile, kinds: readonly LetterKind[]): Html {
  const [replies, others] = [kinds.filter(isReplyKind), kinds.filter(kind => !isReplyKind(kind))];
  return officePage(setting, {
    title: '起草文书',
    crumbs: crumbsOf(file),
    main: html`<h1>起草文书</h1>
<p class="lead">法律依据、救济告知、文号和日期由系统写入，只需填写本件特有的内容。</p>
${kindList(file, '答复', replies)}${kindList(file, '办理过程中的文书', others)}${
      kinds.length === 0 && notice('info', '这件申请现在没有可以起草的文书。')
    }`,
  });
}

export type DraftPage = {
  readonly file: CaseFile;
  readonly kind: LetterKind;
  readonly action: string;
  readonly back: string;
  readonly state: FormState;
  readonly version: number;
  readonly preview: OfficialLetter;
  readonly faults: readonly LetterFault[];
  /** Whether the officer has asked to see what is missing; a form just opened does not scold. */
  readonly checked: boolean;
  readonly refusal: Refusal | null;
};

function faultList(faults: readonly LetterFault[]): Html {
  if (faults.length === 0) return notice('done', '法律要求的内容都已具备，可以提交审核。');
  return notice(
    'warning',
    `提交审核前还缺 ${faults.length} 项内容：`,
    html`<ul>${faults.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  );
}

/** Drafting: what is particular to this letter on the left, the whole letter as it will be on the right. */
export function draftPage(setting: OfficeSetting, page: DraftPage): Html {
  const { file, kind, state, preview, faults, checked, refusal } = page;
  const title = kindName(kind);
  return officePage(setting, {
    title: formTitle(title, state),
    crumbs: crumbsOf(file),
    styles: ['letter.css'],
    main: html`${refusalNotice(refusal)}${checked && faultList(faults)}${formPage({
      heading: title,
      lead: letterRuleOf(kind).when,
      action: page.action,
      state,
      fields: html`${hiddenField('kind', kind)}${hiddenField('version', page.version)}${draftFields(state, kind)}`,
      buttons: [
        { text: '保存并提交审核', name: 'then', value: 'submit' },
        { text: '保存', look: 'plain', name: 'then', value: 'save' },
        { text: '刷新预览', look: 'plain', name: 'then', value: 'preview' },
      ],
      back: { text: '取消', href: page.back },
      aside: html`<h2>预览</h2>${letterHtml(preview, 3)}`,
    })}`,
  });
}

export type LetterPage = {
  readonly file: CaseFile;
  readonly letter: Letter;
  readonly content: OfficialLetter;
  readonly officer: Officer;
  readonly versions: readonly (LetterVersion & { readonly authorName: string })[];
  readonly recipient: string | null;
  readonly today: Temporal.PlainDate;
  /** State of the form that was refused, by the name of its act. */
  readonly form: { readonly name: LetterForm; readonly state: FormState } | null;
  readonly refusal: Refusal | null;
  /** Asked for because the notice to correct would go out after its seven working days. */
  readonly lateClarification: boolean;
  readonly accept: readonly string[];
};

/** The acts that can be done on the page of a letter, by the last part of their address. */
export const LETTER_FORMS = ['submit', 'pass', 'return', 'sign', 'withdraw', 'dispatch', 'deliver', 'bounce'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

function actForm(page: LetterPage, name: LetterForm, content: HtmlValue, files = false): Html {
  const { registration, application } = page.file;
  const action = `${letterPath(registration.id, page.letter.id)}/${name}`;
  return html`<form class="card form" method="post" action="${action}"${files && html` enctype="multipart/form-data"`} novalidate>
${hiddenField('version', application.version)}${content}</form>
`;
}

const stateOf = (page: LetterPage, name: LetterForm, values: FormState['values'] = {}): FormState =>
  page.form?.name === name ? page.form.state : { values, problems: [] };

function reviewForms(page: LetterPage): HtmlValue {
  const { letter, officer, file } = page;
  const step = nextStepOf(letter);
  if (step === undefined || !may(officer, ABILITY_FOR_STEP[step], file.registration.agency)) return null;
  if (letter.authors.includes(officer.id))
    return notice('info', `等待${REVIEW_STEP_LABEL[step]}。您参与了起草，请由其他人办理。`);
  const comment = textArea(stateOf(page, 'return'), {
    name: 'comment',
    label: '退回原因',
    hint: '写明需要修改的地方',
    rows: 3,
    required: true,
  });
  const pass =
    step === 'sign'
      ? { name: 'sign' as const, text: '签发' }
      : { name: 'pass' as const, text: `${REVIEW_STEP_LABEL[step]}通过` };
  return html`<h2>${REVIEW_STEP_LABEL[step]}</h2>
${actForm(
  page,
  pass.name,
  html`${step === 'sign' && html`<p>签发后取得文号和日期，内容不能再改。</p>`}${formButtons([{ text: pass.text }])}`,
)}
<details class="more-acts"><summary>退回修改</summary>${actForm(
    page,
    'return',
    html`${comment}${formButtons([{ text: '退回', look: 'danger' }])}`,
  )}</details>`;
}

function draftingActs(page: LetterPage): HtmlValue {
  const { letter, officer, file } = page;
  if (!may(officer, 'draft-letter', file.registration.agency)) return null;
  const open = letter.standing === 'drafting' || letter.standing === 'returned';
  const takesBack = open || letter.standing === 'in-review' || letter.standing === 'signed';
  return html`${
    open &&
    html`${actForm(
      page,
      'submit',
      html`<div class="actions">${submitButton({ text: '提交审核' })}${buttonLink(
        '修改',
        `${letterPath(file.registration.id, letter.id)}/edit`,
      )}</div>`,
    )}`
  }${
    takesBack &&
    html`<details class="more-acts"><summary>撤回这份文书</summary>${actForm(
      page,
      'withdraw',
      html`${textField(stateOf(page, 'withdraw'), { name: 'reason', label: '撤回原因', required: true })}${formButtons([
        { text: '撤回', look: 'danger' },
      ])}`,
    )}</details>`
  }`;
}

function dispatchForm(page: LetterPage): HtmlValue {
  const { letter, today, accept } = page;
  const again = letter.standing === 'bounced';
  const state = stateOf(page, 'dispatch', { method: 'post', on: today.toString() });
  return html`<h2>${again ? '重新送达' : '送达'}</h2>
${actForm(
  page,
  'dispatch',
  html`${radioField(state, {
    name: 'method',
    label: '送达方式',
    hint: '邮寄只能交邮政企业，以交邮之日为准；当面送达以签收之日为准',
    choices: DELIVERY_METHODS.map(method => ({
      value: method,
      text: DELIVERY_METHOD_LABEL[method],
      ...(method === 'post'
        ? {
            more: textField(state, {
              name: 'trackingNumber',
              label: '邮件号',
              hint: '邮政快递或者挂号信的号码',
              width: 'middle',
            }),
          }
        : {}),
    })),
  })}${dateField(state, { name: 'on', label: '交邮、签收或者发送的日期', required: true })}${
    page.lateClarification &&
    textField(state, {
      name: 'lateReason',
      label: '超过七个工作日才告知补正的原因',
      hint: '《条例》第三十条规定自收到申请之日起七个工作日内告知；逾期的写明原因',
      required: true,
    })
  }${fileField(state, { name: 'proofs', label: '送达凭证', accept, maxMegabytes: 20, several: true })}${formButtons([
    { text: '登记发出' },
  ])}`,
  true,
)}`;
}

function arrivalForms(page: LetterPage): HtmlValue {
  const { today, accept } = page;
  const [delivered, bounced] = [
    stateOf(page, 'deliver', { on: today.toString() }),
    stateOf(page, 'bounce', { bouncedOn: today.toString() }),
  ];
  return html`<h2>送达结果</h2>
${actForm(
  page,
  'deliver',
  html`${dateField(delivered, { name: 'on', label: '签收日期', required: true })}${fileField(delivered, {
    name: 'proofs',
    label: '送达凭证',
    accept,
    maxMegabytes: 20,
    several: true,
  })}${formButtons([{ text: '登记签收' }])}`,
  true,
)}
<details class="more-acts"><summary>被退回</summary>${actForm(
    page,
    'bounce',
    html`${dateField(bounced, { name: 'bouncedOn', label: '退回日期', required: true })}${textField(bounced, {
      name: 'reason',
      label: '退回原因',
      hint: '如：地址不详、逾期未领、拒收',
      required: true,
    })}${formButtons([{ text: '登记退回' }])}`,
  )}</details>`;
}

function deliveryActs(page: LetterPage): HtmlValue {
  const { letter, officer, file } = page;
  if (!may(officer, 'record-delivery', file.registration.agency)) return null;
  if (letter.standing === 'signed' || letter.standing === 'bounced') return dispatchForm(page);
  return letter.standing === 'dispatched' ? arrivalForms(page) : null;
}

function versionList({ versions, file, letter }: LetterPage): HtmlValue {
  if (versions.length < 2) return null;
  return html`<section class="card"><h2>版本</h2><ol class="plain-list">${versions.map(
    ({ version, at, authorName }) =>
      html`<li>第 ${version} 版　${instantText(at)}　${authorName}${
        version > 1 &&
        html`　<a href="${letterPath(file.registration.id, letter.id)}/versions/${version}">与上一版比较</a>`
      }</li>`,
  )}</ol></section>`;
}

/** One letter: how far it is, what can be done with it, how it reads. */
export function letterPage(setting: OfficeSetting, page: LetterPage): Html {
  const { file, letter, content, refusal, recipient } = page;
  const title = kindName(letter.kind);
  const own = letterPath(file.registration.id, letter.id);
  const delivery = letter.deliveries.at(-1);
  return officePage(setting, {
    title,
    crumbs: crumbsOf(file),
    styles: ['letter.css'],
    main: html`${refusalNotice(refusal)}<h1>${title} ${standingTag(letter)}</h1>
${letter.returnedComment !== null && letter.standing === 'returned' && notice('warning', `退回原因：${letter.returnedComment}`)}
<div class="with-aside letter-desk"><div>
${letterHtml(content, 2)}
<p class="actions">${buttonLink('下载 PDF', `${own}/file.pdf`)} ${buttonLink('下载 Word', `${own}/file.docx`)}</p>
${versionList(page)}
${formLinks(file, letter)}
</div><aside aria-label="办理">
<section class="card">${descriptionList([
      recipient !== null && { term: '发给', detail: recipient },
      letter.documentNumber !== null && { term: '文号', detail: letter.documentNumber },
      {
        term: '审签',
        detail:
          letter.steps.length === 0
            ? '还没有提交'
            : letter.steps.map(step => {
                const passed = letter.passed.some(done => done.step === step);
                return html`<span class="step-line">${passed ? '✓' : '○'} ${REVIEW_STEP_LABEL[step]}${passed ? '（已通过）' : ''}</span> `;
              }),
      },
      delivery !== undefined && {
        term: '送达',
        detail: html`${DELIVERY_METHOD_LABEL[delivery.method]}，${delivery.on.toString()}发出${
          delivery.trackingNumber !== null && `，邮件号 ${delivery.trackingNumber}`
        }${delivery.deliveredOn !== null && `，${delivery.deliveredOn.toString()}签收`}${
          delivery.bouncedOn !== null && `，${delivery.bouncedOn.toString()}退回（${delivery.bounceReason ?? ''}）`
        }`,
      },
    ])}</section>
${reviewForms(page)}${deliveryActs(page)}${draftingActs(page)}
<p><a href="${casePath(file.registration.id)}">回到这件申请</a></p>
</aside></div>`,
  });
}

/** What changed from one version to the next, as tracked changes. */
export function versionPage(
  setting: OfficeSetting,
  file: CaseFile,
  letter: Letter,
  compared: { readonly version: number; readonly older: OfficialLetter; readonly newer: OfficialLetter },
): Html {
  const { version, older, newer } = compared;
  return officePage(setting, {
    title: `第 ${version - 1} 版与第 ${version} 版`,
    crumbs: [...crumbsOf(file), { text: kindName(letter.kind), href: letterPath(file.registration.id, letter.id) }],
    styles: ['letter.css'],
    main: html`<h1>第 ${version - 1} 版与第 ${version} 版的不同</h1>
<p class="quiet">删去的加删除线，增加的加下划线。</p>
<div class="card">${letterDifferencesHtml(differencesOf(older, newer), `第${version - 1}版与第${version}版的不同`)}</div>`,
  });
}
