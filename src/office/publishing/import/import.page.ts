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

/** What stands in `main` of the page on which a Word document is read. */
export function importMain(state: FormState): Html {
  return formPage({
    heading: '从 Word 导入',
    lead: '读出标题、文号、落款、成文日期和正文（表格保留），填好起草的表单，核对以后再保存；读文档时什么都不保存。',
    action: `${PUBLISHING_PATH}/import`,
    state,
    files: true,
    fields: [
      radioField(state, {
        name: 'kind',
        label: '种类',
        required: true,
        choices: IMPORTED_KINDS.map(value => ({ value, text: ITEM_KIND_LABEL[value] })),
      }),
      fileField(state, {
        name: 'file',
        label: 'Word 文档',
        required: true,
        accept: ['.docx'],
        maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
      }),
    ],
    buttons: [{ text: '读出内容' }],
    back: { text: '取消', href: PUBLISHING_PATH },
  });
}
