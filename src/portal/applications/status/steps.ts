import type { Application } from '../../../applications/rules/fold.ts';
import type { ReplyClock } from '../../../applications/rules/reply-clock.ts';
import type { Closing } from '../../../applications/rules/outcome.ts';
import type { Finding } from '../../../applications/rules/reply.ts';
import { FINDING_LABEL, findingsOf } from '../../../applications/rules/reply.ts';
import { DELIVERY_METHOD_LABEL } from '../../../applications/rules/application-log.ts';
import type { TimelineStep } from '../../../views/timeline/timeline.ts';
import { dayText } from '../receipt/receipt-facts.ts';

type Day = Temporal.PlainDate;
/** A step and the day by which it is put in order. */
type Dated = TimelineStep & { readonly on: Day };

const ZONE = 'Asia/Shanghai';
const dayOf = (at: Temporal.Instant): Day => at.toZonedDateTimeISO(ZONE).toPlainDate();

/** How a case ended without a reply, to the applicant. */
const CLOSING_WORDS = {
  'clarification-lapsed': '逾期没有补正，视为放弃申请',
  'fee-unpaid': '逾期没有缴费，视为放弃申请',
  withdrawn: '您已撤回申请',
  merged: '与您的另一件申请合并办理',
  other: '已终止办理',
} as const satisfies Record<Closing, string>;

function receiptStep({ stage, intake }: Application, { receivedOn }: ReplyClock, lodged: Day): Dated {
  if (stage === 'awaiting-confirmation')
    return {
      on: intake.arrivedOn ?? lodged,
      title: '与您确认收到',
      state: 'current',
      detail: '工作人员会按您留的联系方式与您确认，双方确认之日就是收到申请之日。',
    };
  return {
    on: receivedOn ?? lodged,
    title: '收到申请，已登记',
    state: receivedOn === null ? 'current' : 'done',
    ...(receivedOn === null ? {} : { when: `收到之日：${dayText(receivedOn)}` }),
  };
}

function clarificationStep({ clarification, stage, settlement }: Application, clock: ReplyClock): Dated[] {
  if (clarification === null) return [];
  const lapsed = settlement?.kind === 'closed' && settlement.closing === 'clarification-lapsed';
  const due = clock.applicantClarificationDueOn;
  return [
    {
      on: clarification.requestedOn,
      title: clarification.receivedOn === null ? '请您补正' : '已收到补正',
      state: clarification.receivedOn !== null ? 'done' : lapsed ? 'failed' : 'current',
      when: [
        `${dayText(clarification.requestedOn)}告知补正`,
        clarification.receivedOn !== null
          ? `${dayText(clarification.receivedOn)}收到补正，答复期限重新计算`
          : due !== null && stage === 'awaiting-clarification'
            ? `最迟${dayText(due)}补正`
            : '',
      ]
        .filter(text => text !== '')
        .join('；'),
    },
  ];
}

function consultationSteps({ consultations }: Application): Dated[] {
  return consultations.map(({ consulted, issuedOn, answeredOn }) => ({
    on: issuedOn,
    title: consulted === 'agency' ? '征求其他机关意见' : '征求第三方意见',
    state: answeredOn === null ? 'current' : 'done',
    when: answeredOn === null ? `${dayText(issuedOn)}起，等待答复` : `${dayText(issuedOn)}至${dayText(answeredOn)}`,
    detail: '征求意见的时间不计入答复期限。',
  }));
}

function extensionStep({ extension }: Application): Dated[] {
  if (extension?.state !== 'notified' || extension.notifiedOn === null) return [];
  return [
    {
      on: extension.notifiedOn,
      title: `延长答复期限 ${extension.workingDays} 个工作日`,
      state: 'done',
      when: `${dayText(extension.notifiedOn)}告知`,
    },
  ];
}

function feeStep({ fee, settlement }: Application, clock: ReplyClock): Dated[] {
  if (fee === null) return [];
  const settledWithout = settlement?.kind === 'closed' && settlement.closing === 'fee-unpaid';
  const due = clock.paymentDueOn;
  const done = fee.paidOn !== null || fee.waivedReason !== null;
  return [
    {
      on: fee.noticedOn,
      title: `信息处理费 ${fee.amountYuan} 元`,
      state: done ? 'done' : settledWithout ? 'failed' : 'current',
      when: [
        `${dayText(fee.noticedOn)}通知`,
        fee.waivedReason !== null
          ? '已免收'
          : fee.paidOn !== null
            ? `${dayText(fee.paidOn)}缴费，答复期限重新计算`
            : due === null
              ? ''
              : `最迟${dayText(due)}缴纳`,
      ]
        .filter(text => text !== '')
        .join('；'),
    },
  ];
}

function otherSteps({ reasons, deferral, ordered }: Application): Dated[] {
  return [
    ...(reasons === null
      ? []
      : [
          {
            on: reasons.demandedOn,
            title: '请您说明申请的理由',
            state: reasons.receivedOn === null ? ('current' as const) : ('done' as const),
            when: `${dayText(reasons.demandedOn)}要求${reasons.receivedOn === null ? '' : `；${dayText(reasons.receivedOn)}收到`}`,
          },
        ]),
    ...(deferral === null
      ? []
      : [
          {
            on: deferral.on,
            title: '确定延迟答复的合理期限',
            state: 'done' as const,
            when: `最迟${dayText(deferral.until)}答复`,
          },
        ]),
    ...(ordered === null
      ? []
      : [
          {
            on: ordered.on,
            title: ordered.by === 'litigation' ? '法院判决重新答复' : '复议决定重新答复',
            state: 'done' as const,
            when: dayText(ordered.on),
          },
        ]),
  ];
}

const findingText = (finding: Finding) => FINDING_LABEL[finding.kind];

function replySteps(application: Application, clock: ReplyClock): TimelineStep[] {
  const { settlement, stage, letters } = application;
  if (settlement === null) {
    const due = clock.replyDueOn;
    const stands =
      stage === 'awaiting-confirmation' || stage === 'awaiting-clarification' || stage === 'awaiting-payment';
    return [
      {
        title: '答复',
        state: stands ? 'waiting' : 'current',
        ...(due === null || stands ? {} : { when: `最迟${dayText(due)}答复` }),
      },
    ];
  }
  if (settlement.kind === 'closed')
    return [{ title: CLOSING_WORDS[settlement.closing], state: 'failed', when: dayText(settlement.on) }];
  const letter = letters.findLast(({ reply, deliveries }) => reply !== null && deliveries.length > 0);
  const delivery = letter?.deliveries.at(-1);
  return [
    {
      title: `已答复：${findingsOf(settlement.reply).map(findingText).join('；')}`,
      state: 'done',
      when: dayText(settlement.on),
    },
    ...(delivery === undefined
      ? []
      : [
          {
            title: '答复送达',
            state: delivery.deliveredOn !== null ? ('done' as const) : ('current' as const),
            when: [
              `${dayText(delivery.on)}${DELIVERY_METHOD_LABEL[delivery.method]}`,
              delivery.trackingNumber === null ? '' : `邮件号 ${delivery.trackingNumber}`,
              delivery.bouncedOn !== null
                ? '邮件退回，将重新送达'
                : delivery.deliveredOn === null
                  ? ''
                  : `${dayText(delivery.deliveredOn)}送达`,
            ]
              .filter(text => text !== '')
              .join('；'),
          },
        ]),
  ];
}

/** Where an application stands, step by step with its days, in words for the applicant; nobody else's name is in it. */
export function stepsOf(application: Application, clock: ReplyClock): readonly TimelineStep[] {
  const lodged = dayOf(application.lodgedAt);
  const between = [
    ...clarificationStep(application, clock),
    ...consultationSteps(application),
    ...extensionStep(application),
    ...feeStep(application, clock),
    ...otherSteps(application),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
  return [
    { title: '提交申请', state: 'done', when: dayText(lodged) },
    receiptStep(application, clock, lodged),
    ...between,
    ...replySteps(application, clock),
  ];
}
