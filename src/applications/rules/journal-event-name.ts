import { ACT_KINDS, ACT_LABEL } from './application-log.ts';

/** What happened to applications, as an auditor reads it: every act under its name, and every look at personal data. */
export const APPLICATION_EVENT_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ACT_KINDS.map(kind => [`application-${kind}`, ACT_LABEL[kind]])),
  'personal-data-seen': '查看申请人信息',
  'applicant-looked-up': '按申请人查找',
  'file-downloaded': '下载材料',
  'original-seen': '查看需要区分处理的原件',
  'severed-copy-downloaded': '下载区分处理后的文件',
  'letter-seen': '查看文书',
  'letter-downloaded': '下载文书、表单',
  'letter-template-amended': '修改文书模板',
  'document-numbers-continued': '设置文号起点',
  'register-exported': '导出登记簿',
  'due-date-feed-renewed': '生成期限日历订阅地址',
  'due-date-feed-ended': '停止期限日历订阅',
  'calendar-amended': '采用工作日历的通知',
};
