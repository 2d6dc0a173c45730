import type { SettingForm } from '../../people/rules/setting.ts';
import { valueOf, valuesOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

/** A setting's value as the form shows it. */
export function formValueOf(form: SettingForm, value: unknown): string | readonly string[] {
  switch (form.kind) {
    case 'choice':
    case 'number':
    case 'text':
      return String(value);
    case 'choices':
      return Array.isArray(value) ? value.map(String) : [];
    case 'yes-no':
      return value === true ? 'yes' : 'no';
  }
}

/** What a form says of a setting, for the setting to judge. */
export function settingValueOf(form: SettingForm, values: FormValues): unknown {
  const text = valueOf({ values }, 'value').trim();
  switch (form.kind) {
    case 'choice':
    case 'text':
      return text;
    case 'number':
      return /^\d+$/.test(text) ? Number(text) : null;
    case 'choices':
      return valuesOf({ values }, 'value');
    case 'yes-no':
      return text === 'yes';
  }
}
