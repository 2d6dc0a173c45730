import { PLATFORM_BLOCKS } from '../../law/disclosure-items.ts';
import type { ColumnType, DisclosureItemId, PlatformBlock, UpdateClass } from '../../law/disclosure-items.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { ColumnCode } from './ids.ts';

export const PLATFORM_BLOCK_NAMES = Object.keys(PLATFORM_BLOCKS) as readonly PlatformBlock[];

/** 栏目: a place on an agency's platform. Columns of an agency form a tree. */
export type Column = {
  readonly code: ColumnCode;
  readonly agency: AgencyCode;
  readonly parent: ColumnCode | null;
  readonly name: string;
  /** What stands here, for the tag ColumnDescription; never a copy of the name. */
  readonly description: string;
  readonly keywords: readonly string[];
  readonly type: ColumnType;
  readonly updateClass: UpdateClass;
  /** The item of Art. 20 that the column serves. */
  readonly lawItem: DisclosureItemId | null;
  /** The block of the platform that the column is or opens; null for every other. */
  readonly block: PlatformBlock | null;
  /** Order among columns of the same parent. */
  readonly position: number;
};

/** First parts of addresses that pages of the portal have: no column may bear them. */
const TAKEN_WORDS = new Set([
  'agencies',
  'annual-reports',
  'api',
  'applications',
  'assets',
  'attachments',
  'columns',
  'consultations',
  'diagrams',
  'documents',
  'feeds',
  'files',
  'gazette',
  'health',
  'help',
  'items',
  'office',
  'search',
  'site-returns',
  'sitemap',
  'standard-catalogue',
]);
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_CODE = 40;

/** A column's code from an address or a form; undefined where the text is none or a page of the portal has that name. */
export function findColumnCode(text: string): ColumnCode | undefined {
  return CODE.test(text) && text.length <= LONGEST_CODE && !TAKEN_WORDS.has(text) ? (text as ColumnCode) : undefined;
}

/** A column's code from text that must be one, such as a constant of ours. */
export function getColumnCode(text: string): ColumnCode {
  const code = findColumnCode(text);
  if (code === undefined) throw new Error(`Not a column code: ${text}`);
  return code;
}

export type ColumnNode = { readonly column: Column; readonly children: readonly ColumnNode[] };

/** The columns as a tree, siblings in their order; a column whose parent is not among them is a root. */
export function columnTree(columns: readonly Column[]): readonly ColumnNode[] {
  const codes = new Set(columns.map(({ code }) => code));
  const below = Map.groupBy(columns, ({ parent }) => (parent !== null && codes.has(parent) ? parent : null));
  const nodesOf = (parent: ColumnCode | null): readonly ColumnNode[] =>
    (below.get(parent) ?? [])
      .toSorted((one, other) => one.position - other.position)
      .map(column => ({ column, children: nodesOf(column.code) }));
  return nodesOf(null);
}

/** The way to a column from its root, the column itself last; empty where it is not among the columns. */
export function columnPath(columns: readonly Column[], code: ColumnCode): readonly Column[] {
  const byCode = new Map(columns.map(column => [column.code, column]));
  const path: Column[] = [];
  for (let at = byCode.get(code); at !== undefined && !path.includes(at);) {
    path.unshift(at);
    at = at.parent === null ? undefined : byCode.get(at.parent);
  }
  return path;
}

/** The column and everything below it. */
export function columnsBelow(columns: readonly Column[], code: ColumnCode): readonly ColumnCode[] {
  const children = Map.groupBy(columns, ({ parent }) => parent);
  const found: ColumnCode[] = [code];
  for (let at = 0; at < found.length; at += 1)
    for (const child of children.get(found[at]!) ?? []) if (!found.includes(child.code)) found.push(child.code);
  return found;
}

/** What is wrong with a column, by field; empty when it can be kept. `others` are the agency's other columns. */
export function columnFaults(
  column: Column,
  others: readonly Column[],
): readonly { readonly field: string; readonly message: string }[] {
  const faults: { readonly field: string; readonly message: string }[] = [];
  if (column.description.trim() === column.name.trim())
    faults.push({ field: 'description', message: '栏目说明不能照抄栏目名称，请写明这个栏目公开什么' });
  if (column.parent !== null) {
    const parent = others.find(({ code }) => code === column.parent);
    if (parent === undefined) faults.push({ field: 'parent', message: '上级栏目不在本机关，请重新选择' });
    else if (columnsBelow([...others, column], column.code).includes(column.parent))
      faults.push({ field: 'parent', message: '上级栏目不能是本栏目或者它的下级，请重新选择' });
  }
  if (others.some(other => other.parent === column.parent && other.name === column.name))
    faults.push({ field: 'name', message: `同一级已有“${column.name}”，请换一个名称` });
  if (column.block !== null) {
    const { title } = PLATFORM_BLOCKS[column.block];
    if (column.name !== title) faults.push({ field: 'name', message: `这个板块的名称固定为“${title}”，请不要改动` });
    if (others.some(({ block }) => block === column.block))
      faults.push({ field: 'block', message: `“${title}”板块已有栏目，请不要重复设置` });
  }
  return faults;
}
