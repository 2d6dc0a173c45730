import type { Body, BodyCell } from '../body.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

const HEADINGS = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
] as const;

const AUDIENCE_TEXT = { everyone: '全社会', some: '特定群众' } as const;
const WAY_TEXT = { proactive: '主动', 'on-application': '依申请' } as const;
const LEVEL_TEXT = { county: '县级', township: '乡级' } as const;

const cell = (text: string, heading = false): BodyCell => ({ text, heading, rowSpan: 1, columnSpan: 1 });

function rowOf(entry: CatalogueEntry, index: number): readonly BodyCell[] {
  const { firstItem, secondItem, elements, basis, deadlineText, publisher, channels, audience, ways, levels } = entry;
  return [
    cell(String(index + 1)),
    cell(firstItem),
    cell(secondItem),
    cell(elements),
    cell(basis),
    cell(deadlineText),
    cell(publisher),
    cell(channels.join('、')),
    cell(audience === null ? '' : AUDIENCE_TEXT[audience]),
    cell(ways.map(way => WAY_TEXT[way]).join('、')),
    cell(levels.map(level => LEVEL_TEXT[level]).join('、')),
  ].map(one => ({ ...one, text: one.text.replaceAll(/\s*\n\s*/g, ' ').trim() }));
}

/** A 标准目录 as it is published: a table for each field, every line complete in itself. */
export function catalogueBody(entries: readonly CatalogueEntry[]): Body {
  return [...Map.groupBy(entries, ({ field }) => field)].map(([field, own]) => ({
    kind: 'table',
    caption: `${field}领域基层政务公开标准目录`,
    rows: [HEADINGS.map(text => cell(text, true)), ...own.map(rowOf)],
  }));
}
