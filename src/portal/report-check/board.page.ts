import type { Unexamined } from '../../annual-report/examination/examination.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { packState } from './check-state.ts';
import type { CheckState } from './check-state.ts';
import { CHECK_PATH } from './form.page.ts';
import { countsOf, verdictSentence } from './verdict.ts';

/** One file of many: its result, or why it could not be read. */
export type BoardEntry =
  | {
      readonly kind: 'examined';
      readonly file: string;
      readonly agency: string | null;
      readonly year: number | null;
      readonly findings: readonly Finding[];
      readonly state: CheckState;
    }
  | { readonly kind: 'unreadable'; readonly problem: Unexamined };

/** How grave an entry is, for sorting: unreadable files first, then by errors, warnings, notices. */
export function gravityOf(entry: BoardEntry): number {
  if (entry.kind === 'unreadable') return Number.MAX_SAFE_INTEGER;
  const counts = countsOf(entry.findings);
  return counts.error * 1e8 + counts.warning * 1e4 + counts.notice;
}

/** The entry's row; `data-gravity` lets the page's script keep the table sorted while files are still coming in. */
export function boardRow(entry: BoardEntry): Html {
  if (entry.kind === 'unreadable')
    return html`<tr data-gravity="${gravityOf(entry)}"><th scope="row">${entry.problem.file}</th><td colspan="5"><span class="level level-error">读不了</span> ${entry.problem.message}。</td><td></td></tr>`;
  const counts = countsOf(entry.findings);
  return html`<tr data-gravity="${gravityOf(entry)}"><th scope="row">${entry.file}</th>
<td>${entry.agency ?? '未识别'}${entry.year !== null && html`<br>${entry.year} 年`}</td>
${LEVELS.map(level => html`<td class="number">${counts[level]}</td>`)}
<td>${verdictSentence(entry.findings)}</td>
<td><form method="post" action="${CHECK_PATH}/open"><input type="hidden" name="state" value="${packState(entry.state)}"><button class="plain" type="submit" aria-label="查看 ${entry.file} 的体检结果">查看</button></form></td></tr>`;
}

/** The table of many files; without JavaScript it comes whole and sorted, with it the rows come one by one. */
export function boardTable(entries: readonly BoardEntry[]): Html {
  const sorted = entries.toSorted((a, b) => gravityOf(b) - gravityOf(a));
  return html`<div class="card"><h2 id="board-title">各份报告的体检结果</h2>
<div class="scroll" role="region" aria-labelledby="board-title" tabindex="0"><table class="list" id="board">
<thead><tr><th scope="col">文件</th><th scope="col">机关和年度</th>${LEVELS.map(level => html`<th scope="col" class="number">${LEVEL_NAME[level]}</th>`)}<th scope="col">结论</th><th scope="col">详情</th></tr></thead>
<tbody>${sorted.map(boardRow)}</tbody></table></div></div>`;
}

/** The answer to several files at once, worst first. */
export function boardPage(setting: PageSetting, entries: readonly BoardEntry[]): Html {
  const broken = entries.filter(entry => entry.kind === 'unreadable' || countsOf(entry.findings).error > 0).length;
  return portalPage(setting, {
    path: CHECK_PATH,
    title: `${entries.length} 份报告的体检结果`,
    crumbs: [{ text: '年报体检', href: CHECK_PATH }],
    description: '年报体检结果',
    main: html`<h1>${entries.length} 份报告的体检结果</h1>
<p class="lead">其中 ${broken} 份有确定的错误或者读不了，最需要处理的排在最前面。</p>
${boardTable(entries)}
<p><a class="button plain" href="${CHECK_PATH}">再体检几份</a></p>`,
  });
}
