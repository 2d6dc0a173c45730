import type { ColumnType } from '../../../law/disclosure-items.ts';
import type { Column } from '../column.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../item-kind.ts';
import type { ItemKind } from '../item-kind.ts';

const OTHER_NAMES: Readonly<Record<string, ItemKind>> = {
  政策: 'document',
  文件: 'document',
  规范性文件: 'document',
  公文: 'document',
  新闻: 'news',
  动态: 'news',
  工作动态: 'news',
  通知: 'notice',
  公告: 'notice',
  公示: 'notice',
  公示公告: 'notice',
  解读: 'interpretation',
  统计数据: 'data',
  数据: 'data',
  预决算: 'budget',
  财政信息: 'budget',
  年度报告: 'annual-report',
  年报: 'annual-report',
};

const OF_TYPE: Readonly<Record<ColumnType, ItemKind>> = {
  概况信息: 'organisation',
  机构职能: 'organisation',
  负责人信息: 'leader',
  政策文件: 'document',
  政务动态: 'news',
  信息公开指南: 'guide',
  信息公开目录: 'catalogue-entry',
  信息公开年报: 'annual-report',
  数据发布: 'data',
  政策解读: 'interpretation',
  回应关切: 'news',
  办事服务: 'notice',
  咨询投诉: 'notice',
  征集调查: 'call-result',
  在线访谈: 'news',
  专题专栏: 'news',
};

/** The kind that a text names; undefined where it names none. */
export function findItemKind(text: string): ItemKind | undefined {
  const name = text.trim();
  return ITEM_KINDS.find(kind => kind === name || ITEM_KIND_LABEL[kind] === name) ?? OTHER_NAMES[name];
}

/** What stands in a column where nobody says it: by the name of the column where that says more than its type. */
export function kindOfColumn({ name, type }: Pick<Column, 'name' | 'type'>): ItemKind {
  if (/通知|公告|公示|通告/u.test(name) && OF_TYPE[type] === 'news') return 'notice';
  if (/预决?算|决算|财政资金/u.test(name)) return 'budget';
  return OF_TYPE[type];
}
