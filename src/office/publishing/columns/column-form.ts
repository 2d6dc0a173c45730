import {
  COLUMN_TYPES,
  DISCLOSURE_ITEM_IDS,
  DISCLOSURE_ITEMS,
  PLATFORM_BLOCKS,
  UPDATE_CLASS_NAMES,
  UPDATE_CLASSES,
} from '../../../law/disclosure-items.ts';
import { refuse, ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { columnsBelow, columnTree, findColumnCode, PLATFORM_BLOCK_NAMES } from '../../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../../publishing/rules/column.ts';
import type { ColumnCode } from '../../../publishing/rules/ids.ts';
import type { FieldProblem } from '../../../people/rules/refusal.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import { createActReader } from '../../case/act-reader.ts';

/** A column as its form shows it. */
export function columnValues(column: Column): FormValues {
  return {
    name: column.name,
    parent: column.parent ?? '',
    description: column.description,
    keywords: column.keywords.join('，'),
    type: column.type,
    updateClass: column.updateClass,
    lawItem: column.lawItem ?? '',
    block: column.block ?? '',
    position: String(column.position),
  };
}

/** The column that a form says, or what is wrong with it. `code` is null for a new one, which names its own. */
export function readColumn(
  values: FormValues,
  agency: AgencyCode,
  code: ColumnCode | null,
): Result<Column, readonly FieldProblem[]> {
  const read = createActReader(values);
  const typedCode = code ?? findColumnCode(valueOf({ values }, 'code').trim());
  if (typedCode === undefined)
    read.refuse('code', '代码用小写字母、数字和连字符，以字母开头，最长40个字符，不能与系统页面的地址相同');
  const keywords = valueOf({ values }, 'keywords')
    .split(/[，,、\s]+/)
    .filter(word => word !== '');
  if (keywords.length === 0 || keywords.length > 10) read.refuse('keywords', '请填写1至10个关键词');
  if (keywords.some(word => word.length > 20)) read.refuse('keywords', '每个关键词最多20个字，请精简');
  const parent = valueOf({ values }, 'parent');
  const lawItem = valueOf({ values }, 'lawItem');
  const block = valueOf({ values }, 'block');
  const column: Column = {
    code: typedCode ?? ('' as ColumnCode),
    agency,
    parent: parent === '' ? null : (parent as ColumnCode),
    name: read.text('name', '栏目名称', 30),
    description: read.text('description', '栏目说明', 200),
    keywords,
    type: read.choice('type', '栏目类别', COLUMN_TYPES),
    updateClass: read.choice('updateClass', '更新要求', UPDATE_CLASS_NAMES),
    lawItem: DISCLOSURE_ITEM_IDS.find(one => one === lawItem) ?? null,
    block: PLATFORM_BLOCK_NAMES.find(one => one === block) ?? null,
    position: read.whole('position', '顺序', 0, 9999),
  };
  const problems = read.problems();
  return problems.length === 0 ? ok(column) : refuse(problems);
}

function parentOptions(
  nodes: readonly ColumnNode[],
  left: readonly ColumnCode[],
  depth = 0,
): readonly { readonly value: string; readonly text: string }[] {
  return nodes.flatMap(({ column, children }) =>
    left.includes(column.code)
      ? []
      : [
          { value: column.code, text: `${'　'.repeat(depth)}${column.name}` },
          ...parentOptions(children, left, depth + 1),
        ],
  );
}

/** The fields of a column. A column does not go below itself. */
export function columnFields(state: FormState, columns: readonly Column[], code: ColumnCode | null): HtmlValue {
  const left = code === null ? [] : columnsBelow(columns, code);
  return [
    code === null &&
      textField(state, {
        name: 'code',
        label: '代码',
        required: true,
        width: 'middle',
        hint: '网址的第一段，例如 zcwj；保存以后不能改变，也不能再给别的栏目',
        autocomplete: 'off',
      }),
    textField(state, { name: 'name', label: '栏目名称', required: true, width: 'middle', autocomplete: 'off' }),
    selectField(state, {
      name: 'parent',
      label: '上级栏目',
      unchosen: '无（一级栏目）',
      options: parentOptions(columnTree(columns), left),
    }),
    textArea(state, {
      name: 'description',
      label: '栏目说明',
      required: true,
      rows: 2,
      limit: 200,
      hint: '这个栏目公开什么；写进网页标签，不能照抄栏目名称',
    }),
    textField(state, { name: 'keywords', label: '关键词', required: true, hint: '用逗号分开', autocomplete: 'off' }),
    selectField(state, {
      name: 'type',
      label: '栏目类别',
      required: true,
      options: COLUMN_TYPES.map(value => ({ value, text: value })),
    }),
    selectField(state, {
      name: 'updateClass',
      label: '更新要求',
      required: true,
      options: UPDATE_CLASS_NAMES.map(value => ({ value, text: UPDATE_CLASSES[value].label })),
    }),
    selectField(state, {
      name: 'lawItem',
      label: '对应条例第二十条的事项',
      unchosen: '不对应',
      options: DISCLOSURE_ITEM_IDS.map(value => ({
        value,
        text: `（${value.slice(3)}）${DISCLOSURE_ITEMS[value].label}`,
      })),
    }),
    selectField(state, {
      name: 'block',
      label: '平台的固定板块',
      hint: '板块的名称固定，每个板块一个栏目',
      unchosen: '不是固定板块',
      options: PLATFORM_BLOCK_NAMES.map(value => ({ value, text: PLATFORM_BLOCKS[value].title })),
    }),
    textField(state, {
      name: 'position',
      label: '顺序',
      required: true,
      type: 'number',
      width: 'short',
      hint: '同一级中小的在前',
    }),
  ];
}
