import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

/** Something that can be done on a file of a register: open at an address, or not now and why. */
export type Offer<Group extends string> = {
  readonly name: string;
  readonly text: string;
  readonly href: string;
  readonly group: Group;
  readonly final: boolean;
  /** Why not now, in words; null where it may be done. */
  readonly refusal: string | null;
  /** Whether it is a permission that is missing, not the time. */
  readonly forbidden: boolean;
};

/** The offers by group, in the groups' order: what is open as links, what is not behind a line that opens, each with its reason. */
export function actsMenu<Group extends string>(
  offers: readonly Offer<Group>[],
  groups: readonly Group[],
  labels: Readonly<Record<Group, string>>,
): Html {
  const open = offers.filter(({ refusal }) => refusal === null);
  const refused = offers.filter(({ refusal, forbidden }) => refusal !== null && !forbidden);
  const others = offers.filter(({ forbidden }) => forbidden);
  return html`<section class="card acts-menu" aria-labelledby="acts-heading">
<h2 id="acts-heading">可以办理的事项</h2>
${groups.map(group => {
  const here = open.filter(offer => offer.group === group);
  return (
    here.length > 0 &&
    html`<h3>${labels[group]}</h3>
<ul>${here.map(({ text, href, final }) => html`<li><a href="${href}"${final && html` class="final"`}>${text}</a></li>`)}</ul>
`
  );
})}
${open.length === 0 && html`<p class="quiet">现在没有您可以办理的事项。</p>`}
${
  refused.length + others.length > 0 &&
  html`<details><summary>现在不能办的事项（${refused.length + others.length} 项）</summary>
<ul class="refused-acts">${refused.map(
    ({ text, refusal }) => html`<li><span aria-disabled="true">${text}</span><span class="quiet">${refusal}</span></li>
`,
  )}</ul>
${others.length > 0 && html`<p class="quiet">由其他人员办理，您没有权限：${others.map(({ text }) => text).join('、')}。</p>`}</details>`
}
</section>
`;
}
