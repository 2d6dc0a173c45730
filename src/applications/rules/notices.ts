import type { Act, CaseKind } from './application-log.ts';

/** What a notice may say besides what has happened: no name, no matter, no address. */
export type NoticeContext = { readonly agencyName: string; readonly number: string; readonly caseKind: CaseKind };

/** A notice to an applicant who wants to be told: the subject of a mail and the text, which is a short message by itself. */
export type Notice = { readonly subject: string; readonly text: string };

const dayText = (day: Temporal.PlainDate): string => `${day.year}年${day.month}月${day.day}日`;

/**
 * What has happened, as the end of “您的申请……”; null for acts that stay inside the office. A consultation is told without saying
 * who is asked, a reply without what it says: a mailbox may be read by others.
 */
function happened(act: Act): string | null {
  switch (act.kind) {
    case 'lodged':
      return '已经登记。工作人员将与您确认收到，双方确认之日为收到申请之日';
    case 'receipt-confirmed':
      return `已于${dayText(act.on)}确认收到，自次日起20个工作日内答复`;
    case 'clarification-requested':
      return '需要补正，请尽快查看补正告知书；没有正当理由逾期不补正的，视为放弃申请';
    case 'clarification-prolonged':
      return `的补正期限已延长至${dayText(act.until)}`;
    case 'clarification-received':
      return '的补正材料已经收到，答复期限重新计算';
    case 'reasons-demanded':
      return '需要您说明理由，请查看通知书';
    case 'deferred':
      return `的答复期限已确定为${dayText(act.until)}以前`;
    case 'third-party-consulted':
    case 'agency-consulted':
      return '需要征求有关方面意见，征求意见的时间不计入答复期限';
    case 'extended':
      return `的答复期限已延长${act.workingDays}个工作日`;
    case 'fee-noticed':
      return `需要缴纳信息处理费${act.amountYuan}元，请查看收费通知；逾期不缴的，视为放弃申请`;
    case 'fee-paid':
      return '的信息处理费已经收到，答复期限重新计算';
    case 'fee-waived':
      return '的信息处理费已经免收';
    case 'replied':
      return '已经答复，请查看答复';
    case 'letter-bounced':
      return '的文书寄送后被退回，请核对您的通讯地址并与我们联系';
    case 'clarification-lapsed':
      return '因逾期没有补正，不再处理';
    case 'fee-lapsed':
      return '因逾期没有缴费，不再处理';
    case 'withdrawn':
      return '已按您的要求撤回';
    case 'merged':
      return '已与您的另一件申请合并办理';
    case 'closed-otherwise':
      return '已终止办理，请查看说明';
    case 'split':
      return '已按一事一申请拆分办理';
    case 'reply-ordered':
      return '将重新答复';
    case 'promoted':
      return '所涉信息已纳入主动公开';
    case 'intake-corrected':
    case 'contact-attempted':
    case 'assigned':
    case 'noted':
    case 'linked':
    case 'clarification-notice-delivered':
    case 'reasons-received':
    case 'consultation-delivered':
    case 'third-party-answered':
    case 'agency-answered':
    case 'search-asked':
    case 'search-answered':
    case 'extension-asked':
    case 'extension-refused':
    case 'extension-approved':
    case 'fee-notice-delivered':
    case 'fee-refunded':
    case 'letter-drafted':
    case 'letter-submitted':
    case 'letter-passed':
    case 'letter-returned':
    case 'letter-withdrawn':
    case 'letter-signed':
    case 'letter-dispatched':
    case 'letter-delivered':
    case 'archived':
    case 'satisfaction-given':
      return null;
  }
}

const CASE_NAME = {
  information: '政府信息公开申请',
  'record-correction': '本人信息更正申请',
} as const satisfies Record<CaseKind, string>;

/** The notice of an act; null where the applicant is not told of it. */
export function noticeOf(act: Act, { agencyName, number, caseKind }: NoticeContext): Notice | null {
  const what = happened(act);
  if (what === null) return null;
  return {
    subject: `${CASE_NAME[caseKind]} ${number} 的办理通知`,
    text: `您向${agencyName}提出的${CASE_NAME[caseKind]} ${number} ${what}。详情请凭查询码和密码在网站“依申请公开—查询办理进度”查看。`,
  };
}
