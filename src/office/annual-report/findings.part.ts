import { findingId, markId } from '../../annual-report/render/html/report-marks.ts';
import type { ReportMark } from '../../annual-report/render/html/report-marks.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME, levelBadge } from '../../views/level-badge/level-badge.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export type FindingLinks = {
  /** Where an error can be let stand; null where it cannot now. */
  readonly waivePath: string | null;
  /** What a marked cell counts: the cell itself leads to its finding, so that its files are opened from there. */
  readonly hrefOf: (where: string) => string | undefined;
};

function findingEntry({ number, finding }: ReportMark, isPlaced: boolean, links: FindingLinks | null): Html {
  const { level, message, quote, suggestion, basis, waived, fingerprint, where } = finding;
  const behind = links?.hrefOf(where);
  const waivePath = links?.waivePath ?? null;
  return html`<li id="${findingId(number)}">
<p>${levelBadge(level)} <strong>${number}. ${message}</strong></p>
${quote !== '' && html`<p class="quiet">“${quote}”</p>`}
${suggestion !== '' && html`<p>建议：${suggestion}</p>`}
<p class="quiet">依据：${basis}</p>
${isPlaced && html`<p><a href="#${markId(number)}">看报告中的位置</a></p>`}
${behind !== undefined && html`<p><a href="${behind}">看这一格所计的内容（${number}）</a></p>`}
${waived !== undefined && html`<p>已豁免：${waived.reason}（${waived.by}，${waived.on}）</p>`}
${
  waived === undefined &&
  waivePath !== null &&
  level === 'error' &&
  html`<p><a href="${pageAddress(waivePath, { finding: fingerprint })}">豁免这一处（${number}）</a></p>`
}
</li>
`;
}

/** How many findings there are of each level, in one sentence; of a report of one's own, what that means. */
function findingsSentence(findings: readonly Finding[], isOwn: boolean): string {
  const open = findings.filter(({ waived }) => waived === undefined);
  const counts = LEVELS.map(level => `${LEVEL_NAME[level]} ${open.filter(one => one.level === level).length}`);
  return findings.length === 0
    ? '审核没有发现问题。'
    : `审核发现：${counts.join('，')}。${isOwn ? '有错误时不能提交审签。' : ''}`;
}

/** What the audits found, in the order of the report; without links where nothing is done about it. */
export function findingsPart(
  marks: readonly ReportMark[],
  placed: ReadonlySet<number>,
  links: FindingLinks | null,
): Html {
  return html`<h2 id="findings">审核发现</h2>
<p>${findingsSentence(
    marks.map(({ finding }) => finding),
    links !== null,
  )}</p>
<ol class="year-findings">
${marks.map(mark => findingEntry(mark, placed.has(mark.number), links))}</ol>
`;
}
