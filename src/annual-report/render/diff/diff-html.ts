import { SECTION_KEYS, SECTION_NAME } from '../../../law/report-form/sections.ts';
import { html, trustedMarkup } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { isChanged } from '../../rules/comparison/compare-cells.ts';
import type { CellChange } from '../../rules/comparison/compare-cells.ts';
import type { Fragment, SentencePair } from '../../rules/comparison/compare-prose.ts';
import type { ReportComparison } from '../../rules/comparison/compare-reports.ts';
import { changeInWords, nameOfSide } from './name-of-side.ts';

const STYLE = `
:root { --ink: #1d2733; --line: #cfd7e0; --old: #fdeceb; --new: #e7f5ec; }
body { max-width: 72rem; margin: 0 auto; padding: 1.5rem; color: var(--ink); font: 1rem/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #eef3f8; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.unusual td, tr.unusual th { background: #fff4dc; }
.prose td { width: 50%; }
td.removed { background: var(--old); } td.added { background: var(--new); }
del { background: #f6b8b3; text-decoration: line-through; } ins { background: #a9dfbd; text-decoration: underline; }
@media print { body { padding: 0; } }
`;

const shown = (value: number | null) => (value === null ? '未读到' : String(value));

function figureRow({ name, older, newer, change, ratio, unusual }: CellChange): Html {
  return html`<tr${unusual !== undefined && html` class="unusual"`}><th scope="row">${name}</th><td class="number">${shown(older)}</td><td class="number">${shown(newer)}</td><td>${changeInWords(change, ratio)}</td><td>${unusual ?? ''}</td></tr>
`;
}

const removedParts = (parts: readonly Fragment[]): HtmlValue =>
  parts.map(({ text, changed }) => (changed ? html`<del>${text}</del>` : text));
const addedParts = (parts: readonly Fragment[]): HtmlValue =>
  parts.map(({ text, changed }) => (changed ? html`<ins>${text}</ins>` : text));

function proseRow(pair: SentencePair): Html {
  switch (pair.kind) {
    case 'same':
      return html`<tr><td>${pair.text}</td><td>${pair.text}</td></tr>
`;
    case 'removed':
      return html`<tr><td class="removed"><del>${pair.older}</del></td><td></td></tr>
`;
    case 'added':
      return html`<tr><td></td><td class="added"><ins>${pair.newer}</ins></td></tr>
`;
    case 'changed':
      return html`<tr><td class="removed">${removedParts(pair.older)}</td><td class="added">${addedParts(pair.newer)}</td></tr>
`;
  }
}

/** The comparison as one self-contained page: changed figures with unusual jumps marked, then the prose side by side. */
export function diffHtml(comparison: ReportComparison): Html {
  const [older, newer] = [nameOfSide(comparison.older), nameOfSide(comparison.newer)];
  const changed = comparison.cells.filter(isChanged);
  const unchanged = comparison.cells.length - changed.length;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${newer} 与 ${older} 的年度报告比较</title>
<style>${trustedMarkup(STYLE)}</style>
</head>
<body>
<main>
<h1>年度报告比较</h1>
<p>旧：${older}（${comparison.older.edition} 版格式）<br>新：${newer}（${comparison.newer.edition} 版格式）</p>
${comparison.notes.map(note => html`<p>${note}。</p>`)}
<h2 id="figures">数字</h2>
<p>可比的数字 ${comparison.cells.length} 个，有变化的 ${changed.length} 个，没有变化的 ${unchanged} 个。</p>
${
  changed.length > 0 &&
  html`<div class="scroll" role="region" aria-labelledby="figures" tabindex="0"><table>
<caption>有变化的数字</caption>
<thead><tr><th scope="col">项目</th><th scope="col">旧</th><th scope="col">新</th><th scope="col">变化</th><th scope="col">值得核对</th></tr></thead>
<tbody>
${changed.map(figureRow)}</tbody>
</table></div>`
}
<h2>文字</h2>
${SECTION_KEYS.filter(key => comparison.sections[key].pairs.length > 0).map(
  key => html`<section aria-labelledby="prose-${key}"><h3 id="prose-${key}">${SECTION_NAME[key]}</h3>
<p>与旧文重复 ${Math.round(comparison.sections[key].repeated * 100)}%（数字和法定套话不计）。</p>
<table class="prose"><thead><tr><th scope="col">旧</th><th scope="col">新</th></tr></thead>
<tbody>
${comparison.sections[key].pairs.map(proseRow)}</tbody></table></section>
`,
)}</main>
</body>
</html>
`;
}
