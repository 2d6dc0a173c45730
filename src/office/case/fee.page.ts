import { citationText } from '../../law/citation.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { feeExplanation, itemFeeOf, MOST_UNITS, pageFeeOf } from '../../applications/rules/fee.ts';
import type { MonthPlace, ProcessingFee } from '../../applications/rules/fee.ts';
import { buttonLink, submitButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { casePath, newLetterPath } from '../letters/letter-paths.ts';
import { caseInBrief } from './act.page.ts';
import { offerButton, offersOf } from './case-acts.ts';
import type { Offer } from './case-acts.ts';
import type { CaseContext } from './case-context.ts';

export type FeeContent = {
  readonly context: CaseContext;
  /** Where the application stands in the month of its receipt; null before receipt. */
  readonly place: MonthPlace | null;
  readonly pages: number | null;
  readonly state: FormState;
};

/** The number of pages in an address, or null where the text is none. */
export function readPages(text: string): number | null {
  return /^\d{1,6}$/.test(text) && Number(text) <= MOST_UNITS ? Number(text) : null;
}

/** The notice begins with this fee, so that nobody copies its steps. */
function noticeButton({ context }: FeeContent, fee: ProcessingFee, query: string, offers: readonly Offer[]): HtmlValue {
  if (fee.yuan === 0 || !offers.some(({ name, refusal }) => name === 'fee-notice' && refusal === null)) return null;
  const href = `${newLetterPath(context.file.registration.id, 'fee-notice')}&${query}`;
  return html`<p class="actions">${buttonLink(`起草收费通知书（${fee.yuan} 元）`, href, 'main')}</p>`;
}

const steps = (fee: ProcessingFee): Html =>
  html`<ol>${feeExplanation(fee).map(line => html`<li>${line}</li>`)}</ol>
<p class="quiet">依据：${citationText(fee.basis)}</p>
`;

/** The notice opens with the fee as it is counted here; where nothing is to be charged, or a notice cannot follow, there is no link. */
function noticeLinks(context: CaseContext, place: MonthPlace | null, byPage: ProcessingFee | null): readonly Html[] {
  const { id } = context.file.registration;
  if (!offersOf(context).some(({ name, refusal }) => name === 'fee-notice' && refusal === null)) return [];
  const open = (text: string, query: string) => buttonLink(text, `${newLetterPath(id, 'fee-notice')}&${query}`, 'main');
  const byItem = place === null ? null : itemFeeOf(1, place.itemsBefore);
  return [
    ...(byPage !== null && byPage.yuan > 0
      ? [open(`按量收 ${byPage.yuan} 元，起草收费通知书`, `pages=${byPage.quantity}`)]
      : []),
    ...(place !== null && byItem !== null && byItem.yuan > 0
      ? [open(`按件收 ${byItem.yuan} 元，起草收费通知书`, `before=${place.itemsBefore}`)]
      : []),
  ];
}

/** What the fee would be by each scale, with its steps; which one is taken, and whether at all, is for the office to decide. */
export function feeMain(content: FeeContent): Html {
  const { context, place, pages, state } = content;
  const { registration } = context.file;
  const offers = offersOf(context);
  const byPage = pages === null ? null : pageFeeOf(pages);
  return html`<h1>信息处理费</h1>
<div class="with-aside">
<div>
<p class="lead">按件或者按量选一种，不能并用；“可以”收取，不是“应当”收取（国办函〔2020〕109号）。</p>
<section class="card" aria-labelledby="item-heading"><h2 id="item-heading">按件计收</h2>
${
  place === null
    ? html`<p>还没有收到之日，暂时不能计算。</p>`
    : html`<p>${place.month.year} 年 ${place.month.month} 月，同一申请人在 ${registrationNumber(registration)} 之前已计 ${place.itemsBefore} 件。</p>
${steps(itemFeeOf(1, place.itemsBefore))}${noticeButton(content, itemFeeOf(1, place.itemsBefore), `before=${place.itemsBefore}`, offers)}`
}</section>
<section class="card" aria-labelledby="page-heading"><h2 id="page-heading">按量计收</h2>
<form method="get" action="${casePath(registration.id)}/fee" class="inline-form">${textField(state, {
    name: 'pages',
    label: '本件提供的页数',
    type: 'number',
    width: 'short',
    unit: '页',
    hint: 'A4 及以下幅面一面为一页；不与其他申请累计',
  })}${submitButton({ text: '计算', look: 'plain' })}</form>
${byPage !== null && [steps(byPage), noticeButton(content, byPage, `pages=${byPage.quantity}`, offers)]}
</section>
<p class="actions">${noticeLinks(context, place, byPage)}${offerButton(offers, 'fee-waived')}</p>
</div>
${caseInBrief(context)}
</div>
`;
}
