import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import type { Html } from '../../views/html/html.ts';
import { APPLICATIONS_COLUMN, GUIDE_CRUMB } from '../applications/column.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { CONSULTATIONS_PATH } from './addresses.ts';

/** Asks a third party for the code in its letter. */
export function codePage(setting: PageSetting, state: FormState): Html {
  return portalPage(setting, {
    path: CONSULTATIONS_PATH,
    title: formTitle('答复征求意见', state),
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: '第三方答复政府信息公开征求意见书',
    styles: ['applications.css'],
    main: formPage({
      heading: '答复征求意见',
      lead: '您收到了征求意见书的，可以在这里答复是否同意公开。答复码在征求意见书上；也可以书面答复。',
      action: CONSULTATIONS_PATH,
      state,
      fields: textField(state, {
        name: 'code',
        label: '答复码',
        required: true,
        hint: '12 位字母和数字，大小写、短横都可以',
        autocomplete: 'off',
        width: 'middle',
      }),
      buttons: [{ text: '打开' }],
    }),
  });
}
