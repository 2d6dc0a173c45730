import { columnPath, columnTree } from '../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../publishing/rules/column.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { AGENCIES_PATH, columnHref } from '../items/places.ts';

function branch(nodes: readonly ColumnNode[], open: ReadonlySet<ColumnCode>, current: ColumnCode | null): Html {
  return html`<ul>
${nodes.map(({ column, children }) => {
  const isOpen = open.has(column.code);
  return html`<li${isOpen && html` class="open"`}><a href="${columnHref(column)}"${column.code === current && html` aria-current="page"`}>${column.name}</a>${
    isOpen && children.length > 0 && branch(children, open, current)
  }</li>
`;
})}</ul>
`;
}

/** The columns of an agency, opened along the way to the current one. `label` tells two of them on a page apart. */
export function columnNavigation(columns: readonly Column[], current: ColumnCode | null, label = '栏目'): Html {
  const open = new Set(current === null ? [] : columnPath(columns, current).map(({ code }) => code));
  return html`<nav class="columns" aria-label="${label}">
${branch(columnTree(columns), open, current)}</nav>
`;
}

function columnsPlace(agencyName: string, columns: readonly Column[], current: ColumnCode | null): Html {
  return html`<div class="columns-place"><details class="columns-folded"><summary>${agencyName}的栏目</summary>${columnNavigation(columns, current, '全部栏目')}<p><a href="${AGENCIES_PATH}">切换机关</a></p></details><div class="columns-open"><p class="columns-title">${agencyName}<a href="${AGENCIES_PATH}">切换机关</a></p>${columnNavigation(columns, current)}</div></div>`;
}

const placesMade = new WeakMap<readonly Column[], Map<ColumnCode | null, Html>>();

/** The page beside the tree of columns, made once as long as the list of columns is the same; on a phone it folds away above it. */
export function besideColumns(
  agencyName: string,
  columns: readonly Column[],
  current: ColumnCode | null,
  content: Html,
): Html {
  const made = placesMade.getOrInsertComputed(columns, () => new Map<ColumnCode | null, Html>());
  const place = made.getOrInsertComputed(current, () => columnsPlace(agencyName, columns, current));
  return html`<div class="with-columns">${place}
<div>${content}</div></div>`;
}
