import type { Agency } from '../../../people/rules/agency.ts';

/** What the receipt says. */
export type ReceiptFacts = {
  readonly agency: Agency;
  /** 政府信息公开申请 or 本人信息更正申请. */
  readonly caseName: string;
  readonly number: string;
  readonly queryCode: string;
  readonly password: string;
  readonly lodgedAt: Temporal.Instant;
  /** The name of the information or the beginning of the description. */
  readonly subject: string;
  /** Set where receipt has been confirmed already. */
  readonly receivedOn: Temporal.PlainDate | null;
  readonly replyDueOn: Temporal.PlainDate | null;
  readonly provisional: boolean;
};

const ZONE = 'Asia/Shanghai';

/** 2026-11-25 16:02, as people in the office's time zone read it. */
export function minuteText(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** 2026年3月9日 */
export function dayText(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日`;
}

/** The query code as it is read and typed: ABCD-EFGH-JKLM. */
export function spacedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/** What happens next, in sentences: the period, and the confirmation on which it depends (Art. 31(3)). */
export function nextStepSentences({ agency, receivedOn, replyDueOn, provisional }: ReceiptFacts): readonly string[] {
  if (receivedOn !== null && replyDueOn !== null)
    return [
      `收到申请之日是${dayText(receivedOn)}。能当场答复的当场答复；不能的，最迟在${dayText(replyDueOn)}答复${provisional ? '（届时的放假安排尚未公布，日期可能变动）' : ''}。`,
      '需要补正、征求第三方意见或者延期的，会告诉您，到期日也会随之变化。',
    ];
  const telephone = agency.contact.telephone;
  return [
    '工作人员会尽快按您留的联系方式与您确认收到，双方确认之日就是收到申请之日。',
    `自确认的次日起 20 个工作日内答复。几天没有接到确认的，${telephone === null ? '请在查询页面查看进度' : `请拨打 ${telephone}`}。`,
  ];
}
