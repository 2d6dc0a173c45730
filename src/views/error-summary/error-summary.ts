import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** One thing wrong in a form: the sentence, and the id of the field it belongs to. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** The list of what is wrong, at the top of the page, each line leading to its field; reading begins there. Nothing when nothing is wrong. */
export function errorSummary(problems: readonly FieldProblem[]): Html | null {
  if (problems.length === 0) return null;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
<h2 id="error-summary-title">有 ${problems.length} 处需要修改</h2>
<ul>${problems.map(problem => html`<li><a href="#${problem.field}">${problem.message}</a></li>`)}</ul>
</div>`;
}
