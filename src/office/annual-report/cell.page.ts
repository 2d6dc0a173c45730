import { registrationNumber } from '../../applications/rules/case-file.ts';
import type { YearlyEntry } from '../../applications/store/yearly.register.store.ts';
import {
  APPLICANT_COLUMN_LABEL,
  OUTCOME_GROUPS,
  outcomeGroupOf,
  TABLE_THREE_LABEL,
} from '../../law/report-form/table-three.ts';
import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import type { Pagination } from '../../views/pagination/pagination.ts';
import { casePath } from '../letters/letter-paths.ts';
import { itemPath } from '../publishing/publishing-paths.ts';

const outcomeText = (row: OutcomeRow): string => {
  const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
  return `${group?.label ?? ''}${TABLE_THREE_LABEL[row]}`;
};

/** The applications behind a cell of table three. */
export function cellMain(year: number, name: string, entries: readonly YearlyEntry[], limit: number): Html {
  return html`<h1>${name}</h1>
<p class="lead">${year} 年度报告这一格所计的申请${entries.length < limit ? `，共 ${entries.length} 件` : `，列出前 ${limit} 件`}。</p>
${dataTable({
  caption: name,
  captionUnseen: true,
  rows: entries,
  empty: '没有计入这一格的申请。',
  columns: [
    {
      key: 'number',
      heading: '登记编号',
      rowHeading: true,
      kind: 'code',
      cell: entry => html`<a href="${casePath(entry.id)}">${registrationNumber(entry)}</a>`,
    },
    { key: 'subject', heading: '所需信息', cell: ({ subject }) => subject },
    { key: 'kind', heading: '申请人', cell: ({ applicantKind }) => APPLICANT_COLUMN_LABEL[applicantKind] },
    { key: 'received', heading: '收到日期', kind: 'date', cell: ({ receivedOn }) => receivedOn.toString() },
    { key: 'counted', heading: '办结日期', kind: 'date', cell: ({ countedOn }) => countedOn?.toString() ?? '' },
    {
      key: 'outcome',
      heading: '计入的结果',
      cell: ({ countedOutcome }) => (countedOutcome === null ? '未办结' : outcomeText(countedOutcome)),
    },
  ],
})}`;
}

/** The 规范性文件 behind a cell of table two. */
export function documentsMain(year: number, name: string, documents: readonly ItemLine[]): Html {
  return html`<h1>${name}</h1>
<p class="lead">${year} 年度报告这一格所计的规范性文件，共 ${documents.length} 件，按成文日期排列。</p>
${dataTable({
  caption: name,
  captionUnseen: true,
  rows: documents,
  empty: '没有计入这一格的文件。',
  columns: [
    { key: 'number', heading: '发文字号', kind: 'code', cell: ({ documentNumber }) => documentNumber ?? '' },
    {
      key: 'title',
      heading: '标题',
      rowHeading: true,
      cell: ({ id, title }) => html`<a href="${itemPath(id)}">${title}</a>`,
    },
    { key: 'made', heading: '成文日期', kind: 'date', cell: ({ madeOn }) => madeOn?.toString() ?? '' },
    {
      key: 'ended',
      heading: '失效、废止日期',
      kind: 'date',
      cell: ({ normative }) => normative?.ended?.on.toString() ?? '',
    },
  ],
})}`;
}

/** The items behind the number of published pieces of information. */
export function publishedMain(year: number, items: readonly ItemLine[], page: Pagination): Html {
  return html`<h1>${year} 年发布的信息</h1>
<p class="lead">年度报告所计的 ${page.total} 条，按发布时间先后排列；更正不重复计数。</p>
${dataTable({
  caption: `${year} 年发布的信息`,
  captionUnseen: true,
  rows: items,
  empty: '这一年没有发布信息。',
  columns: [
    { key: 'index', heading: '索引号', rowHeading: true, kind: 'code', cell: ({ indexNumber }) => indexNumber },
    { key: 'title', heading: '标题', cell: ({ id, title }) => html`<a href="${itemPath(id)}">${title}</a>` },
    { key: 'on', heading: '发布日期', kind: 'date', cell: ({ publishedOn }) => publishedOn?.toString() ?? '' },
  ],
})}${pagination(page)}`;
}
