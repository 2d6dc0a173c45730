import { deliverFeeNotice } from '../../../applications/actions/deliver-fee-notice.ts';
import { lapseFee } from '../../../applications/actions/lapse-fee.ts';
import { payFee } from '../../../applications/actions/pay-fee.ts';
import { refundFee } from '../../../applications/actions/refund-fee.ts';
import { waiveFee } from '../../../applications/actions/waive-fee.ts';
import { lapsesOn } from '../../../applications/rules/clock-standing.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';
import { happenedOn, today } from './day-fields.ts';

const amountOf = ({ file }: CaseContext): number => file.application.fee?.amountYuan ?? 0;
const refundable = ({ file }: CaseContext): number => {
  const { fee } = file.application;
  return fee === null ? 0 : fee.paidYuan - fee.refundedYuan;
};
const lapseDay = ({ clock, today: day }: CaseContext): Temporal.PlainDate => {
  const first = lapsesOn(clock);
  return first === null || Temporal.PlainDate.compare(first, day) > 0 ? day : first;
};

export const FEE_NOTICE_DELIVERED: ActForm = {
  name: 'fee-notice-delivered',
  title: '登记收费通知书送达',
  group: 'waiting',
  specimens: ({ file, today: on }) =>
    file.application.fee?.letter === null ? [{ kind: 'fee-notice-delivered', on }] : [],
  initial: today,
  fields: (state, context) => happenedOn(state, context, '申请人收到的日期', '缴费期限二十个工作日从次日起算'),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const on = read.day('on', '收到的日期');
    return read.finish(async () => deliverFeeNotice(deps, party, ref, { on }));
  },
};

export const FEE_PAID: ActForm = {
  name: 'fee-paid',
  title: '登记缴费',
  group: 'waiting',
  specimens: context => [{ kind: 'fee-paid', on: context.today, amountYuan: amountOf(context), receiptNumber: '1' }],
  lead: context =>
    `应缴 ${amountOf(context)} 元，缴清之日的次日起答复期限重新计算（《政府信息公开信息处理费管理办法》第六条）。`,
  initial: context => ({ ...today(context), amountYuan: String(amountOf(context)) }),
  fields: (state, context) => [
    happenedOn(state, context, '缴清的日期'),
    textField(state, { name: 'amountYuan', label: '实缴', type: 'number', width: 'short', unit: '元', required: true }),
    textField(state, {
      name: 'receiptNumber',
      label: '财政票据号码',
      width: 'middle',
      required: true,
      autocomplete: 'off',
    }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      on: read.day('on', '缴清的日期'),
      amountYuan: read.yuan('amountYuan', '实缴金额'),
      receiptNumber: read.text('receiptNumber', '财政票据号码', 60),
    };
    return read.finish(async () => payFee(deps, party, ref, input));
  },
};

export const FEE_WAIVED: ActForm = {
  name: 'fee-waived',
  title: '免收信息处理费',
  group: 'waiting',
  specimens: ({ today: on }) => [{ kind: 'fee-waived', on, reason: '' }],
  lead: () => '收费是“可以”而不是“应当”；免收的写明原因。',
  fields: state => textArea(state, { name: 'reason', label: '免收的原因', required: true, rows: 2 }),
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const input = { on: context.today, reason: read.text('reason', '免收的原因', 300) };
    return read.finish(async () => waiveFee(deps, party, ref, input));
  },
};

export const FEE_REFUNDED: ActForm = {
  name: 'fee-refunded',
  title: '登记退费',
  group: 'after',
  specimens: context => [{ kind: 'fee-refunded', on: context.today, amountYuan: refundable(context), reason: '' }],
  initial: context => ({ ...today(context), amountYuan: String(refundable(context)) }),
  fields: (state, context) => [
    happenedOn(state, context, '退费的日期'),
    textField(state, { name: 'amountYuan', label: '退还', type: 'number', width: 'short', unit: '元', required: true }),
    textArea(state, { name: 'reason', label: '退费的原因', required: true, rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      on: read.day('on', '退费的日期'),
      amountYuan: read.yuan('amountYuan', '退费金额'),
      reason: read.text('reason', '退费的原因', 300),
    };
    return read.finish(async () => refundFee(deps, party, ref, input));
  },
};

export const FEE_LAPSED: ActForm = {
  name: 'fee-lapsed',
  title: '逾期未缴费，不再处理',
  group: 'ending',
  final: true,
  specimens: context => [{ kind: 'fee-lapsed', on: lapseDay(context) }],
  lead: () =>
    '申请人未在收到收费通知的次日起二十个工作日内缴纳的，视为放弃申请，不再处理（《政府信息公开信息处理费管理办法》第六条）。',
  initial: context => ({ on: lapseDay(context).toString() }),
  fields: (state, context) => happenedOn(state, context, '视为放弃之日', '缴费期限届满的次日'),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const on = read.day('on', '视为放弃之日');
    return read.finish(async () => lapseFee(deps, party, ref, { on }));
  },
};
