import { REPORT_YEAR_ACT_KINDS, YEAR_ACT_LABEL } from './year-log.ts';

/** What happened to a year's report, as an auditor reads it. */
export const ANNUAL_REPORT_EVENT_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    REPORT_YEAR_ACT_KINDS.map(kind => [`annual-report-${kind}`, `年度报告：${YEAR_ACT_LABEL[kind]}`]),
  ),
  'annual-report-imported': '年度报告：补录',
};
