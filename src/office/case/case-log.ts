import { ACT_LABEL } from '../../applications/rules/application-log.ts';
import type { Entry } from '../../applications/rules/application-log.ts';
import { actorName, actText } from '../../applications/rules/act-words.ts';
import type { ActNames } from '../../applications/rules/act-words.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { instantText } from '../instant-text.ts';

/** The log in words, the newest act first: what, who, when. */
export function logList(log: readonly Entry[], names: ActNames): Html {
  return html`<ol class="case-log" reversed>
${log.toReversed().map(({ at, by, act }) => {
  const text = actText(act, names);
  return html`<li><p><strong>${ACT_LABEL[act.kind]}</strong>${text !== '' && html`<span class="log-text">${text}</span>`}</p>
<p class="quiet">${actorName(by, names)}，<time datetime="${at.toString()}">${instantText(at)}</time></p></li>
`;
})}</ol>
`;
}
