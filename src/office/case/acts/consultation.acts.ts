import { deliverConsultation } from '../../../applications/actions/deliver-consultation.ts';
import { receiveReasons } from '../../../applications/actions/receive-reasons.ts';
import { recordOpinion } from '../../../applications/actions/record-opinion.ts';
import { OPINION_LABEL, OPINIONS } from '../../../applications/rules/application-log.ts';
import type { Act } from '../../../applications/rules/application-log.ts';
import type { Consultation } from '../../../applications/rules/fold.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { createActReader } from '../act-reader.ts';
import type { ActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';
import { happenedOn, today } from './day-fields.ts';

const openOnes = ({ file }: CaseContext): readonly Consultation[] =>
  file.application.consultations.filter(({ answeredOn }) => answeredOn === null);

const PARTY = { 'third-party': '第三方', agency: '其他机关' } as const;

/** Which consultation is meant: not asked while there is only one. */
function which(state: FormState, consultations: readonly Consultation[]): HtmlValue {
  if (consultations.length === 1) return hiddenField('consultation', consultations[0]!.id);
  return radioField(state, {
    name: 'consultation',
    label: '哪一次征求意见',
    required: true,
    choices: consultations.map(({ id, consulted, issuedOn }, index) => ({
      value: id,
      text: `${index + 1}. ${PARTY[consulted]}，${issuedOn.toString()} 发出`,
    })),
  });
}

function readConsultation(read: ActReader, consultations: readonly Consultation[]): Consultation {
  const ids = consultations.map(({ id }) => id);
  const id = ids.length === 0 ? null : read.choice('consultation', '是哪一次征求意见', ids);
  if (id === null) read.refuse('consultation', '没有等待答复的征求意见，请回到申请页面核对');
  return consultations.find(consultation => consultation.id === id) ?? ({ id: '' } as unknown as Consultation);
}

export const CONSULTATION_DELIVERED: ActForm = {
  name: 'consultation-delivered',
  title: '登记征求意见书送达',
  group: 'waiting',
  specimens: context =>
    openOnes(context)
      .filter(({ receivedOn, letter }) => receivedOn === null && letter === null)
      .map(({ id }) => ({ kind: 'consultation-delivered', consultation: id, on: context.today })),
  lead: () => '被征求意见的一方自收到之日起十五个工作日内提出意见，期限从次日起算。',
  initial: today,
  fields: (state, context) => [
    which(
      state,
      openOnes(context).filter(({ receivedOn }) => receivedOn === null),
    ),
    happenedOn(state, context, '对方收到的日期'),
  ],
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const consultation = readConsultation(read, openOnes(context)).id;
    const on = read.day('on', '对方收到的日期');
    return read.finish(async () => deliverConsultation(deps, party, ref, { consultation, on }));
  },
};

/** Silence is no answer that somebody enters: the daily round records it when the period is over. */
const GIVEN_OPINIONS = OPINIONS.filter(opinion => opinion !== 'silent');

export const OPINION: ActForm = {
  name: 'opinion',
  title: '登记收到的意见',
  group: 'waiting',
  specimens: context =>
    openOnes(context).map(({ id, consulted }): Act => ({
      kind: consulted === 'agency' ? 'agency-answered' : 'third-party-answered',
      consultation: id,
      on: context.today,
      opinion: 'consents',
    })),
  lead: () =>
    '收到意见之日，征求意见的扣除到此为止。第三方逾期不答复不等于同意；共同制作的机关逾期不答复视为同意公开，由系统在期满后自动登记。',
  initial: today,
  takesFiles: 'opinion',
  fields: (state, context) => [
    which(state, openOnes(context)),
    happenedOn(state, context, '收到意见的日期'),
    radioField(state, {
      name: 'opinion',
      label: '意见',
      required: true,
      inline: true,
      choices: GIVEN_OPINIONS.map(value => ({ value, text: OPINION_LABEL[value] })),
    }),
    textArea(state, { name: 'text', label: '意见的内容和理由', rows: 4, hint: '只有有权查看的人员能看到' }),
  ],
  perform: async ({ deps, party, ref, values, files, context }) => {
    const read = createActReader(values);
    const given = {
      consultation: readConsultation(read, openOnes(context)).id,
      on: read.day('on', '收到意见的日期'),
      opinion: read.choice('opinion', '意见', GIVEN_OPINIONS),
      text: read.optionalText('text', '意见的内容') ?? '',
      files,
    };
    return read.finish(async () => recordOpinion(deps, party, ref, given));
  },
};

const JUDGEMENTS = ['yes', 'no'] as const;

export const REASONS_RECEIVED: ActForm = {
  name: 'reasons-received',
  title: '登记申请人说明的理由',
  group: 'waiting',
  specimens: ({ today: on }) => [{ kind: 'reasons-received', on, reasonable: true }],
  lead: () =>
    '理由不合理的，可以答复不予处理；理由合理、但无法在期限内答复的，可以确定延迟答复的合理期限并告知申请人（条例第三十五条）。',
  initial: today,
  fields: (state, context) => [
    happenedOn(state, context, '收到理由的日期'),
    radioField(state, {
      name: 'reasonable',
      label: '理由是否合理',
      required: true,
      inline: true,
      choices: [
        { value: 'yes', text: '合理' },
        { value: 'no', text: '不合理' },
      ],
    }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const on = read.day('on', '收到理由的日期');
    const reasonable = read.choice('reasonable', '理由是否合理', JUDGEMENTS) === 'yes';
    return read.finish(async () => receiveReasons(deps, party, ref, { on, reasonable }));
  },
};
