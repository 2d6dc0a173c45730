import { DISPUTE_ACT_KINDS, DISPUTE_ACT_LABEL } from './dispute-log.ts';

/** What happened to disputes, as an auditor reads it. */
export const DISPUTE_EVENT_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DISPUTE_ACT_KINDS.map(kind => [`dispute-${kind}`, `复议诉讼：${DISPUTE_ACT_LABEL[kind]}`])),
  'dispute-party-seen': '查看复议申请人、原告',
};
