import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { validityOn, VALIDITY_LABEL } from '../../publishing/rules/validity.ts';
import type { Validity } from '../../publishing/rules/validity.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';

const VALIDITY_TONE = {
  'not-yet-in-force': 'active',
  'in-force': 'good',
  amended: 'warning',
  lapsed: 'plain',
  repealed: 'urgent',
} as const satisfies Record<Validity, Tone>;

/** 有效性 as a word: green holds, red holds no longer. */
export const validityTag = (validity: Validity): Html => tag(VALIDITY_LABEL[validity], VALIDITY_TONE[validity]);

/** What a list shows of an item; `day` is when it was published. */
export type ListedItem = {
  readonly title: HtmlValue;
  readonly href: string;
  readonly day: Temporal.PlainDate;
  readonly validity: Validity | null;
  readonly facts: readonly (string | null | false)[];
  readonly passage?: HtmlValue;
};

/** What a list takes of an item, from the register or from memory. */
export type ListedLine = Pick<ItemLine, 'title' | 'address' | 'publishedOn' | 'normative' | 'documentNumber'>;

/** An item as a list shows it. */
export function listedItem(line: ListedLine, today: Temporal.PlainDate, facts: ListedItem['facts'] = []): ListedItem {
  return {
    title: line.title,
    href: line.address!,
    day: line.publishedOn!,
    validity: line.normative === null ? null : validityOn(line.normative, today),
    facts: [line.documentNumber, ...facts],
  };
}

/** Items with the day of publication on the right; on a phone below the title. */
export function itemList(items: readonly ListedItem[], look: 'plain' | 'compact' = 'plain'): Html {
  return html`<ul class="items${look === 'compact' && ' compact'}">
${items.map(({ title, href, day, validity, facts, passage }) => {
  const said = facts.filter(fact => fact !== null && fact !== false && fact !== '');
  const on = day.toString();
  return html`<li><div class="item-line"><a href="${href}">${title}</a>${validity !== null && html` ${validityTag(validity)}`}<time datetime="${on}">${on}</time></div>${
    said.length > 0 && html`<p class="item-facts">${said.map(fact => html`<span>${fact}</span>`)}</p>`
  }${passage !== undefined && html`<p class="item-passage">${passage}</p>`}</li>
`;
})}</ul>
`;
}
