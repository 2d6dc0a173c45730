import { choicesSetting, yesNoSetting } from '../../people/rules/setting.ts';
import type { Setting } from '../../people/rules/setting.ts';

/** How many working days before a due day the handler is reminded; the due day itself is always told. */
export const REMINDER_DISTANCES = choicesSetting(
  {
    key: 'reminder-distances',
    title: '到期前几个工作日提醒',
    explanation: '在所选的日子提醒承办人；还没有分办的提醒工作机构负责人。到期当日和逾期总是提醒。',
    basis: [],
    scope: 'agency',
    standard: ['5', '3', '1'],
  },
  [
    { value: '5', text: '5 个工作日' },
    { value: '3', text: '3 个工作日' },
    { value: '1', text: '1 个工作日' },
  ],
);

/** Whether reminders also go out by mail, where an account has an address. */
export const REMINDER_MAIL = yesNoSetting({
  key: 'reminder-mail',
  title: '提醒同时发电子邮件',
  explanation: '发给账号里登记的电子邮箱；邮件里只有登记编号和日期，没有申请人和申请内容。',
  basis: [],
  scope: 'agency',
  standard: true,
});

/** Whether the supervising office is told of files that are overdue. */
export const ESCALATE_OVERDUE = yesNoSetting({
  key: 'escalate-overdue',
  title: '逾期时告知主管部门',
  explanation: '逾期的申请除提醒承办人和工作机构负责人外，还提醒主管部门的监督员（只有登记编号和日期）。',
  basis: [{ source: 'disclosure', article: 47, paragraph: 1 }],
  scope: 'agency',
  standard: true,
});

export const REMINDER_SETTINGS: readonly Setting[] = [REMINDER_DISTANCES, REMINDER_MAIL, ESCALATE_OVERDUE];
