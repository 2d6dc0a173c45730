import { archiveApplication } from '../../../applications/actions/archive-application.ts';
import { closeApplication } from '../../../applications/actions/close-application.ts';
import { orderReply } from '../../../applications/actions/order-reply.ts';
import { promoteApplication } from '../../../applications/actions/promote-application.ts';
import { withdrawApplication } from '../../../applications/actions/withdraw-application.ts';
import { registrationNumber } from '../../../applications/rules/case-file.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import { happenedOn, today } from './day-fields.ts';

export const WITHDRAW: ActForm = {
  name: 'withdraw',
  title: '登记申请人撤回',
  group: 'ending',
  final: true,
  specimens: ({ today: on }) => [{ kind: 'withdrawn', on, reason: null }],
  lead: () => '申请人书面撤回的，终止办理，计入“其他处理”。',
  initial: today,
  fields: (state, context) => [
    happenedOn(state, context, '收到撤回申请书的日期'),
    textArea(state, { name: 'reason', label: '申请人说明的原因', rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { on: read.day('on', '撤回的日期'), reason: read.optionalText('reason', '原因', 300) };
    return read.finish(async () => withdrawApplication(deps, party, ref, input));
  },
};

export const CLOSE: ActForm = {
  name: 'close',
  title: '因其他原因终止',
  group: 'ending',
  final: true,
  specimens: ({ today: on }) => [{ kind: 'closed-otherwise', on, reason: '' }],
  lead: () => '不属于答复、撤回、逾期不补正或者逾期未缴费的，写明原因后终止，计入“其他处理”。应当答复的不能这样终止。',
  initial: today,
  fields: (state, context) => [
    happenedOn(state, context, '终止的日期'),
    textArea(state, { name: 'reason', label: '终止的原因', required: true, rows: 3 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { on: read.day('on', '终止的日期'), reason: read.text('reason', '终止的原因', 500) };
    return read.finish(async () => closeApplication(deps, party, ref, input));
  },
};

export const ARCHIVE: ActForm = {
  name: 'archive',
  title: '归档',
  group: 'after',
  specimens: ({ today: on }) => [{ kind: 'archived', on, volume: '' }],
  initial: context => ({ ...today(context), volume: `YSQ-${registrationNumber(context.file.registration)}` }),
  fields: (state, context) => [
    happenedOn(state, context, '归档的日期'),
    textField(state, { name: 'volume', label: '卷号', required: true, width: 'middle', autocomplete: 'off' }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { on: read.day('on', '归档的日期'), volume: read.text('volume', '卷号', 60) };
    return read.finish(async () => archiveApplication(deps, party, ref, input));
  },
};

const BY = ['reconsideration', 'litigation'] as const;

export const ORDER_REPLY: ActForm = {
  name: 'order-reply',
  title: '登记责令重新答复',
  group: 'after',
  specimens: ({ today: on }) => [{ kind: 'reply-ordered', by: 'reconsideration', on, dueOn: null, reference: '' }],
  lead: () =>
    '行政复议决定或者生效判决责令重新答复的，申请重新回到办理中；没有写明期限的，自收到决定的次日起二十个工作日。',
  initial: today,
  fields: (state, context) => [
    radioField(state, {
      name: 'by',
      label: '由什么责令',
      required: true,
      inline: true,
      choices: [
        { value: 'reconsideration', text: '行政复议决定' },
        { value: 'litigation', text: '人民法院判决' },
      ],
    }),
    happenedOn(state, context, '收到决定书或者判决书的日期'),
    textField(state, {
      name: 'reference',
      label: '文号或者案号',
      required: true,
      width: 'middle',
      autocomplete: 'off',
    }),
    dateField(state, { name: 'dueOn', label: '写明的答复期限', hint: '没有写明的不填', earliest: context.today }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      by: read.choice('by', '由什么责令', BY),
      on: read.day('on', '收到的日期'),
      dueOn: read.optionalDay('dueOn', '答复期限'),
      reference: read.text('reference', '文号或者案号', 100),
    };
    return read.finish(async () => orderReply(deps, party, ref, input));
  },
};

export const PROMOTE: ActForm = {
  name: 'promote',
  title: '转为主动公开',
  group: 'after',
  specimens: ({ today: on }) => [{ kind: 'promoted', on, remark: null }],
  lead: () => '多个申请人申请公开同一政府信息、且可以公开的，可以转为主动公开（条例第四十四条）。',
  initial: today,
  fields: (state, context) => [
    happenedOn(state, context, '转为主动公开的日期'),
    textArea(state, { name: 'remark', label: '说明', rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { on: read.day('on', '日期'), remark: read.optionalText('remark', '说明', 300) };
    return read.finish(async () => promoteApplication(deps, party, ref, input));
  },
};
