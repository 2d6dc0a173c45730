import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import { valueOf } from './form-state.ts';
import type { FormState } from './form-state.ts';

export type SelectOption = { readonly value: string; readonly text: string };
export type SelectField = FieldFacts & {
  readonly options: readonly SelectOption[];
  /** The entry that stands for no choice, such as 请选择 or 全部; without it the first option is chosen. */
  readonly unchosen?: string;
  readonly width?: 'short' | 'middle' | 'full';
};

/** A choice of one from a list; for five or fewer a radio group reads better. */
export function selectField(state: FormState, field: SelectField): Html {
  const chosen = valueOf(state, field.name);
  const option = ({ value, text }: SelectOption) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>
`;
  return fieldFrame(
    state,
    field,
    html`<select class="input-${field.width ?? 'full'}"${controlAttributes(state, field)}>
${
  field.unchosen !== undefined &&
  html`<option value="">${field.unchosen}</option>
`
}${field.options.map(option)}</select>`,
  );
}
