import { coverageOf } from '../../../publishing/rules/catalogue/catalogue-entry.ts';
import type { Catalogue, CatalogueEntry, CoverageRow } from '../../../publishing/rules/catalogue/catalogue-entry.ts';
import { deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';

/** What of a catalogue file went in, what was mended, and what a person has to look at. */
export function catalogueReport({ entries, remarks }: Catalogue): Html {
  return html`<section class="card" aria-labelledby="report-heading"><h2 id="report-heading">读入结果</h2>
<p>读入 ${entries.length} 项，其中 ${remarks.length} 处作了补全或者需要核对。核对以后在下面保存，和其他信息一样审核、发布。</p>
${
  remarks.length > 0 &&
  html`<details open><summary>补全和需要核对的地方（${remarks.length}）</summary>
<ul>${remarks.map(({ field, line, message }) => html`<li>${field}，第 ${line} 行：${message}</li>`)}</ul></details>`
}
<details><summary>各领域、层级的事项数</summary>
${dataTable<CoverageRow>({
  caption: '各领域、层级的事项数',
  captionUnseen: true,
  columns: [
    { key: 'field', heading: '领域', rowHeading: true, cell: ({ field }) => field },
    { key: 'county', heading: '县级', kind: 'figure', cell: ({ county }) => county },
    { key: 'township', heading: '乡级', kind: 'figure', cell: ({ township }) => township },
  ],
  rows: coverageOf(entries),
  empty: '没有事项。',
})}</details>
<details><summary>公开时限怎样理解</summary>
${dataTable<CatalogueEntry>({
  caption: '公开时限',
  captionUnseen: true,
  columns: [
    { key: 'item', heading: '事项', rowHeading: true, cell: ({ secondItem, firstItem }) => secondItem || firstItem },
    { key: 'text', heading: '目录原文', cell: entry => entry.deadlineText },
    { key: 'deadline', heading: '计算方法', cell: ({ deadline }) => deadlineText(deadline) },
  ],
  rows: entries,
  empty: '没有事项。',
})}</details></section>
`;
}
