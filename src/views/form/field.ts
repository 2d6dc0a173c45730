import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';
import { findProblem } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** What every field says of itself. Its id is its name, so that the error summary can lead to it. */
export type FieldFacts = {
  readonly name: string;
  readonly label: string;
  readonly hint?: HtmlValue;
  /** Whether the form cannot be sent without it: then the label says 必填. */
  readonly required?: boolean;
};

/** 必填 in words, never an asterisk alone. */
export function requiredMark(required: boolean | undefined): Html | false {
  return required === true && html`<span class="required">必填</span>`;
}

/** The hint and the problem of a field as marked-up lines, and the ids under which the control is described by them. */
export function describeField(
  state: FormState,
  { name, hint }: FieldFacts,
): { readonly lines: HtmlValue; readonly ids: string; readonly problem: string | undefined } {
  const problem = findProblem(state, name);
  const ids = [hint !== undefined && `${name}-hint`, problem !== undefined && `${name}-problem`].filter(Boolean);
  return {
    lines: [
      hint !== undefined &&
        html`<div class="hint" id="${name}-hint">${hint}</div>
`,
      problem !== undefined &&
        html`<p class="field-problem" id="${name}-problem"><span class="unseen">错误：</span>${problem}</p>
`,
    ],
    ids: ids.join(' '),
    problem,
  };
}

/** The attributes that tie a control to its label, its hint and its problem. */
export function controlAttributes(state: FormState, field: FieldFacts, more: readonly string[] = []): Html {
  const { ids, problem } = describeField(state, field);
  const described = [ids, ...more].filter(id => id !== '').join(' ');
  return html` id="${field.name}" name="${field.name}"${described !== '' && html` aria-describedby="${described}"`}${
    field.required === true && html` required`
  }${problem !== undefined && html` aria-invalid="true"`}`;
}

/** A field with one control: label, hint, what is wrong, control. */
export function fieldFrame(state: FormState, field: FieldFacts, control: HtmlValue): Html {
  const { lines, problem } = describeField(state, field);
  return html`<div class="field${problem !== undefined && ' wrong'}">
<label for="${field.name}">${field.label}${requiredMark(field.required)}</label>
${lines}${control}
</div>
`;
}

/** A group of controls that answer one question: legend, hint, what is wrong, controls. */
export function groupFrame(state: FormState, field: FieldFacts, controls: HtmlValue): Html {
  const { lines, ids, problem } = describeField(state, field);
  return html`<fieldset class="field${problem !== undefined && ' wrong'}"${ids !== '' && html` aria-describedby="${ids}"`}>
<legend>${field.label}${requiredMark(field.required)}</legend>
${lines}${controls}
</fieldset>
`;
}
