import { WITHHOLDING } from '../../../law/grounds.ts';
import { noteItem } from '../../../publishing/actions/note-item.ts';
import { reassessItem } from '../../../publishing/actions/reassess-item.ts';
import { recallItem } from '../../../publishing/actions/recall-item.ts';
import { setAttribute } from '../../../publishing/actions/set-attribute.ts';
import { submitItem } from '../../../publishing/actions/submit-item.ts';
import { ATTRIBUTE_LABEL, ATTRIBUTES, WITHHOLDING_GROUNDS } from '../../../publishing/rules/attribute.ts';
import type { WithholdingGround } from '../../../publishing/rules/attribute.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { createActReader } from '../../case/act-reader.ts';
import { finish } from './act-form.ts';
import type { ActForm } from './act-form.ts';

export const SET_ATTRIBUTE: ActForm = {
  name: 'attribute',
  title: '确定公开属性',
  group: 'drafting',
  specimen: () => ({ kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null }),
  lead: () => '公开属性随稿件一并报批。不主动公开的，应当写明理由；不予公开的，还应当选择法定理由。',
  initial: ({ file }) => {
    const { attribute } = file.publication;
    return {
      attribute: attribute?.attribute ?? 'proactive',
      ground: attribute?.ground ?? '',
      reason: attribute?.reason ?? '',
    };
  },
  fields: state => [
    radioField(state, {
      name: 'attribute',
      label: '公开属性',
      required: true,
      choices: ATTRIBUTES.map(value => ({ value, text: ATTRIBUTE_LABEL[value] })),
    }),
    selectField(state, {
      name: 'ground',
      label: '不予公开的法定理由',
      unchosen: '不适用',
      options: WITHHOLDING_GROUNDS.map(value => ({ value, text: WITHHOLDING[value].wording })),
    }),
    textArea(state, { name: 'reason', label: '理由', hint: '主动公开的不用填写', rows: 3, limit: 500 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const attribute = read.choice('attribute', '公开属性', ATTRIBUTES);
    const ground: WithholdingGround | null =
      WITHHOLDING_GROUNDS.find(one => one === valueOf({ values }, 'ground')) ?? null;
    const reason = read.optionalText('reason', '理由', 500);
    const input = {
      attribute,
      ground: attribute === 'withheld' ? ground : null,
      reason: attribute === 'proactive' ? null : reason,
    };
    return finish(read, async () => setAttribute(deps, party, ref, input));
  },
};

export const SUBMIT: ActForm = {
  name: 'submit',
  title: '提交审核',
  group: 'drafting',
  specimen: ({ file }) => ({
    kind: 'submitted',
    edition: file.publication.edition,
    steps: ['secrecy', 'final'],
    proofs: [],
  }),
  lead: () => '提交以后先作保密审查，再依次初审、二审、三审（签发）。以后再修改稿件，已经通过的审核都作废。',
  perform: async ({ deps, party, ref }) => submitItem(deps, party, ref),
};

export const RECALL: ActForm = {
  name: 'recall',
  title: '撤回提交',
  group: 'drafting',
  specimen: () => ({ kind: 'recalled', reason: '修改' }),
  lead: () => '撤回以后可以修改；已经通过的审核作废。',
  fields: state => textArea(state, { name: 'reason', label: '理由', required: true, rows: 2, limit: 300 }),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const reason = read.text('reason', '理由', 300);
    return finish(read, async () => recallItem(deps, party, ref, { reason }));
  },
};

const CONCLUSIONS = ['stays', 'may-be-published'] as const;

export const REASSESS: ActForm = {
  name: 'reassess',
  title: '定期评估',
  group: 'drafting',
  specimen: () => ({ kind: 'reassessed', conclusion: 'stays', reason: '评估' }),
  lead: () => '对不主动公开的信息定期评估审查；因情势变化可以公开的，转为起草，重新走发布流程（条例第十八条）。',
  fields: state => [
    radioField(state, {
      name: 'conclusion',
      label: '评估结论',
      required: true,
      choices: [
        { value: 'stays', text: '维持不变' },
        { value: 'may-be-published', text: '可以公开' },
      ],
    }),
    textArea(state, { name: 'reason', label: '评估意见', required: true, rows: 3, limit: 500 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      conclusion: read.choice('conclusion', '评估结论', CONCLUSIONS),
      reason: read.text('reason', '评估意见', 500),
    };
    return finish(read, async () => reassessItem(deps, party, ref, input));
  },
};

export const NOTE: ActForm = {
  name: 'note',
  title: '添加备注',
  group: 'file',
  specimen: () => ({ kind: 'noted', text: '备注' }),
  fields: state => textArea(state, { name: 'text', label: '备注', required: true, rows: 3, limit: 500 }),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const text = read.text('text', '备注', 500);
    return finish(read, async () => noteItem(deps, party, ref, { text }));
  },
};
