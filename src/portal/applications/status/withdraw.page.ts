import { registrationNumber } from '../../../applications/rules/case-file.ts';
import { confirmPanel } from '../../../views/confirm-panel/confirm-panel.ts';
import { EMPTY_FORM } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import type { Html } from '../../../views/html/html.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, FILE_PATH, GUIDE_CRUMB } from '../column.ts';
import type { OpenedFile } from './opened-file.ts';

export const WITHDRAWAL_LIMIT = 500;

/** Asks once more before an application is withdrawn, and says what that means. */
export function withdrawPage(setting: PageSetting, { file }: OpenedFile): Html {
  const number = registrationNumber(file.registration);
  return portalPage(setting, {
    path: FILE_PATH,
    title: '撤回申请',
    crumbs: [GUIDE_CRUMB, { text: `办理进度 ${number}`, href: FILE_PATH }],
    column: APPLICATIONS_COLUMN,
    description: '撤回政府信息公开申请',
    styles: ['applications.css'],
    main: confirmPanel({
      question: `确定要撤回申请 ${number} 吗？`,
      consequence: '撤回以后这件申请就办结了，行政机关不再答复，也不能恢复。还想要这份信息的，可以随时重新申请。',
      action: `${FILE_PATH}/withdraw`,
      fields: textArea(EMPTY_FORM, { name: 'reason', label: '撤回的原因（可不填）', rows: 3, limit: WITHDRAWAL_LIMIT }),
      confirm: '撤回申请',
      danger: true,
      back: { text: '不撤回', href: FILE_PATH },
    }),
  });
}
