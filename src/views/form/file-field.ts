import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { controlAttributes, fieldFrame } from './field.ts';
import type { FieldFacts } from './field.ts';
import type { FormState } from './form-state.ts';

export type FileField = FieldFacts & {
  /** Endings with their dots, such as `.pdf`. */
  readonly accept: readonly string[];
  readonly maxMegabytes: number;
  readonly several?: boolean;
  /** Names of files that are already kept, so that nobody sends them twice. */
  readonly kept?: readonly string[];
};

/** A file to send along. A browser never gives a chosen file back, so after a refusal the field says so. */
export function fileField(state: FormState, field: FileField): Html {
  const kinds = field.accept.map(ending => ending.slice(1).toUpperCase()).join('、');
  const size = `${kinds} 格式，每份不超过 ${field.maxMegabytes} MB${field.several === true ? '，可以选多份' : ''}。`;
  const again = state.problems.length > 0 ? '浏览器不会保留已选的文件，请重新选择。' : '';
  const hinted = { ...field, hint: html`${field.hint}${size}${again}` };
  const kept = field.kept ?? [];
  return fieldFrame(
    state,
    hinted,
    html`<input type="file"${controlAttributes(state, hinted)} accept="${field.accept.join(',')}"${
      field.several === true && html` multiple`
    } data-max-megabytes="${field.maxMegabytes}">${
      kept.length > 0 &&
      html`<p class="quiet">已经收到：</p><ul class="kept-files">${kept.map(name => html`<li>${name}</li>`)}</ul>`
    }`,
  );
}
