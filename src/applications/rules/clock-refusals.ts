import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { Citation } from '../../law/citation.ts';
import { PERIODS } from '../../law/periods.ts';
import { dayOfEvent } from './clock-events.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';
import {
  advance,
  beginCourse,
  clarificationDueOf,
  courseOf,
  currentDueOf,
  findConsultation,
  partyOf,
  paymentDueOf,
} from './clock-course.ts';
import type { ClockCourse, ClockStage } from './clock-course.ts';
import { PRESET_READINGS } from './contested-points.ts';
import type { ClockReadings } from './contested-points.ts';

/** Why an act may not be recorded at that point: one sentence, and the article behind it. */
export type ClockRefusal = { readonly message: string; readonly basis: Citation };

const article = (number: number, paragraph?: number): Citation =>
  paragraph === undefined
    ? { source: 'disclosure', article: number }
    : { source: 'disclosure', article: number, paragraph };
const FEE = (number: number): Citation => ({ source: 'processing-fee', article: number });
const DELIVERY: Citation = { source: 'delivery' };

const refusal = (message: string, basis: Citation): ClockRefusal => ({ message, basis });
const iso = (day: DayNumber): string => dateOfDay(day).toString();
const isBefore = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one !== null && other !== null && dayNumberOf(one) < dayNumberOf(other);

/** What an act is called in a refusal. */
const NAME = {
  'clarification-requested': '告知补正',
  'clarification-notice-delivered': '补正告知书送达',
  'clarification-prolonged': '延长补正期限',
  'clarification-received': '收到补正',
  'clarification-lapsed': '逾期不补正不再处理',
  'reasons-demanded': '要求说明理由',
  'reasons-received': '收到说明的理由',
  deferred: '确定延迟答复的合理期限',
  'third-party-consulted': '征求第三方意见',
  'agency-consulted': '征求其他机关意见',
  'consultation-delivered': '征求意见书送达',
  'third-party-answered': '第三方意见',
  'agency-answered': '其他机关意见',
  extended: '延期',
  'fee-noticed': '收费通知',
  'fee-notice-delivered': '收费通知送达',
  'fee-paid': '缴费',
  'fee-waived': '免收',
  'fee-lapsed': '逾期未缴费不再处理',
  replied: '答复',
  'reply-delivered': '答复送达',
  withdrawn: '撤回申请',
  'closed-otherwise': '终止办理',
  'reply-ordered': '责令重新答复',
} as const satisfies Record<ClockEvent['kind'], string>;

/** Where the rule about an act stands, for refusals that concern the act as such. */
const BASIS = {
  'clarification-requested': article(30),
  'clarification-notice-delivered': article(30),
  'clarification-prolonged': article(30),
  'clarification-received': article(30),
  'clarification-lapsed': article(30),
  'reasons-demanded': article(35),
  'reasons-received': article(35),
  deferred: article(35),
  'third-party-consulted': article(32),
  'agency-consulted': article(34),
  'consultation-delivered': article(32),
  'third-party-answered': article(32),
  'agency-answered': article(34),
  extended: article(33, 2),
  'fee-noticed': FEE(6),
  'fee-notice-delivered': FEE(6),
  'fee-paid': FEE(6),
  'fee-waived': FEE(6),
  'fee-lapsed': FEE(6),
  replied: article(33, 2),
  'reply-delivered': DELIVERY,
  withdrawn: article(29),
  'closed-otherwise': article(45),
  'reply-ordered': { source: 'reconsideration', article: 65 },
} as const satisfies Record<ClockEvent['kind'], Citation>;

/** Acts that only move a file that the agency is at work on. */
const NEEDS_WORK: ReadonlySet<ClockEvent['kind']> = new Set([
  'clarification-requested',
  'reasons-demanded',
  'deferred',
  'third-party-consulted',
  'agency-consulted',
  'extended',
  'fee-noticed',
  'replied',
] as const);
const ON_SETTLED: ReadonlySet<ClockEvent['kind']> = new Set(['reply-delivered', 'reply-ordered'] as const);

const STANDING = {
  'awaiting-confirmation': '申请尚未收到（待双方确认）',
  'in-hand': '申请正在办理',
  'awaiting-clarification': '正在等待申请人补正',
  'awaiting-payment': '正在等待申请人缴费',
  replied: '申请已经答复',
  closed: '申请已经终止办理',
} as const satisfies Record<ClockStage, string>;

const dayOf = (event: ClockEvent): DayNumber => dayNumberOf(dayOfEvent(event));

function stageRefusal(course: ClockCourse, event: ClockEvent): ClockRefusal | null {
  const { stage, receipt } = course;
  const [name, basis] = [NAME[event.kind], BASIS[event.kind]];
  if (stage === 'awaiting-confirmation') {
    if (event.kind === 'withdrawn' || event.kind === 'closed-otherwise') return null;
    return refusal(
      `${STANDING[stage]}，不能“${name}”；${receipt.kind === 'received' ? '' : receipt.why}`,
      receipt.basis,
    );
  }
  if (receipt.kind === 'received' && dayOf(event) < receipt.on)
    return refusal(
      `“${name}”的日期 ${iso(dayOf(event))} 早于收到申请之日 ${iso(receipt.on)}，请核对日期`,
      receipt.basis,
    );
  const settled = stage === 'replied' || stage === 'closed';
  if (settled !== ON_SETTLED.has(event.kind))
    return settled
      ? refusal(`${STANDING[stage]}，不能再“${name}”；需要重新办理的，先登记责令重新答复的决定`, basis)
      : refusal(`申请尚未办结，不能登记“${name}”`, basis);
  if (!NEEDS_WORK.has(event.kind) || stage === 'in-hand') return null;
  if (event.kind === 'clarification-requested' && stage === 'awaiting-clarification') return null; // refused as a second one
  const next =
    stage === 'awaiting-clarification'
      ? '先登记收到的补正，或者逾期后登记不再处理'
      : '先登记缴费或者免收，或者逾期后登记不再处理';
  return refusal(
    `${STANDING[stage]}，不能“${name}”；${next}`,
    stage === 'awaiting-clarification' ? article(30) : FEE(6),
  );
}

function deliveryRefusal(delivered: Temporal.PlainDate | null, on: Temporal.PlainDate, basis: Citation) {
  return isBefore(delivered, on)
    ? refusal(`送达日期 ${delivered!.toString()} 早于发出日期 ${on.toString()}，请核对日期`, basis)
    : null;
}

type Of<Kind extends ClockEvent['kind']> = Extract<ClockEvent, { readonly kind: Kind }>;

function requestRefusal(course: ClockCourse, event: Of<'clarification-requested'>): ClockRefusal | null {
  if (course.clarification !== null)
    return refusal('补正应当一次性告知，不能再次要求补正；补正后仍不明确的，直接作出答复', article(30));
  if (!Number.isInteger(event.workingDays) || event.workingDays < 1)
    return refusal('补正期限应为不少于1个工作日的合理期限', article(30));
  return deliveryRefusal(event.deliveredOn, event.on, article(30));
}

function correctionRefusal(course: ClockCourse, event: Of<'clarification-received'>): ClockRefusal | null {
  const { clarification, stage, calendar } = course;
  if (clarification === null || stage !== 'awaiting-clarification')
    return refusal('没有要求过补正，或者补正已经收到，不能登记收到补正', article(30));
  const on = dayNumberOf(event.on);
  if (on < clarification.requested) return refusal('收到补正的日期早于告知补正的日期，请核对日期', article(30));
  const due = clarificationDueOf(calendar, clarification);
  if (due === null || on <= due) return null;
  return refusal(
    `补正期限已于 ${iso(due)} 届满，逾期不补正视为放弃申请；有正当理由的，先登记延长补正期限`,
    article(30),
  );
}

function extensionRefusal(course: ClockCourse, event: Of<'extended'>): ClockRefusal | null {
  const basis = article(33, 2);
  const { workingDays, approvedOn, notifiedOn } = event;
  const most = PERIODS.extension.length;
  const spent = course.readings.extensionAfterRestart === 'once-per-application' && course.extendedBefore;
  if (course.extension !== null || spent) return refusal('答复期限只能延长一次，这件申请已经延期', basis);
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > most)
    return refusal(`延长的期限应为1至${most}个工作日，写的是${workingDays}`, basis);
  if (isBefore(notifiedOn, approvedOn))
    return refusal(
      `延期应先经政府信息公开工作机构负责人同意，再告知申请人；告知日期 ${notifiedOn.toString()} 早于同意日期 ${approvedOn!.toString()}`,
      basis,
    );
  if (course.orderedDue !== null || course.deferredUntil !== null)
    return refusal('答复的日期已由决定或者延迟答复的合理期限另行确定，不能再延期', basis);
  const due = currentDueOf(course);
  if (due !== null && dayNumberOf(notifiedOn) > due)
    return refusal(
      `延期应在答复期限届满（${iso(due)}）以前经同意并告知申请人，${notifiedOn.toString()} 已经逾期`,
      basis,
    );
  return null;
}

function replyRefusal({ receipt }: ClockCourse, { postedOn, deliveredOn }: Of<'replied'>): ClockRefusal | null {
  if (isBefore(deliveredOn, postedOn)) return refusal('送达日期早于交邮日期，请核对日期', DELIVERY);
  const done = postedOn ?? deliveredOn;
  return done !== null && receipt.kind === 'received' && dayNumberOf(done) < receipt.on
    ? refusal(`答复的日期 ${done.toString()} 早于收到申请之日 ${iso(receipt.on)}，请核对日期`, receipt.basis)
    : null;
}

function consultationRefusal(
  course: ClockCourse,
  event: Of<'third-party-answered' | 'agency-answered'>,
): ClockRefusal | null {
  const basis = BASIS[event.kind];
  const consultation = findConsultation(course, partyOf(event.kind), event.consultation);
  if (consultation === undefined || consultation.answered !== null)
    return refusal(`没有等待答复的征求意见，不能登记“${NAME[event.kind]}”`, basis);
  return dayNumberOf(event.on) < consultation.issued
    ? refusal('意见的日期早于征求意见书发出的日期，请核对日期', basis)
    : null;
}

function feeRefusal(course: ClockCourse, event: Of<'fee-noticed' | 'fee-paid'>): ClockRefusal | null {
  const on = dayNumberOf(event.on);
  if (event.kind === 'fee-noticed') {
    if (course.fee !== null) return refusal('这件申请已经发出过收费通知，一件申请只收一次费', FEE(3));
    const due = currentDueOf(course);
    if (due !== null && on > due) return refusal(`收费通知应在办理期限内发出，期限已于 ${iso(due)} 届满`, FEE(6));
    return deliveryRefusal(event.receivedOn, event.on, FEE(6));
  }
  if (course.fee === null || course.stage !== 'awaiting-payment')
    return refusal('没有等待缴纳的收费通知，不能登记缴费', FEE(6));
  if (on < course.fee.noticed) return refusal('缴费日期早于收费通知的日期，请核对日期', FEE(6));
  const due = paymentDueOf(course);
  return due !== null && on > due
    ? refusal(`缴费期限已于 ${iso(due)} 届满，逾期未缴纳视为放弃申请，不再处理`, FEE(6))
    : null;
}

/** A lapse comes when the waiting is over, not before. */
function lapseRefusal(course: ClockCourse, event: Of<'clarification-lapsed' | 'fee-lapsed'>): ClockRefusal | null {
  const isFee = event.kind === 'fee-lapsed';
  const basis = BASIS[event.kind];
  if (course.stage !== (isFee ? 'awaiting-payment' : 'awaiting-clarification'))
    return refusal(`申请人没有逾期，不能登记“${NAME[event.kind]}”`, basis);
  const due = isFee ? paymentDueOf(course) : clarificationDueOf(course.calendar, course.clarification!);
  if (due === null) return refusal('通知尚未送达申请人，期限没有开始，不能按逾期处理；请先登记送达日期', basis);
  return dayNumberOf(event.on) <= due ? refusal(`期限到 ${iso(due)} 为止，次日起才能按逾期处理`, basis) : null;
}

function deferralRefusal(course: ClockCourse, event: Of<'deferred'>): ClockRefusal | null {
  if (course.reasonsDemanded === null)
    return refusal('延迟答复的合理期限只适用于已要求说明理由、且理由合理的申请', article(35));
  const due = currentDueOf(course);
  return due !== null && dayNumberOf(event.until) < due
    ? refusal(`延迟答复的期限不能早于原来的答复期限 ${iso(due)}`, article(35))
    : null;
}

function ownRefusal(course: ClockCourse, event: ClockEvent): ClockRefusal | null {
  const { clarification, fee } = course;
  switch (event.kind) {
    case 'clarification-requested':
      return requestRefusal(course, event);
    case 'clarification-received':
      return correctionRefusal(course, event);
    case 'clarification-notice-delivered':
    case 'clarification-prolonged':
      return clarification === null || course.stage !== 'awaiting-clarification'
        ? refusal(`没有等待补正的告知，不能登记“${NAME[event.kind]}”`, article(30))
        : null;
    case 'third-party-consulted':
    case 'agency-consulted':
      return deliveryRefusal(event.receivedOn, event.on, BASIS[event.kind]);
    case 'consultation-delivered':
      return findConsultation(course, null, event.consultation) === undefined
        ? refusal('没有这一次征求意见，不能登记送达', article(32))
        : null;
    case 'third-party-answered':
    case 'agency-answered':
      return consultationRefusal(course, event);
    case 'extended':
      return extensionRefusal(course, event);
    case 'fee-noticed':
    case 'fee-paid':
      return feeRefusal(course, event);
    case 'fee-notice-delivered':
    case 'fee-waived':
      return fee === null && event.kind === 'fee-notice-delivered'
        ? refusal('没有发出过收费通知，不能登记送达', FEE(6))
        : null;
    case 'clarification-lapsed':
    case 'fee-lapsed':
      return lapseRefusal(course, event);
    case 'reasons-received':
      return course.reasonsDemanded === null ? refusal('没有要求过说明理由，不能登记收到理由', article(35)) : null;
    case 'deferred':
      return deferralRefusal(course, event);
    case 'replied':
      return replyRefusal(course, event);
    case 'reply-delivered':
      return course.completion !== 'replied' || (course.completed !== null && dayNumberOf(event.on) < course.completed)
        ? refusal('没有发出的答复，或者送达日期早于答复日期，请核对', DELIVERY)
        : null;
    case 'reasons-demanded':
    case 'withdrawn':
    case 'closed-otherwise':
    case 'reply-ordered':
      return null;
  }
  return assertNever(event);
}

const refusalIn = (course: ClockCourse, event: ClockEvent): ClockRefusal | null =>
  stageRefusal(course, event) ?? ownRefusal(course, event);

/** Whether the law lets an event follow what a file holds already: null, or the sentence and article why not. */
export function refusalOf(
  file: ClockFile,
  event: ClockEvent,
  calendar: WorkingCalendar,
  readings: ClockReadings = PRESET_READINGS,
): ClockRefusal | null {
  return refusalIn(courseOf(file, calendar, readings), event);
}

/** The first event of a file that the law does not allow where it stands, with its place; null where it is the receipt itself. */
export function firstRefusalOf(
  file: ClockFile,
  calendar: WorkingCalendar,
  readings: ClockReadings = PRESET_READINGS,
): (ClockRefusal & { readonly index: number | null }) | null {
  const course = beginCourse(file, calendar, readings);
  const { receipt } = course;
  if (receipt.kind === 'unusable') return { message: receipt.why, basis: receipt.basis, index: null };
  for (const [index, event] of file.events.entries()) {
    const found = refusalIn(course, event);
    if (found !== null) return { ...found, index };
    advance(course, event);
  }
  return null;
}
