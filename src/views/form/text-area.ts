import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import { valueOf } from './form-state.ts';
import type { FormState } from './form-state.ts';

export type TextArea = FieldFacts & {
  /** Lines shown at first. */
  readonly rows?: number;
  /** Characters that the server takes; the script `character-count.js` shows how many are left. Typing goes on beyond it. */
  readonly limit?: number;
};

/** Several lines of text. The limit is said, never enforced while typing: pasted text must not lose its end in silence. */
export function textArea(state: FormState, field: TextArea): Html {
  const { name, rows = 5, limit } = field;
  return fieldFrame(
    state,
    field,
    html`<textarea rows="${rows}"${controlAttributes(state, field, limit === undefined ? [] : [`${name}-count`])}${
      limit !== undefined && html` data-limit="${limit}"`
    }>
${valueOf(state, name)}</textarea>${
      limit !== undefined && html`<span class="count" id="${name}-count">最多 ${limit} 个字</span>`
    }`,
  );
}
