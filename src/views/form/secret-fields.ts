import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import type { FormState } from './form-state.ts';

/** A password; never given back into the form. `purpose` tells password managers whether to fill in or to propose one. */
export function passwordField(state: FormState, field: FieldFacts & { readonly purpose: 'current' | 'new' }): Html {
  return fieldFrame(
    state,
    field,
    html`<input class="input-middle" type="password"${controlAttributes(state, field)} autocomplete="${field.purpose}-password" spellcheck="false">`,
  );
}

/** A one-time code of digits from an authenticator, a message or a letter; never given back into the form. */
export function codeField(state: FormState, field: FieldFacts & { readonly digits: number }): Html {
  return fieldFrame(
    state,
    field,
    html`<input class="input-short input-code" type="text"${controlAttributes(state, field)} inputmode="numeric" autocomplete="one-time-code" maxlength="${field.digits + 4}" spellcheck="false">`,
  );
}
