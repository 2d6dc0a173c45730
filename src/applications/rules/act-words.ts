import { dateInChinese } from '../../calendar/day-number.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import {
  CASE_KIND_LABEL,
  CONFIRMATION_LABEL,
  DELIVERY_METHOD_LABEL,
  OPINION_LABEL,
  REVIEW_STEP_LABEL,
} from './application-log.ts';
import type { Act, Actor, LinkRelation } from './application-log.ts';
import { CHANNEL_LABEL } from './channel.ts';
import { FEE_SCALE_LABEL } from './fee.ts';
import type { ApplicationId, LetterId } from './ids.ts';
import { LETTER_RULES } from './letters/letter-rules.ts';
import type { LetterKind } from './letters/letter-kinds.ts';
import { FINDING_LABEL, findingsOf } from './reply.ts';
import type { Reply } from './reply.ts';

export const LINK_RELATION_LABEL = {
  'same-matter': '同一事项',
  'same-applicant': '同一申请人',
  parent: '拆分前的申请',
  child: '拆分出的申请',
  merged: '并入的申请',
  'earlier-answer': '以前答复过的申请',
} as const satisfies Record<LinkRelation, string>;

/** What acts refer to by id, in words; what is not known gets a general word. */
export type ActNames = {
  readonly staff: ReadonlyMap<StaffId, string>;
  /** Registration numbers of linked files. */
  readonly applications: ReadonlyMap<ApplicationId, string>;
  readonly letters: ReadonlyMap<LetterId, LetterKind>;
};

/** Who did it, in a word. */
export function actorName(by: Actor, names: Pick<ActNames, 'staff'>): string {
  switch (by.kind) {
    case 'officer':
      return names.staff.get(by.id) ?? '工作人员';
    case 'applicant':
      return '申请人';
    case 'third-party':
      return '第三方';
    case 'system':
      return '系统';
  }
}

const replyText = (reply: Reply): string =>
  findingsOf(reply)
    .map(({ kind }) => FINDING_LABEL[kind])
    .join('；');

const withRemark = (text: string, remark: string | null): string => {
  if (remark === null || remark === '') return text;
  return text === '' ? remark : `${text}：${remark}`;
};

/** What an act says besides its name, as one line for officers; empty where the name says everything. */
export function actText(act: Act, names: ActNames): string {
  const { staff, applications, letters } = names;
  const day = (date: Temporal.PlainDate) => dateInChinese(date);
  const officer = (id: StaffId) => staff.get(id) ?? '工作人员';
  const file = (id: ApplicationId) => applications.get(id) ?? '另一件申请';
  const letter = (id: LetterId) => {
    const kind = letters.get(id);
    return kind === undefined ? '文书' : `《${LETTER_RULES[kind].title}》`;
  };
  switch (act.kind) {
    case 'lodged':
      return `${CHANNEL_LABEL[act.intake.channel]}，${CASE_KIND_LABEL[act.caseKind]}${act.applicants > 1 ? `，${act.applicants} 人共同申请` : ''}${
        act.parent === null ? '' : `，由 ${file(act.parent)} 拆分`
      }`;
    case 'intake-corrected':
      return withRemark(CHANNEL_LABEL[act.intake.channel], act.reason);
    case 'contact-attempted':
      return withRemark(`${day(act.on)} ${CONFIRMATION_LABEL[act.how]}`, act.remark);
    case 'receipt-confirmed':
      return `${day(act.on)} ${CONFIRMATION_LABEL[act.how]}`;
    case 'assigned':
      return withRemark(`交${officer(act.to)}办理`, act.remark);
    case 'noted':
      return act.text;
    case 'linked':
      return `${file(act.to)}（${LINK_RELATION_LABEL[act.relation]}）`;
    case 'clarification-requested':
      return withRemark(`${day(act.on)}发出，补正期限 ${act.workingDays} 个工作日`, act.lateReason);
    case 'clarification-prolonged':
      return withRemark(`延长到${day(act.until)}`, act.reason);
    case 'reasons-received':
      return `${day(act.on)}收到，理由${act.reasonable ? '合理' : '不合理'}`;
    case 'deferred':
      return withRemark(`延迟到${day(act.until)}`, act.reason);
    case 'third-party-answered':
    case 'agency-answered':
      return `${day(act.on)} ${OPINION_LABEL[act.opinion]}`;
    case 'search-asked':
      return `交${act.unitName}，${day(act.dueOn)}前反馈`;
    case 'search-answered':
      return withRemark(act.found ? '找到' : '没有找到', act.result);
    case 'extension-asked':
      return withRemark(`${act.workingDays} 个工作日`, act.reason);
    case 'extension-refused':
      return act.reason;
    case 'extension-approved':
      return `${officer(act.approver)}同意`;
    case 'extended':
      return `${day(act.notifiedOn)}告知申请人，延长 ${act.workingDays} 个工作日`;
    case 'fee-noticed':
      return `${day(act.on)}发出，${FEE_SCALE_LABEL[act.scale]}，${act.amountYuan} 元`;
    case 'fee-paid':
      return `${day(act.on)}缴 ${act.amountYuan} 元，票据号 ${act.receiptNumber}`;
    case 'fee-refunded':
      return withRemark(`${act.amountYuan} 元`, act.reason);
    case 'fee-waived':
      return act.reason;
    case 'letter-drafted':
      return `《${LETTER_RULES[act.letterKind].title}》`;
    case 'letter-submitted':
      return `${letter(act.letter)}${act.reply === null ? '' : `：${replyText(act.reply)}`}`;
    case 'letter-passed':
      return `${letter(act.letter)}，${REVIEW_STEP_LABEL[act.step]}`;
    case 'letter-returned':
      return `${letter(act.letter)}，${REVIEW_STEP_LABEL[act.step]}：${act.comment}`;
    case 'letter-withdrawn':
      return withRemark(letter(act.letter), act.reason);
    case 'letter-signed':
      return `${letter(act.letter)}${act.documentNumber === null ? '' : `，${act.documentNumber}`}`;
    case 'letter-dispatched':
      return `${letter(act.letter)}，${day(act.on)}，${DELIVERY_METHOD_LABEL[act.method]}${
        act.trackingNumber === null ? '' : `，邮件号 ${act.trackingNumber}`
      }`;
    case 'letter-delivered':
      return `${letter(act.letter)}，${day(act.on)}`;
    case 'letter-bounced':
      return `${letter(act.letter)}，${day(act.on)}：${act.reason}`;
    case 'replied':
      return replyText(act.reply);
    case 'withdrawn':
      return withRemark(day(act.on), act.reason);
    case 'merged':
      return withRemark(`并入 ${file(act.into)}`, act.reason);
    case 'closed-otherwise':
      return act.reason;
    case 'split':
      return withRemark(act.children.map(file).join('、'), act.reason);
    case 'archived':
      return `卷号 ${act.volume}`;
    case 'reply-ordered':
      return `${act.by === 'reconsideration' ? '行政复议决定' : '人民法院判决'}，${act.reference}${
        act.dueOn === null ? '' : `，${day(act.dueOn)}前答复`
      }`;
    case 'promoted':
      return act.remark ?? '';
    case 'satisfaction-given':
      return `${act.score} 分`;
    case 'clarification-notice-delivered':
    case 'clarification-received':
    case 'clarification-lapsed':
    case 'reasons-demanded':
    case 'third-party-consulted':
    case 'agency-consulted':
    case 'consultation-delivered':
    case 'fee-notice-delivered':
    case 'fee-lapsed':
      return day(act.on);
  }
}
