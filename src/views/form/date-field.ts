import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import { valueOf } from './form-state.ts';
import type { FormState } from './form-state.ts';

export type DateField = FieldFacts & {
  readonly earliest?: Temporal.PlainDate;
  readonly latest?: Temporal.PlainDate;
};

/** A day, sent as YYYY-MM-DD; where the browser has no calendar the hint says how to write it. */
export function dateField(state: FormState, field: DateField): Html {
  const hinted = { ...field, hint: field.hint ?? '例如 2026-03-09' };
  return fieldFrame(
    state,
    hinted,
    html`<input type="date"${controlAttributes(state, hinted)} value="${valueOf(state, field.name)}"${
      field.earliest !== undefined && html` min="${field.earliest.toString()}"`
    }${field.latest !== undefined && html` max="${field.latest.toString()}"`}>`,
  );
}
