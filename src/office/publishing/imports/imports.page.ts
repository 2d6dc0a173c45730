import type { StaffId } from '../../../people/rules/staff-id.ts';
import { IMPORT_MODE_LABEL, IMPORT_STATE_LABEL } from '../../../publishing/rules/import/item-import.ts';
import type { ImportState, ItemImport } from '../../../publishing/rules/import/item-import.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { pageHeading } from '../../../views/page-heading/page-heading.ts';
import { tag } from '../../../views/tag/tag.ts';
import type { Tone } from '../../../views/tag/tag.ts';
import { instantText } from '../../instant-text.ts';
import { importPath, NEW_IMPORT_PATH } from './imports-paths.ts';

const STATE_TONE = {
  trying: 'active',
  tried: 'warning',
  importing: 'active',
  paused: 'warning',
  done: 'good',
  cancelled: 'plain',
} as const satisfies Record<ImportState, Tone>;

export const stateTag = (state: ImportState): Html => tag(IMPORT_STATE_LABEL[state], STATE_TONE[state]);

/** Who prepared an import; on the server nobody has a name. */
export const preparedByText = ({ preparedBy }: ItemImport, names: ReadonlyMap<StaffId, string>): string =>
  preparedBy === null ? '服务器命令行' : (names.get(preparedBy) ?? '—');

/** What stands in `main` of the list of imports. */
export function importsMain(
  imports: readonly ItemImport[],
  names: ReadonlyMap<StaffId, string>,
  mayDraft: boolean,
): Html {
  return html`${pageHeading('批量导入', mayDraft && buttonLink('新的批量导入', NEW_IMPORT_PATH, 'main'))}
${dataTable<ItemImport>({
  caption: '批量导入',
  captionUnseen: true,
  columns: [
    {
      key: 'name',
      heading: '导入',
      rowHeading: true,
      cell: ({ id, name, mode }) =>
        html`<a class="subject" href="${importPath(id)}">${name}</a><span class="quiet">${IMPORT_MODE_LABEL[mode]}</span>`,
    },
    { key: 'state', heading: '状态', cell: ({ state }) => stateTag(state) },
    { key: 'done', heading: '进度', kind: 'figure', cell: ({ done, total }) => `${done} / ${total}` },
    { key: 'by', heading: '准备人', cell: one => preparedByText(one, names) },
    { key: 'at', heading: '准备时间', kind: 'date', cell: ({ preparedAt }) => instantText(preparedAt) },
  ],
  rows: imports,
  empty: '还没有批量导入过。一次导入许多条信息，或者从原网站迁移，从“新的批量导入”开始。',
})}`;
}
