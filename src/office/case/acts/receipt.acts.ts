import { APPLICANT_COLUMN_LABEL, APPLICANT_KINDS } from '../../../law/report-form/table-three.ts';
import { confirmReceipt } from '../../../applications/actions/confirm-receipt.ts';
import { correctIntake } from '../../../applications/actions/correct-intake.ts';
import { recordContactAttempt } from '../../../applications/actions/record-contact-attempt.ts';
import { CONFIRMATION_LABEL, CONFIRMATIONS } from '../../../applications/rules/application-log.ts';
import { CHANNEL_LABEL, CHANNELS } from '../../../applications/rules/channel.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import { happenedOn, today } from './day-fields.ts';

const confirmations = (state: FormState, label: string) =>
  radioField(state, {
    name: 'how',
    label,
    required: true,
    inline: true,
    choices: CONFIRMATIONS.map(value => ({ value, text: CONFIRMATION_LABEL[value] })),
  });

export const CONFIRM_RECEIPT: ActForm = {
  name: 'confirm-receipt',
  title: '确认收到',
  group: 'receipt',
  specimens: context => [{ kind: 'receipt-confirmed', on: context.today, how: 'telephone' }],
  lead: () => '双方确认之日就是收到申请之日，答复期限从次日起算（条例第三十一条）。应当在来件当日联系申请人。',
  initial: context => ({ ...today(context), how: 'telephone' }),
  fields: (state, context) => [happenedOn(state, context, '与申请人确认的日期'), confirmations(state, '怎样确认的')],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { on: read.day('on', '确认的日期'), how: read.choice('how', '确认的方式', CONFIRMATIONS) };
    return read.finish(async () => confirmReceipt(deps, party, ref, input));
  },
};

export const CONTACT_ATTEMPT: ActForm = {
  name: 'contact-attempt',
  title: '登记联系未果',
  group: 'receipt',
  specimens: context => [{ kind: 'contact-attempted', on: context.today, how: 'telephone', remark: '' }],
  lead: () => '没有联系上申请人的，每一次都记下来；恢复联系以后再确认收到。',
  initial: context => ({ ...today(context), how: 'telephone' }),
  fields: (state, context) => [
    happenedOn(state, context, '联系的日期'),
    confirmations(state, '怎样联系的'),
    textArea(state, { name: 'remark', label: '联系情况', required: true, rows: 2, hint: '例如：无人接听；号码不存在' }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      on: read.day('on', '联系的日期'),
      how: read.choice('how', '联系的方式', CONFIRMATIONS),
      remark: read.text('remark', '联系情况', 300),
    };
    return read.finish(async () => recordContactAttempt(deps, party, ref, input));
  },
};

export const CORRECT_INTAKE: ActForm = {
  name: 'correct-intake',
  title: '更正收件信息',
  group: 'receipt',
  specimens: ({ file: { application } }) => [
    {
      kind: 'intake-corrected',
      intake: application.intake,
      applicantKind: application.applicantKind,
      reason: '',
    },
  ],
  lead: () => '收到之日由渠道和这几个日期推算，不直接填写；更正以后所有期限重新计算，原来的登记保留在办理记录里。',
  initial: ({ file: { application } }) => ({
    channel: application.intake.channel,
    submittedOn: application.intake.submittedOn?.toString() ?? '',
    arrivedOn: application.intake.arrivedOn?.toString() ?? '',
    signedOn: application.intake.signedOn?.toString() ?? '',
    applicantKind: application.applicantKind,
  }),
  fields: (state, context) => [
    selectField(state, {
      name: 'channel',
      label: '申请渠道',
      required: true,
      width: 'middle',
      options: CHANNELS.map(value => ({ value, text: CHANNEL_LABEL[value] })),
    }),
    dateField(state, {
      name: 'submittedOn',
      label: '提交日期',
      hint: '当面提交、寄出、网上提交或者口头申请签字的日期',
      latest: context.today,
    }),
    dateField(state, {
      name: 'signedOn',
      label: '签收日期',
      hint: '邮寄的申请由本机关任何人签收的日期，收发室签收也算',
      latest: context.today,
    }),
    dateField(state, {
      name: 'arrivedOn',
      label: '到达工作机构的日期',
      hint: '平常信函、传真、电子邮件到达的日期',
      latest: context.today,
    }),
    selectField(state, {
      name: 'applicantKind',
      label: '申请人类别（年度报告表三）',
      required: true,
      width: 'middle',
      options: APPLICANT_KINDS.map(value => ({ value, text: APPLICANT_COLUMN_LABEL[value] })),
    }),
    textArea(state, { name: 'reason', label: '更正的原因', required: true, rows: 2 }),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values, context.today);
    const input = {
      intake: {
        channel: read.choice('channel', '申请渠道', CHANNELS),
        submittedOn: read.optionalDay('submittedOn', '提交日期'),
        arrivedOn: read.optionalDay('arrivedOn', '到达日期'),
        signedOn: read.optionalDay('signedOn', '签收日期'),
      },
      applicantKind: read.choice('applicantKind', '申请人类别', APPLICANT_KINDS),
      reason: read.text('reason', '更正的原因', 300),
    };
    return read.finish(async () => correctIntake(deps, party, ref, input));
  },
};
