import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';
import { describeField, groupFrame, requiredMark } from './field.ts';
import type { FieldFacts } from './field.ts';
import { valueOf, valuesOf } from './form-state.ts';
import type { FormState } from './form-state.ts';

export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Further fields that belong to this choice: shown while it is chosen, by style alone, and always where the browser cannot. */
  readonly more?: HtmlValue;
};

export type ChoiceField = FieldFacts & {
  readonly choices: readonly Choice[];
  /** The choices beside each other, for two or three short ones. */
  readonly inline?: boolean;
};

function choices(
  { name, choices: all, inline, required }: ChoiceField,
  type: 'radio' | 'checkbox',
  isChosen: (value: string) => boolean,
): Html {
  return html`<div class="choices${inline === true && ' inline'}">
${all.map(({ value, text, hint, more }, index) => {
  // The first choice bears the field's own id, so that the error summary leads to a control.
  const id = index === 0 ? name : `${name}-${value}`;
  return html`<div class="choice-with-more"><div class="choice"><input type="${type}" id="${id}" name="${name}" value="${value}"${
    isChosen(value) && html` checked`
  }${type === 'radio' && required === true && html` required`}${
    hint !== undefined && html` aria-describedby="${name}-${value}-hint"`
  }>
<label for="${id}">${text}</label>${hint !== undefined && html`<span class="hint" id="${name}-${value}-hint">${hint}</span>`}</div>${
    more !== undefined &&
    html`
<div class="more">${more}</div>`
  }</div>
`;
})}</div>`;
}

/** One of a few answers, all of them seen. What belongs to an answer that was not chosen is sent along; the server passes over it. */
export function radioField(state: FormState, field: ChoiceField): Html {
  const chosen = valueOf(state, field.name);
  return groupFrame(
    state,
    field,
    choices(field, 'radio', value => value === chosen),
  );
}

/** Any number of a few answers; read with `valuesOf`. */
export function checkboxField(state: FormState, field: ChoiceField): Html {
  const chosen = valuesOf(state, field.name);
  return groupFrame(
    state,
    field,
    choices(field, 'checkbox', value => chosen.includes(value)),
  );
}

/** A single statement to agree to; its value is `yes` when ticked. */
export function tickField(state: FormState, field: FieldFacts): Html {
  const { name, label, required } = field;
  const { lines, ids, problem } = describeField(state, field);
  return html`<div class="field${problem !== undefined && ' wrong'}">
${problem !== undefined && lines}<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${
    valueOf(state, name) === 'yes' && html` checked`
  }${required === true && html` required`}${ids !== '' && html` aria-describedby="${ids}"`}${
    problem !== undefined && html` aria-invalid="true"`
  }>
<label for="${name}">${label}${requiredMark(required)}</label>${problem === undefined && lines}</div>
</div>
`;
}
