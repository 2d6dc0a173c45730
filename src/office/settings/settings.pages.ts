import { citationText } from '../../law/citation.ts';
import type { Setting, SettingForm } from '../../people/rules/setting.ts';
import { checkboxField, radioField } from '../../views/form/choice-fields.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const SETTINGS_PATH = '/office/settings';

const YES_NO = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '否' },
] as const;

/** A value as a person reads it. */
export function valueText(form: SettingForm, value: unknown): string {
  switch (form.kind) {
    case 'choice':
      return form.options.find(option => option.value === value)?.text ?? '';
    case 'choices':
      return (
        form.options
          .filter(option => Array.isArray(value) && value.includes(option.value))
          .map(({ text }) => text)
          .join('、') || '都不选'
      );
    case 'yes-no':
      return value === true ? '是' : '否';
    case 'number':
      return `${String(value)} ${form.unit}`;
    case 'text':
      return value === '' ? '没有填写' : String(value);
  }
}

const basisText = ({ basis }: Setting): string => (basis.length === 0 ? '本系统' : basis.map(citationText).join('；'));

export type SettingLine = { readonly setting: Setting; readonly value: unknown };

/** Every setting with its answer and where the question comes from. */
export function settingsPage(setting: OfficeSetting, lines: readonly SettingLine[]): Html {
  return officePage(setting, {
    title: '系统设置',
    crumbs: [],
    main: html`<h1>系统设置</h1>
<p class="lead">法律有不同理解的地方，由办公室选定一种；每次修改都记入日志。</p>
${dataTable<SettingLine>({
  caption: '系统设置',
  captionUnseen: true,
  empty: '没有可以设置的事项。',
  rows: lines,
  columns: [
    {
      key: 'title',
      heading: '事项',
      rowHeading: true,
      cell: one => html`<a href="${SETTINGS_PATH}/${one.setting.key}">${one.setting.title}</a>`,
    },
    { key: 'value', heading: '现在的选择', cell: one => valueText(one.setting.form, one.value) },
    {
      key: 'scope',
      heading: '范围',
      cell: one => (one.setting.scope === 'installation' ? '全部机构' : '本机关'),
    },
    { key: 'basis', heading: '依据', cell: one => basisText(one.setting) },
  ],
})}`,
  });
}

function valueField(state: FormState, { form, title }: Setting): Html {
  const facts = { name: 'value', label: title };
  switch (form.kind) {
    case 'choice':
      return radioField(state, { ...facts, choices: form.options });
    case 'choices':
      return checkboxField(state, { ...facts, choices: form.options });
    case 'yes-no':
      return radioField(state, { ...facts, choices: YES_NO, inline: true });
    case 'number':
      return textField(state, { ...facts, type: 'number', inputMode: 'numeric', unit: form.unit, width: 'short' });
    case 'text':
      return textField(state, { ...facts, maxLength: form.longest });
  }
}

export function settingPage(setting: OfficeSetting, subject: Setting, state: FormState): Html {
  return officePage(setting, {
    title: formTitle(subject.title, state),
    crumbs: [{ text: '系统设置', href: SETTINGS_PATH }],
    main: formPage({
      heading: subject.title,
      lead: html`${subject.explanation}<br>依据：${basisText(subject)}。原定：${valueText(subject.form, subject.standard)}。`,
      action: `${SETTINGS_PATH}/${subject.key}`,
      state,
      fields: valueField(state, subject),
      buttons: [{ text: '保存' }],
      back: { text: '返回', href: SETTINGS_PATH },
    }),
  });
}
