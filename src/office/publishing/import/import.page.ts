import { ITEM_KIND_LABEL } from '../../../publishing/rules/item-kind.ts';
import type { ItemKind } from '../../../publishing/rules/item-kind.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/upload-kind.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { formPage } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import type { Html } from '../../../views/html/html.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';

/** Kinds that are written as documents. */
export const IMPORTED_KINDS = [
  'document',
  'notice',
  'news',
  'interpretation',
  'system-document',
  'data',
  'budget',
] as const satisfies readonly ItemKind[];

/** What stands in `main` of the page on which a file is read. */
export function importMain(state: FormState): Html {
  return formPage({
    heading: '导入文件',
    lead: 'Word 文档读出标题、文号、落款、成文日期和正文（表格保留）；基层政务公开标准目录（Excel）读出各项，补全“同上”和合并的单元格。读出的内容填进起草的表单，核对以后再保存。',
    action: `${PUBLISHING_PATH}/import`,
    state,
    files: true,
    fields: [
      radioField(state, {
        name: 'kind',
        label: '种类',
        required: true,
        hint: 'Excel 目录总是公开目录事项',
        choices: IMPORTED_KINDS.map(value => ({ value, text: ITEM_KIND_LABEL[value] })),
      }),
      fileField(state, {
        name: 'file',
        label: '文件',
        required: true,
        accept: ['.docx', '.xlsx'],
        maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
      }),
    ],
    buttons: [{ text: '读出内容' }],
    back: { text: '取消', href: PUBLISHING_PATH },
  });
}
