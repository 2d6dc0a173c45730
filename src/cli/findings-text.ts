import type { Coverage } from '../annual-report/rules/narrative/coverage.ts';
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

/** What became of the numbers in the prose, in one line. */
export function describeCoverage({ figures, counted, matched, contradicted, untied }: Coverage): string {
  return `  正文数字 ${figures} 个：与表格一致 ${matched}，矛盾 ${contradicted}，像在说表格但没对上 ${untied}，与表格无关 ${figures - counted}`;
}
