import { RECTIFICATION_ACT_KINDS, RECTIFICATION_ACT_LABEL } from './rectification/rectification-log.ts';
import { REPORT_ROUND_ACT_KINDS, ROUND_ACT_LABEL } from './collection/round-log.ts';
import { REPORT_YEAR_ACT_KINDS, YEAR_ACT_LABEL } from './year-log.ts';

/** What happened to a year's report, as an auditor reads it. */
export const ANNUAL_REPORT_EVENT_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    REPORT_YEAR_ACT_KINDS.map(kind => [`annual-report-${kind}`, `年度报告：${YEAR_ACT_LABEL[kind]}`]),
  ),
  ...Object.fromEntries(
    RECTIFICATION_ACT_KINDS.map(kind => [`rectification-${kind}`, `督促整改：${RECTIFICATION_ACT_LABEL[kind]}`]),
  ),
  'annual-report-imported': '年度报告：补录',
  ...Object.fromEntries(
    REPORT_ROUND_ACT_KINDS.map(kind => [`report-round-${kind}`, `年报汇总：${ROUND_ACT_LABEL[kind]}`]),
  ),
  'report-round-name-answered': '年报汇总：确认机关名称',
  'report-round-file-dropped': '年报汇总：作废文件',
  'report-round-code-issued': '年报汇总：发放报送码',
  'report-round-publication-registered': '年报汇总：登记公开',
};
