/** What a reminder says: whose, to whom, until when. */
export type RoundReminder = {
  readonly office: string;
  readonly agency: string;
  readonly year: number;
  readonly deadlineOn: Temporal.PlainDate;
  /** It was reported and returned. */
  readonly isReturned: boolean;
  /** Where the report is compiled; null where nobody said how this site is reached. */
  readonly address: string | null;
};

/** The mail that reminds an agency of its report. */
export function reminderMail({ office, agency, year, deadlineOn, isReturned, address }: RoundReminder) {
  const what = isReturned ? '已被退回，请按退回意见修改后重新报送' : '尚未报送，请编制、审签、公布后报送';
  return {
    subject: `请报送 ${year} 年政府信息公开工作年度报告（期限 ${deadlineOn.toString()}）`,
    text: [
      `${agency}：`,
      `贵单位 ${year} 年政府信息公开工作年度报告${what}。报送期限为 ${deadlineOn.toString()}。`,
      ...(address === null ? [] : [`办理：${address}`]),
      office,
    ].join('\n\n'),
  };
}
