import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Citation } from '../../law/citation.ts';
import { ACT_LABEL, REVIEW_STEP_LABEL } from './application-log.ts';
import type { Act, ActKind, Actor, Entry, ReviewStep } from './application-log.ts';
import { needsConfirmation } from './channel.ts';
import { clockFileOf } from './clock-file.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';
import { refusalOf as clockRefusalOf } from './clock-refusals.ts';
import { PRESET_READINGS } from './contested-points.ts';
import type { ClockReadings } from './contested-points.ts';
import { nextStepOf } from './fold.ts';
import type { Application, Letter } from './fold.ts';
import { isReplyKind } from './letters/letter-kinds.ts';
import { receiptOf } from './receipt.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from './refusal.ts';
import { findingsOf } from './reply.ts';
import { replyClock } from './reply-clock.ts';
import type { ReplyClock } from './reply-clock.ts';
import { mayFollow, STAGE_LABEL } from './stage.ts';

/** What it depends on whether an act may be done, besides the application itself. */
export type AdmissionContext = {
  readonly log: readonly Entry[];
  readonly by: Actor;
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly readings: ClockReadings;
};

type Condition<Kind extends ActKind> = (
  application: Application,
  act: Extract<Act, { readonly kind: Kind }>,
  context: AdmissionContext & { readonly clock: ReplyClock },
) => Refusal | null;

const disclosure = (article: number, rest: Omit<Citation, 'source' | 'article'> = {}): Citation => ({
  source: 'disclosure',
  article,
  ...rest,
});
const fee = (article: number): Citation => ({ source: 'processing-fee', article });

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

const letterOf = (application: Application, id: string): Letter | undefined =>
  application.letters.find(letter => letter.id === id);

const NO_LETTER = notOpen('这份文书不在这件申请里，请回到申请页面重新打开');

/** The letter of an act, in one of the standings in which the act makes sense. */
function letterRefusal(application: Application, id: string, standings: readonly Letter['standing'][]): Refusal | null {
  const letter = letterOf(application, id);
  if (letter === undefined) return NO_LETTER;
  return standings.includes(letter.standing)
    ? null
    : notOpen(`这份文书现在是“${LETTER_STANDING_LABEL[letter.standing]}”，不能这样处理，请刷新页面核对`);
}

export const LETTER_STANDING_LABEL = {
  drafting: '起草中',
  'in-review': '审核中',
  returned: '已退回修改',
  signed: '已签发，待送达',
  dispatched: '已发出',
  delivered: '已送达',
  bounced: '被退回，需重新送达',
  withdrawn: '已撤回',
} as const satisfies Record<Letter['standing'], string>;

/** What follows does not happen on an earlier day than what goes before. */
function earlierRefusal(
  what: string,
  on: Temporal.PlainDate,
  after: string,
  day: Temporal.PlainDate | null,
): Refusal | null {
  return day !== null && isAfter(day, on)
    ? notOpen(`${what}日期（${on.toString()}）早于${after}日期（${day.toString()}），请核对`)
    : null;
}

/** A step is taken on the version in review and in the order of the chain. */
function stepRefusal(application: Application, id: string, step: ReviewStep, version: number): Refusal | null {
  const letter = letterOf(application, id);
  const refusal = letterRefusal(application, id, ['in-review']);
  if (refusal !== null || letter === undefined) return refusal;
  if (letter.version !== version) return notOpen('这份文书已有新的版本，请刷新页面后再审核');
  const next = nextStepOf(letter);
  return next === step
    ? null
    : notOpen(
        next === undefined ? '这份文书没有待审核的环节' : `这份文书现在应当由“${REVIEW_STEP_LABEL[next]}”环节办理`,
      );
}

/** Who drafts does not approve: four eyes. */
function ownDraftRefusal(application: Application, id: string, by: Actor): Refusal | null {
  const letter = letterOf(application, id);
  if (letter === undefined || by.kind !== 'officer' || !letter.authors.includes(by.id)) return null;
  return notOpen('起草人不能审核、签发自己起草的文书，请由其他人办理');
}

function consultationRefusal(
  application: Application,
  act: Extract<Act, { kind: 'third-party-answered' | 'agency-answered' }>,
): Refusal | null {
  const consultation = application.consultations.find(({ id }) => id === act.consultation);
  if (consultation === undefined) return notOpen('这件申请没有这一次征求意见，请回到申请页面核对');
  const basis = disclosure(consultation.consulted === 'agency' ? 34 : 32);
  return consultation.answeredOn === null ? null : notOpen('这次征求意见已经有了结果', basis);
}

/** Conditions of single acts; those that concern days of the statutory clock stand in clock-refusals.ts. */
const CONDITIONS: { readonly [Kind in ActKind]?: Condition<Kind> } = {
  'receipt-confirmed': ({ intake, confirmedOn }, act) => {
    if (!needsConfirmation(intake.channel) || confirmedOn !== null)
      return notOpen('这件申请不需要再确认收到', disclosure(31));
    const receipt = receiptOf({ ...intake, confirmedOn: act.on }, PRESET_READINGS);
    return receipt.kind === 'unusable' ? notOpen(receipt.why, receipt.basis) : null;
  },
  'intake-corrected': ({ confirmedOn }, { intake }, { readings }) => {
    const receipt = receiptOf({ ...intake, confirmedOn }, readings);
    return receipt.kind === 'unusable' ? notOpen(receipt.why, receipt.basis) : null;
  },
  'clarification-notice-delivered': ({ clarification }) =>
    clarification?.deliveredOn === null ? null : notOpen('补正告知书的送达日期已经登记', disclosure(30)),
  'fee-notice-delivered': application =>
    application.fee?.receivedOn === null ? null : notOpen('收费通知书的送达日期已经登记', fee(6)),
  'reasons-demanded': ({ reasons }) =>
    reasons === null ? null : notOpen('这件申请已经要求说明过理由', disclosure(35)),
  deferred: ({ reasons }) =>
    reasons?.reasonable === true
      ? null
      : notOpen('只有要求申请人说明理由、且理由合理的，才能确定延迟答复的合理期限', disclosure(35)),
  'third-party-answered': consultationRefusal,
  'agency-answered': consultationRefusal,
  'search-answered': ({ searches }, { task }) =>
    searches.some(({ id, answeredOn }) => id === task && answeredOn === null)
      ? null
      : notOpen('这项协助查找不存在或者已经有了结果'),
  'extension-asked': ({ extension }, { workingDays }, { clock, today }) => {
    const basis = disclosure(33, { paragraph: 2 });
    if (extension !== null && extension.state !== 'refused') return notOpen('延长答复期限只能一次', basis);
    if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 20)
      return notOpen('延长的期限最长不得超过20个工作日，请填1至20', basis);
    if (clock.replyDueOn !== null && isAfter(today, clock.replyDueOn))
      return notOpen('答复期限已过，不能再延期', basis);
    return null;
  },
  'extension-refused': ({ extension }) =>
    extension?.state === 'asked' ? null : notOpen('没有待同意的延期', disclosure(33, { paragraph: 2 })),
  'extension-approved': ({ extension }, { on, approver }, { clock }) => {
    const basis = disclosure(33, { paragraph: 2 });
    if (extension?.state !== 'asked') return notOpen('没有待同意的延期', basis);
    if (extension.askedBy === approver) return notOpen('提出延期的人不能自己同意，请由工作机构负责人办理', basis);
    if (clock.replyDueOn !== null && isAfter(on, clock.replyDueOn)) return notOpen('答复期限已过，不能再延期', basis);
    return null;
  },
  extended: ({ extension }) =>
    extension?.state === 'approved'
      ? null
      : notOpen('延期应当先经政府信息公开工作机构负责人同意', disclosure(33, { paragraph: 2 })),
  'fee-noticed': ({ fee: earlier }, { amountYuan }) => {
    if (earlier !== null) return notOpen('这件申请已经发过收费通知', fee(6));
    return amountYuan > 0 ? null : notOpen('没有超过免费额度，不收信息处理费', fee(4));
  },
  'fee-paid': ({ fee: noticed }, { amountYuan, receiptNumber }) => {
    if (noticed === null) return notOpen('没有发过收费通知', fee(6));
    if (amountYuan !== noticed.amountYuan) return notOpen(`应缴 ${noticed.amountYuan} 元，请在全额缴清后登记`, fee(6));
    return receiptNumber.trim() === '' ? notOpen('请填写财政票据号码', fee(8)) : null;
  },
  'fee-refunded': ({ fee: noticed }, { amountYuan }) =>
    noticed !== null && amountYuan > 0 && amountYuan <= noticed.paidYuan - noticed.refundedYuan
      ? null
      : notOpen('退费金额应大于0，且不超过已缴而未退的金额'),
  'letter-drafted': ({ settlement, letters, stage }, { letterKind, letter }) => {
    if (letterOf({ letters } as Application, letter) !== undefined) return notOpen('这份文书已经起草');
    if (!isReplyKind(letterKind)) return null;
    if (settlement !== null) return notOpen('这件申请已经办结，不能再起草答复');
    if (stage !== 'in-hand') return notOpen(`申请现在是“${STAGE_LABEL[stage]}”，还不能起草答复`);
    return letters.some(other => isReplyKind(other.kind) && other.standing !== 'withdrawn')
      ? notOpen('这件申请已有一份答复文书，请修改或者撤回那一份')
      : null;
  },
  'letter-submitted': (application, { letter }) => letterRefusal(application, letter, ['drafting', 'returned']),
  'letter-passed': (application, { letter, step, version }, { by }) =>
    stepRefusal(application, letter, step, version) ?? ownDraftRefusal(application, letter, by),
  'letter-returned': (application, { letter, step, version }) => stepRefusal(application, letter, step, version),
  'letter-withdrawn': (application, { letter }) =>
    letterRefusal(application, letter, ['drafting', 'in-review', 'returned', 'signed']),
  'letter-signed': (application, { letter, version }, { by }) =>
    stepRefusal(application, letter, 'sign', version) ?? ownDraftRefusal(application, letter, by),
  'letter-dispatched': (application, { letter, on }) =>
    letterRefusal(application, letter, ['signed', 'bounced']) ??
    earlierRefusal('发出', on, '签发', letterOf(application, letter)?.signedOn ?? null),
  'letter-delivered': (application, { letter, on }) =>
    letterRefusal(application, letter, ['dispatched']) ??
    earlierRefusal('签收', on, '发出', letterOf(application, letter)?.deliveries.at(-1)?.on ?? null),
  'letter-bounced': (application, { letter }) => letterRefusal(application, letter, ['dispatched', 'delivered']),
  replied: (application, act) => replyRefusal(application, act),
  archived: ({ letters, stage }) => {
    if (stage === 'split') return null;
    const open = letters.find(({ standing }) => ['in-review', 'signed', 'dispatched', 'bounced'].includes(standing));
    return open === undefined
      ? null
      : notOpen(`还有文书${LETTER_STANDING_LABEL[open.standing]}，请先登记送达结果再归档`, disclosure(45));
  },
  split: ({ earlierSettlements }) =>
    earlierSettlements.length === 0
      ? null
      : notOpen('责令重新答复的申请已经按一件计入年度报告，不能再拆分，请就原申请作出一份答复'),
  promoted: ({ promotedOn }) => (promotedOn === null ? null : notOpen('已经转为主动公开', disclosure(44))),
  'satisfaction-given': ({ satisfaction }) => (satisfaction === null ? null : notOpen('您已经评价过，谢谢')),
};

/** What a reply presupposes: the law lets it be given only after certain steps. */
function replyRefusal(application: Application, { reply }: Extract<Act, { kind: 'replied' }>): Refusal | null {
  const { caseKind, consultations, clarification, reasons } = application;
  for (const finding of findingsOf(reply)) {
    if (finding.kind.startsWith('record-') !== (caseKind === 'record-correction'))
      return notOpen(
        '答复的种类与申请的种类不符，请重新选择答复种类',
        disclosure(caseKind === 'information' ? 36 : 41),
      );
    if (finding.kind === 'still-unclear' && (clarification?.receivedOn ?? null) === null)
      return notOpen('申请人补正以后仍不明确的，才能这样答复；没有告知过补正的，请先告知补正', disclosure(30));
    if (finding.kind === 'vexatious' && reasons?.reasonable !== false)
      return notOpen('应当先要求申请人说明理由，理由不合理的才能不予处理', disclosure(35));
  }
  const open = consultations.find(({ answeredOn }) => answeredOn === null);
  const gives = findingsOf(reply).some(({ kind }) => kind === 'granted' || kind === 'partly-granted');
  return open !== undefined && gives
    ? notOpen('征求的意见还没有收到，期限也没有届满，不能先行公开', disclosure(open.consulted === 'agency' ? 34 : 32))
    : null;
}

/** The day an act says it happened on; acts that happen in the system itself have none. */
function dayOf(act: Act): Temporal.PlainDate | null {
  if (act.kind === 'extended') return act.notifiedOn;
  if (act.kind === 'replied') return act.postedOn ?? act.deliveredOn;
  return 'on' in act ? act.on : null;
}

/** What an act would add to the clock; null where it does not move it. */
function clockEventOf(act: Act, file: ClockFile, { log, by }: AdmissionContext): ClockEvent | null {
  const at = log.at(-1)!.at;
  const { events } = clockFileOf([...log, { sequence: log.length + 1, at, by, act }]);
  return events.length > file.events.length ? events.at(-1)! : null;
}

/**
 * Why an act may not be done to an application now, with the article; null when it may. Abilities are asked before. The table
 * of stages comes first, then the statutory clock, then what the act itself presupposes.
 */
export function refusalOf(application: Application, act: Act, context: AdmissionContext): Refusal | null {
  const { stage } = application;
  if (!mayFollow(stage, act.kind)) return notOpen(`申请现在是“${STAGE_LABEL[stage]}”，不能${ACT_LABEL[act.kind]}`);
  const day = dayOf(act);
  if (day !== null && isAfter(day, context.today))
    return notOpen(`${ACT_LABEL[act.kind]}的日期（${day.toString()}）还没有到，请填实际发生的日期`);
  const file = clockFileOf(context.log);
  const clock = replyClock(file, context.calendar, context.readings);
  const event = clockEventOf(act, file, context);
  const late = event === null ? null : clockRefusalOf(file, event, context.calendar, context.readings);
  if (late !== null) return notOpen(late.message, late.basis);
  const condition = CONDITIONS[act.kind] as Condition<ActKind> | undefined;
  return condition?.(application, act, { ...context, clock }) ?? null;
}
