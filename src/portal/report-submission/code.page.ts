import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import type { Html } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { SUBMISSION_PATH } from './addresses.ts';

/** Asks an agency for the code that its supervising office gave it. */
export function codePage(setting: PageSetting, state: FormState): Html {
  return portalPage(setting, {
    path: SUBMISSION_PATH,
    title: formTitle('报送年度报告', state),
    crumbs: [],
    description: '行政机关凭报送码向主管部门报送政府信息公开工作年度报告',
    main: formPage({
      heading: '报送年度报告',
      lead: '本页供没有使用本系统的行政机关报送政府信息公开工作年度报告。报送码由主管部门发给。',
      action: SUBMISSION_PATH,
      state,
      fields: textField(state, {
        name: 'code',
        label: '报送码',
        required: true,
        hint: '12 位字母和数字，大小写、短横都可以',
        autocomplete: 'off',
        width: 'middle',
      }),
      buttons: [{ text: '打开' }],
    }),
  });
}
