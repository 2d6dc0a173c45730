import { numberSetting, textSetting, yesNoSetting } from '../../people/rules/setting.ts';
import type { Setting } from '../../people/rules/setting.ts';
import { CLOCK_SETTINGS } from './clock-settings.ts';
import { REMINDER_SETTINGS } from './reminder-settings.ts';

/** 行政复议法 Art. 22: a reply served over the internet names an internet channel for the application for review. */
export const ONLINE_REVIEW_CHANNEL = textSetting(
  {
    key: 'online-review-channel',
    title: '提交行政复议申请书的互联网渠道',
    explanation: '网上送达的答复应当同时提供网上申请行政复议的渠道；填写平台名称和网址。没有填写的，答复不能网上送达。',
    basis: [{ source: 'reconsideration', article: 22, paragraph: 2 }],
    scope: 'agency',
    standard: '',
  },
  200,
);

/** Whether the answered applications are listed in public, without anything personal. */
export const ANSWERED_LIST = yesNoSetting({
  key: 'answered-list',
  title: '在门户公布已答复的申请',
  explanation: '公布登记编号、标题、办理结果、日期和用时，不公布申请人。标题可能透露个人情况的，请在公布前修改。',
  basis: [{ source: 'disclosure', article: 44 }],
  scope: 'agency',
  standard: false,
});

/** The period that a notice to correct gives where the clerk sets none: the law says 合理 alone. */
export const CLARIFICATION_PERIOD = numberSetting(
  {
    key: 'clarification-period',
    title: '补正期限（工作日）',
    explanation: '条例只要求“合理的补正期限”；起草补正告知书时预先填入，可以逐件修改。',
    basis: [{ source: 'disclosure', article: 30 }],
    scope: 'agency',
    standard: 15,
  },
  { least: 5, most: 60, unit: '个工作日' },
);

/** How the fee is paid, for the notice. */
export const PAYMENT_WAY = textSetting(
  {
    key: 'payment-way',
    title: '信息处理费的缴纳方式',
    explanation: '写入收费通知书：缴到哪里、怎样取得财政票据。',
    basis: [{ source: 'processing-fee', article: 6 }],
    scope: 'agency',
    standard: '',
  },
  200,
);

export const APPLICATION_SETTINGS: readonly Setting[] = [
  CLARIFICATION_PERIOD,
  ONLINE_REVIEW_CHANNEL,
  PAYMENT_WAY,
  ANSWERED_LIST,
  ...REMINDER_SETTINGS,
  ...Object.values(CLOCK_SETTINGS),
];
