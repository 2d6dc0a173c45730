import { approveItem } from '../../../publishing/actions/approve-item.ts';
import { proofreadItem } from '../../../publishing/actions/proofread-item.ts';
import { returnItem } from '../../../publishing/actions/return-item.ts';
import { reviewItem } from '../../../publishing/actions/review-item.ts';
import { reviewSecrecy } from '../../../publishing/actions/review-secrecy.ts';
import { nextStepOf } from '../../../publishing/rules/fold.ts';
import { findAttachmentId } from '../../../publishing/rules/ids.ts';
import { ITEM_KIND_LABEL } from '../../../publishing/rules/item-kind.ts';
import { PROOF_LABEL, REVIEW_STEP_LABEL } from '../../../publishing/rules/publication-log.ts';
import type { Proof } from '../../../publishing/rules/publication-log.ts';
import {
  CARRIER_LABEL,
  CARRIERS,
  PERSONAL_DATA_WAY_LABEL,
  PERSONAL_DATA_WAYS,
  RELEASE_CHANNEL_LABEL,
  RELEASE_CHANNELS,
  SECRECY_ANSWER_LABEL,
  SECRECY_ANSWERS,
  SECRECY_CONCLUSION_LABEL,
  SECRECY_CONCLUSIONS,
  SECRECY_QUESTION_LABEL,
  SECRECY_QUESTIONS,
} from '../../../publishing/rules/secrecy-form.ts';
import type { SecrecyAnswer, SecrecyForm, SecrecyQuestion } from '../../../publishing/rules/secrecy-form.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { checkboxField, radioField } from '../../../views/form/choice-fields.ts';
import { formSection } from '../../../views/form/form-page.ts';
import { valuesOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { html } from '../../../views/html/html.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import { createActReader } from '../../case/act-reader.ts';
import type { ItemContext } from '../item/item-context.ts';
import { attachmentPath } from '../publishing-paths.ts';
import { finish } from './act-form.ts';
import type { ActForm } from './act-form.ts';

const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map(value => ({ value, text: labels[value] }));

/** A form on which nothing speaks against release: what the act is tried with before somebody fills it in. */
const CLEAN: SecrecyForm = {
  carrier: 'official-document',
  channels: ['website'],
  classified: false,
  answers: Object.fromEntries(SECRECY_QUESTIONS.map(question => [question, 'none'])) as Record<
    SecrecyQuestion,
    SecrecyAnswer
  >,
  personalData: 'none',
  opinion: '',
};

function reviewedMatter({ file }: ItemContext): HtmlValue {
  const { content } = file.latest;
  return descriptionList([
    { term: '信息名称', detail: content.title },
    { term: '种类', detail: ITEM_KIND_LABEL[file.registration.kind] },
    { term: '文号', detail: content.documentNumber ?? '无' },
    { term: '索引号', detail: file.registration.indexNumber },
    { term: '稿件', detail: `第 ${file.publication.edition} 稿；审查意见只对这一稿有效` },
  ]);
}

function attachmentTicks(state: FormState, { file }: ItemContext): HtmlValue {
  const { attachments } = file.latest.content;
  if (attachments.length === 0) return html`<p class="quiet">没有附件。</p>`;
  return html`${checkboxField(state, {
    name: 'ticked',
    label: '逐件审查附件',
    required: true,
    hint: '每一件都要打开看过再勾选。',
    choices: attachments.map(({ id, title }) => ({ value: id, text: title })),
  })}<ul>${attachments.map(({ id, title }) => html`<li><a href="${attachmentPath(file.registration.id, id)}">打开“${title}”</a></li>`)}</ul>`;
}

export const REVIEW_SECRECY: ActForm = {
  name: 'secrecy',
  title: '保密审查',
  button: '提交审查意见',
  group: 'review',
  specimen: ({ file }) => ({
    kind: 'secrecy-reviewed',
    edition: file.publication.edition,
    contentHash: '',
    form: CLEAN,
    ticked: file.latest.content.attachments.map(({ id }) => id),
    conclusion: 'release',
  }),
  lead: () => '先审查后公开，一事一审（条例第十七条）。没有得出“公开”的结论，稿件不能发布。',
  // What is judged is not answered beforehand.
  initial: ({ file }) => ({
    carrier: file.registration.kind === 'document' ? 'official-document' : 'other',
    channels: ['website'],
  }),
  fields: (state, context) => [
    reviewedMatter(context),
    formSection('载体与方式', [
      radioField(state, {
        name: 'carrier',
        label: '载体形式',
        inline: true,
        required: true,
        choices: options(CARRIERS, CARRIER_LABEL),
      }),
      checkboxField(state, {
        name: 'channels',
        label: '拟公开方式',
        required: true,
        choices: options(RELEASE_CHANNELS, RELEASE_CHANNEL_LABEL),
      }),
    ]),
    formSection('附件', attachmentTicks(state, context)),
    formSection('逐项判断', [
      radioField(state, {
        name: 'classified',
        label: '已定密或者含密件内容',
        inline: true,
        required: true,
        choices: [
          { value: 'no', text: '否' },
          { value: 'yes', text: '是' },
        ],
      }),
      ...SECRECY_QUESTIONS.map(question =>
        radioField(state, {
          name: `answer-${question}`,
          label: SECRECY_QUESTION_LABEL[question],
          inline: true,
          required: true,
          choices: options(SECRECY_ANSWERS, SECRECY_ANSWER_LABEL),
        }),
      ),
      radioField(state, {
        name: 'personalData',
        label: '个人信息的处理',
        inline: true,
        required: true,
        choices: options(PERSONAL_DATA_WAYS, PERSONAL_DATA_WAY_LABEL),
      }),
    ]),
    formSection('审查意见', [
      radioField(state, {
        name: 'conclusion',
        label: '结论',
        required: true,
        choices: options(SECRECY_CONCLUSIONS, SECRECY_CONCLUSION_LABEL),
      }),
      textArea(state, { name: 'opinion', label: '意见', hint: '不同意公开的，写明理由', rows: 3, limit: 500 }),
    ]),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const chosen = valuesOf({ values }, 'channels');
    const channels = RELEASE_CHANNELS.filter(channel => chosen.includes(channel));
    if (channels.length === 0) read.refuse('channels', '请选择拟公开方式');
    const input = {
      edition: context.file.publication.edition,
      form: {
        carrier: read.choice('carrier', '载体形式', CARRIERS),
        channels,
        classified: read.choice('classified', '是否已定密或者含密件内容', ['no', 'yes'] as const) === 'yes',
        answers: Object.fromEntries(
          SECRECY_QUESTIONS.map(question => [
            question,
            read.choice(`answer-${question}`, SECRECY_QUESTION_LABEL[question], SECRECY_ANSWERS),
          ]),
        ) as Record<SecrecyQuestion, SecrecyAnswer>,
        personalData: read.choice('personalData', '个人信息的处理', PERSONAL_DATA_WAYS),
        opinion: read.optionalText('opinion', '意见', 500) ?? '',
      },
      ticked: valuesOf({ values }, 'ticked').flatMap(id => findAttachmentId(id) ?? []),
      conclusion: read.choice('conclusion', '结论', SECRECY_CONCLUSIONS),
    };
    return finish(read, async () => reviewSecrecy(deps, party, ref, input));
  },
};

const commentField = (state: FormState) => textArea(state, { name: 'comment', label: '意见', rows: 3, limit: 500 });

export const REVIEW: ActForm = {
  name: 'review',
  title: '审核',
  button: '审核通过',
  group: 'review',
  specimen: ({ file }) => {
    const step = nextStepOf(file.publication);
    return step === 'first' || step === 'second'
      ? { kind: 'reviewed', edition: file.publication.edition, step, comment: null }
      : null;
  },
  lead: ({ file }) => {
    const step = nextStepOf(file.publication);
    return step === undefined ? null : `这份稿件现在在“${REVIEW_STEP_LABEL[step]}”环节。`;
  },
  fields: commentField,
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const step = nextStepOf(context.file.publication) === 'second' ? 'second' : 'first';
    const input = {
      edition: context.file.publication.edition,
      step,
      comment: read.optionalText('comment', '意见', 500),
    } as const;
    return finish(read, async () => reviewItem(deps, party, ref, input));
  },
};

export const APPROVE: ActForm = {
  name: 'approve',
  title: '三审（签发）',
  button: '签发',
  group: 'review',
  specimen: ({ file }) => ({ kind: 'approved', edition: file.publication.edition, comment: null }),
  lead: () => '谁签发谁把关。签发以后由没有参与起草的人发布。',
  fields: commentField,
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const input = { edition: context.file.publication.edition, comment: read.optionalText('comment', '意见', 500) };
    return finish(read, async () => approveItem(deps, party, ref, input));
  },
};

export const RETURN: ActForm = {
  name: 'return',
  title: '退回修改',
  group: 'review',
  specimen: ({ file }) => ({
    kind: 'returned',
    edition: file.publication.edition,
    step: nextStepOf(file.publication) ?? 'final',
    comment: '意见',
  }),
  fields: state => textArea(state, { name: 'comment', label: '需要修改的地方', required: true, rows: 4, limit: 1000 }),
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const { publication } = context.file;
    const input = {
      edition: publication.edition,
      step: nextStepOf(publication) ?? 'final',
      comment: read.text('comment', '需要修改的地方', 1000),
    } as const;
    return finish(read, async () => returnItem(deps, party, ref, input));
  },
};

/** The pass of proofreading that is next: 编辑校对 before approval, 发布前校对 after it. */
function nextProof({ file }: ItemContext): Proof {
  const { stage } = file.publication;
  return stage === 'approved' || stage === 'revision-approved' ? 'before-publication' : 'editor';
}

export const PROOFREAD: ActForm = {
  name: 'proofread',
  title: '登记校对',
  button: '校对完毕',
  group: 'review',
  specimen: context => ({
    kind: 'proofread',
    edition: context.file.publication.edition,
    proof: nextProof(context),
    remark: null,
  }),
  lead: context => `这一遍是“${PROOF_LABEL[nextProof(context)]}”。发现问题的，请退回修改，不要登记。`,
  fields: state => textArea(state, { name: 'remark', label: '说明', rows: 2, limit: 300 }),
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const input = {
      edition: context.file.publication.edition,
      proof: nextProof(context),
      remark: read.optionalText('remark', '说明', 300),
    };
    return finish(read, async () => proofreadItem(deps, party, ref, input));
  },
};
