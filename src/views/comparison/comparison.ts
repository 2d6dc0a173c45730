import { diffArrays } from 'diff';
import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

/** A run of text that stands in both versions, only in the older or only in the newer. */
export type Run = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Single signs, but a number as one: 1050 → 1280 is another number, not two other digits. */
const signsOf = (text: string) => text.match(/\d[\d.,]*|[A-Za-z]+|[^]/gu) ?? [];
/** Beyond this many signs that changed, texts are shown whole: finding their difference takes time by its square. */
const MAX_EDITS = 1000;

/** What changed between two versions of a text, in the order of reading. */
export function differencesOf(before: string, after: string): readonly Run[] {
  const parts = diffArrays(signsOf(before), signsOf(after), { maxEditLength: MAX_EDITS });
  const whole: readonly Run[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const runs =
    parts?.map(({ value, added, removed }): Run => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })) ?? whole;
  return runs.filter(({ text }) => text !== '');
}

function marked({ kind, text }: Run): HtmlValue {
  switch (kind) {
    case 'same':
      return text;
    case 'removed':
      return html`<del>${text}</del>`;
    case 'added':
      return html`<ins>${text}</ins>`;
  }
}

/** Both versions in one text, as tracked changes: what went is struck through, what came is underlined. */
export function trackedChanges(before: string, after: string): Html {
  return html`<div class="tracked">${differencesOf(before, after).map(marked)}</div>`;
}

export type ComparisonRow = { readonly label: string; readonly before: string; readonly after: string };
export type Comparison = {
  readonly caption: string;
  readonly beforeName: string;
  readonly afterName: string;
  readonly rows: readonly ComparisonRow[];
};

/** Two versions side by side, a row for each part; differences are marked, and each row says whether there are any. */
export function comparison({ caption, beforeName, afterName, rows }: Comparison): Html {
  return html`<table class="data comparison" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">项目</th><th scope="col" role="columnheader">${beforeName}</th><th scope="col" role="columnheader">${afterName}</th><th scope="col" role="columnheader">结果</th></tr></thead>
<tbody role="rowgroup">
${rows.map(({ label, before, after }) => {
  const runs = differencesOf(before, after);
  const changed = before !== after;
  return html`<tr role="row"><th scope="row" role="rowheader">${label}</th><td role="cell" class="long" data-heading="${beforeName}">${runs
    .filter(({ kind }) => kind !== 'added')
    .map(
      marked,
    )}</td><td role="cell" class="long" data-heading="${afterName}">${runs.filter(({ kind }) => kind !== 'removed').map(marked)}</td><td role="cell" data-heading="结果">${
    changed ? '不同' : '相同'
  }</td></tr>
`;
})}</tbody>
</table>
`;
}
