import { CATALOGUE_ACT_KINDS, CATALOGUE_ACT_LABEL } from './catalogue/catalogue-act.ts';
import { ACT_KINDS, ACT_LABEL } from './publication-log.ts';

/** What happened to items, as an auditor reads it. */
export const PUBLISHING_EVENT_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ACT_KINDS.map(kind => [`item-${kind}`, `信息公开：${ACT_LABEL[kind]}`])),
  ...Object.fromEntries(
    CATALOGUE_ACT_KINDS.map(kind => [`catalogue-${kind}`, `公开目录：${CATALOGUE_ACT_LABEL[kind]}`]),
  ),
  'catalogue-adopted': '更新公开目录',
  'column-saved': '保存栏目',
  'column-closed': '撤下栏目',
  'exchange-package-made': '生成报送包',
  'exchange-package-accepted': '登记报送包已被接收',
  'exchange-package-refused': '登记报送包未被接收',
  'sample-items-added': '载入演示信息',
  'item-import-prepared': '准备批量导入',
  'item-import-started': '开始批量导入',
  'item-import-paused': '暂停批量导入',
  'item-import-resumed': '继续批量导入',
  'item-import-cancelled': '取消批量导入',
  'item-import-ended': '批量导入完毕',
};
