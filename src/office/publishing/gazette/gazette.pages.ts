import { columnTree } from '../../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../../publishing/rules/column.ts';
import { issueText } from '../../../publishing/rules/gazette.ts';
import type { GazetteIssue } from '../../../publishing/store/gazette.register.store.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { filterBar } from '../../../views/filter-bar/filter-bar.ts';
import { checkboxField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { emptyState } from '../../../views/notice/notice.ts';
import { itemStageTag } from '../stage-tag.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';

export const GAZETTE_PATH = `${PUBLISHING_PATH}/gazette`;

function issuesTable(issues: readonly GazetteIssue[]): Html {
  return dataTable<GazetteIssue>({
    caption: '各期公报',
    captionUnseen: true,
    columns: [
      {
        key: 'issue',
        heading: '期号',
        rowHeading: true,
        cell: ({ line, gazette }) => html`<a class="subject" href="${itemPath(line.id)}">${issueText(gazette)}</a>`,
      },
      {
        key: 'period',
        heading: '收录时段',
        cell: ({ gazette: { from, to } }) => `${from.toString()} 至 ${to.toString()}`,
      },
      { key: 'count', heading: '刊载文件', kind: 'figure', cell: ({ gazette }) => gazette.contents.length },
      { key: 'stage', heading: '状态', cell: ({ line }) => itemStageTag(line.stage) },
    ],
    rows: issues,
    empty: '还没有编过公报。',
  });
}

/** What stands in `main` of the list of issues. */
export function gazetteMain(
  issues: readonly GazetteIssue[],
  next: { readonly from: string; readonly to: string } | null,
): Html {
  return html`<h1>政府公报</h1>
<p class="lead">从已经公开的文件编排一期公报：目录、全文和 PDF 由系统生成，审核、发布和其他信息一样；文件的页面写明刊载在哪一期。</p>
${
  next !== null &&
  filterBar({
    action: `${GAZETTE_PATH}/new`,
    label: '编排一期公报',
    filtered: false,
    button: '选择文件',
    fields: [
      dateField({ values: next, problems: [] }, { name: 'from', label: '收录从这一天起发布的' }),
      dateField({ values: next, problems: [] }, { name: 'to', label: '到这一天为止' }),
    ],
  })
}
<section class="card" aria-labelledby="issues-heading"><h2 id="issues-heading">各期公报</h2>${issuesTable(issues)}</section>
`;
}

function columnOptions(
  nodes: readonly ColumnNode[],
  depth = 0,
): readonly { readonly value: string; readonly text: string }[] {
  return nodes.flatMap(({ column, children }) => [
    { value: column.code, text: `${'　'.repeat(depth)}${column.name}` },
    ...columnOptions(children, depth + 1),
  ]);
}

export type NewIssueContent = {
  readonly state: FormState;
  readonly from: string;
  readonly to: string;
  /** What was published in the period and may be printed. */
  readonly documents: readonly ItemLine[];
  /** By document: in which issue it stands already. */
  readonly printed: ReadonlyMap<string, string>;
  readonly columns: readonly Column[];
};

function documentsField({ state, documents, printed }: NewIssueContent): HtmlValue {
  if (documents.length === 0) return emptyState('这段时间没有发布文件，请改一改时段。');
  return checkboxField(state, {
    name: 'item',
    label: '刊载的文件',
    required: true,
    choices: documents.map(({ id, title, documentNumber, issuer, publishedOn }) => ({
      value: id,
      text: title,
      hint: [documentNumber ?? '', issuer, `${publishedOn!.toString()} 发布`, printed.get(id) ?? '']
        .filter(text => text !== '')
        .join('，'),
    })),
  });
}

/** What stands in `main` of the page on which an issue is put together. */
export function newIssueMain(content: NewIssueContent): Html {
  const { state, from, to, columns } = content;
  return html`${errorSummary(state.problems)}<h1>编排一期公报</h1>
<p class="lead">${from} 至 ${to} 发布的文件。没有刊载过的规范性文件已经选好；目录按发文机关和成文日期排列。</p>
<form class="card form" method="post" action="${GAZETTE_PATH}/new" novalidate>
${hiddenField('from', from)}${hiddenField('to', to)}<div class="field-grid">${textField(state, { name: 'year', label: '年份', type: 'number', width: 'short', required: true })}${textField(state, { name: 'number', label: '期号', type: 'number', width: 'short', required: true })}${textField(state, { name: 'serial', label: '总期号', type: 'number', width: 'short', hint: '没有的不填' })}</div>
${textField(state, { name: 'government', label: '公报名称里的机关', required: true, maxLength: 60, hint: '例如 示范市晴川区人民政府，公报就叫“示范市晴川区人民政府公报”', autocomplete: 'off' })}${selectField(state, { name: 'column', label: '栏目', required: true, unchosen: '请选择', options: columnOptions(columnTree(columns)) })}${documentsField(content)}
${formButtons([{ text: '生成公报稿' }], { text: '取消', href: GAZETTE_PATH })}</form>
`;
}
