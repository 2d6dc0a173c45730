import { dateInChinese } from '../../../calendar/day-number.ts';
import { deliverClarificationNotice } from '../../../applications/actions/deliver-clarification-notice.ts';
import { lapseClarification } from '../../../applications/actions/lapse-clarification.ts';
import { prolongClarification } from '../../../applications/actions/prolong-clarification.ts';
import { receiveClarification } from '../../../applications/actions/receive-clarification.ts';
import { lapsesOn } from '../../../applications/rules/clock-standing.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';
import { happenedOn, today } from './day-fields.ts';

/** The day on which an unanswered notice gives the application up; today where there is none, so that the law says why not. */
const lapseDay = ({ clock, today: day }: CaseContext): Temporal.PlainDate => {
  const first = lapsesOn(clock);
  return first === null || Temporal.PlainDate.compare(first, day) > 0 ? day : first;
};

export const CLARIFICATION_NOTICE_DELIVERED: ActForm = {
  name: 'clarification-notice-delivered',
  title: '登记补正告知书送达',
  group: 'waiting',
  // A notice that was written here is delivered on its own page, and nothing is entered twice.
  specimens: ({ file, today: on }) =>
    file.application.clarification?.letter === null ? [{ kind: 'clarification-notice-delivered', on }] : [],
  initial: today,
  fields: (state, context) => happenedOn(state, context, '送达申请人的日期', '申请人的补正期限从次日起算'),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const on = read.day('on', '送达的日期');
    return read.finish(async () => deliverClarificationNotice(deps, party, ref, { on }));
  },
};

export const CLARIFICATION_RECEIVED: ActForm = {
  name: 'clarification-received',
  title: '登记收到补正',
  group: 'waiting',
  specimens: ({ today: on }) => [{ kind: 'clarification-received', on }],
  lead: () => '收到补正之日起，二十个工作日的答复期限从次日重新计算（条例第三十条）。',
  initial: today,
  takesFiles: 'clarification',
  fields: (state, context) => [
    happenedOn(state, context, '收到补正的日期'),
    textArea(state, { name: 'text', label: '补正后的申请内容', required: true, rows: 5, limit: 2000 }),
  ],
  perform: async ({ deps, party, ref, values, files }) => {
    const read = createActReader(values);
    const given = { on: read.day('on', '收到补正的日期'), text: read.text('text', '补正后的申请内容'), files };
    return read.finish(async () => receiveClarification(deps, party, ref, given));
  },
};

export const CLARIFICATION_PROLONGED: ActForm = {
  name: 'clarification-prolonged',
  title: '延长补正期限',
  group: 'waiting',
  specimens: ({ clock, today: day }) => [
    { kind: 'clarification-prolonged', until: clock.applicantClarificationDueOn ?? day, reason: '' },
  ],
  lead: ({ clock }) =>
    `申请人说明了正当理由的，可以给一个新的期限（条例第三十条）。${
      clock.applicantClarificationDueOn === null
        ? ''
        : `现在的期限到${dateInChinese(clock.applicantClarificationDueOn)}。`
    }`,
  fields: (state, context) => [
    dateField(state, { name: 'until', label: '补正的最后一日', required: true, earliest: context.today }),
    textArea(state, { name: 'reason', label: '申请人的理由', required: true, rows: 3 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = { until: read.day('until', '补正的最后一日'), reason: read.text('reason', '理由', 500) };
    return read.finish(async () => prolongClarification(deps, party, ref, input));
  },
};

export const CLARIFICATION_LAPSED: ActForm = {
  name: 'clarification-lapsed',
  title: '逾期不补正，不再处理',
  group: 'ending',
  final: true,
  specimens: context => [{ kind: 'clarification-lapsed', on: lapseDay(context) }],
  lead: () =>
    '申请人无正当理由逾期不补正的，视为放弃申请，不再处理（条例第三十条）。请先核对有没有收到过补正或者说明的理由。',
  initial: context => ({ on: lapseDay(context).toString() }),
  fields: (state, context) => happenedOn(state, context, '视为放弃之日', '补正期限届满的次日'),
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const on = read.day('on', '视为放弃之日');
    return read.finish(async () => lapseClarification(deps, party, ref, { on }));
  },
};
