import { SITE_RETURN_ACT_KINDS, SITE_RETURN_ACT_LABEL } from './site-return-log.ts';

/** What happened to a site's yearly return, as an auditor reads it. */
export const STATISTICS_EVENT_NAME: Readonly<Record<string, string>> = Object.fromEntries(
  SITE_RETURN_ACT_KINDS.map(kind => [`site-return-${kind}`, `网站工作年度报表：${SITE_RETURN_ACT_LABEL[kind]}`]),
);
