import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import { valueOf } from './form-state.ts';
import type { FormState } from './form-state.ts';

export type TextField = FieldFacts & {
  /** `number` is for figures that are counted or paid; identity numbers and codes are `text` with `inputMode: 'numeric'`. */
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
  /** What the browser may fill in, such as `name`, `tel`, `email`, `address-line1`, `postal-code`, `off`. */
  readonly autocomplete?: string;
  /** How much of it there will be: the width says what is expected. */
  readonly width?: 'short' | 'middle' | 'full';
  readonly maxLength?: number;
  /** The unit behind the field, such as 元 or 页. */
  readonly unit?: string;
};

/** One line of text. What was typed stays, whatever it was. */
export function textField(state: FormState, field: TextField): Html {
  const { type = 'text', inputMode, autocomplete, width = 'full', maxLength, unit, name } = field;
  const control = html`<input class="input-${width}" type="${type === 'number' ? 'text' : type}"${controlAttributes(
    state,
    field,
    unit === undefined ? [] : [`${name}-unit`],
  )} value="${valueOf(state, name)}"${
    (inputMode ?? (type === 'number' ? 'decimal' : undefined)) !== undefined &&
    html` inputmode="${inputMode ?? 'decimal'}"`
  }${autocomplete !== undefined && html` autocomplete="${autocomplete}"`}${
    maxLength !== undefined && html` maxlength="${maxLength}"`
  }>`;
  return fieldFrame(
    state,
    field,
    unit === undefined
      ? control
      : html`<span class="with-unit">${control}<span class="unit" id="${name}-unit">${unit}</span></span>`,
  );
}
