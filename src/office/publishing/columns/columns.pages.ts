import { UPDATE_CLASSES } from '../../../law/disclosure-items.ts';
import { columnTree } from '../../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../../publishing/rules/column.ts';
import { buttonLink, submitButton } from '../../../views/form/form-buttons.ts';
import { formPage } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { tag } from '../../../views/tag/tag.ts';
import { columnFields } from './column-form.ts';

export const COLUMNS_PATH = '/office/columns';

function nodeHtml({ column, children }: ColumnNode): Html {
  const { code, name, block, updateClass } = column;
  return html`<li><a href="${COLUMNS_PATH}/${code}">${name}</a> <span class="quiet">/${code}/ ${UPDATE_CLASSES[updateClass].label}</span>${
    block !== null && tag('固定板块', 'plain')
  }${children.length > 0 && html`<ul>${children.map(nodeHtml)}</ul>`}</li>
`;
}

/** What stands in `main` of the list of columns. */
export function columnsMain(columns: readonly Column[]): Html {
  return html`<div class="heading-row"><h1>栏目</h1>
<div class="actions">${buttonLink('增设栏目', `${COLUMNS_PATH}/new`, 'main')}</div></div>
<section class="card" aria-label="栏目">${
    columns.length === 0
      ? html`<p>还没有栏目。请先增设平台的固定板块和栏目，再起草信息。</p>`
      : html`<ul class="tree">${columnTree(columns).map(nodeHtml)}</ul>`
  }</section>
`;
}

export type ColumnContent = {
  readonly state: FormState;
  readonly columns: readonly Column[];
  /** The column that is changed; null for a new one. */
  readonly column: Column | null;
};

/** What stands in `main` of the form of a column. */
export function columnMain({ state, columns, column }: ColumnContent): Html {
  const action = column === null ? `${COLUMNS_PATH}/new` : `${COLUMNS_PATH}/${column.code}`;
  return html`${formPage({
    heading: column === null ? '增设栏目' : `栏目：${column.name}`,
    action,
    state,
    fields: columnFields(state, columns, column?.code ?? null),
    buttons: [{ text: '保存' }],
    back: { text: '返回栏目', href: COLUMNS_PATH },
  })}${
    column !== null &&
    html`<section class="card" aria-labelledby="close-heading"><h2 id="close-heading">撤下栏目</h2>
<p>只有没有信息、没有下级的栏目才能撤下；代码不再给别的栏目使用。</p>
<form method="post" action="${action}/close">${submitButton({ text: '撤下栏目', look: 'danger' })}</form></section>
`
  }`;
}
