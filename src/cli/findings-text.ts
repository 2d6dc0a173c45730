import { LEVELS } from '../proofreading/finding.ts';
import type { Finding } from '../proofreading/finding.ts';
import { LEVEL_NAME } from '../views/level-badge/level-badge.ts';

/** 「错误 1　警告 2　提示 0」 */
export function countLine(findings: readonly Finding[]): string {
  return LEVELS.map(level => `${LEVEL_NAME[level]} ${findings.filter(finding => finding.level === level).length}`).join(
    '　',
  );
}

/** Findings for people at a terminal, in the order given. */
export function describeFindings(findings: readonly Finding[]): string {
  const lines = findings.map(finding => {
    const quote = finding.quote === '' ? '' : `\n      原文：${finding.quote}`;
    const suggestion = finding.suggestion === '' ? '' : `\n      建议：${finding.suggestion}`;
    return `  [${LEVEL_NAME[finding.level]}] ${finding.message}（${finding.audit}，${finding.where}）${quote}${suggestion}\n      依据：${finding.basis}`;
  });
  return [`  ${countLine(findings)}`, ...lines].join('\n');
}
