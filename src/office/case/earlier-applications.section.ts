import { registrationNumber } from '../../applications/rules/case-file.ts';
import type { Frequency, SimilarApplication } from '../../applications/rules/earlier-applications.ts';
import { feeExplanation } from '../../applications/rules/fee.ts';
import { STAGE_LABEL } from '../../applications/rules/stage.ts';
import { trackedChanges } from '../../views/comparison/comparison.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { casePath } from '../letters/letter-paths.ts';
import type { CaseContext } from './case-context.ts';

/** What else the same applicant has asked this agency for. Evidence for an officer; nothing follows from it by itself. */
export type EarlierFacts = {
  readonly similar: readonly SimilarApplication[];
  readonly others: number;
  readonly frequency: Frequency;
  /** Files of other applicants in the last year that ask for much the same (Art. 44). */
  readonly ofOthers: readonly SimilarApplication[];
};

/** More than so many in a month begin the fee by items (109号 Art. 4). */
const FREE_ITEMS = 10;
const SHOWN = 5;

const monthText = ({ month }: Frequency) => `${month.year} 年 ${month.month} 月`;

/** How often the applicant has asked, in words; from the eleventh of a month on with the fee by items. */
export function frequencyText({ frequency }: EarlierFacts): HtmlValue {
  const { inMonth, inTwelveMonths, open, fee } = frequency;
  return html`<p>同一申请人 ${monthText(frequency)}向本机关申请 ${inMonth} 件，近十二个月 ${inTwelveMonths} 件，在办 ${open} 件。</p>
${
  inMonth > FREE_ITEMS &&
  html`<details><summary>按件计收信息处理费的计算</summary><ul>${feeExplanation(fee).map(line => html`<li>${line}</li>`)}</ul></details>`
}`;
}

/** Similar applications with the difference in their text. */
export function similarList(description: string, similar: readonly SimilarApplication[]): Html {
  return html`<ul class="similar-applications">${similar.slice(0, SHOWN).map(
    ({
      earlier,
      likeness,
    }) => html`<li><p><a href="${casePath(earlier.id)}">${registrationNumber(earlier)}</a><span class="quiet">${earlier.lodgedOn.toString()} 登记，${STAGE_LABEL[earlier.stage]}，文字相同约 ${Math.round(likeness * 100)}%</span></p>
${trackedChanges(earlier.description, description)}</li>
`,
  )}</ul>`;
}

/** The section on a case; folded while there is nothing alike and nothing frequent. */
export function earlierSection({ file }: CaseContext, facts: EarlierFacts): HtmlValue {
  const { similar, others, frequency } = facts;
  if (others === 0) return null;
  const notable = similar.length > 0 || frequency.inMonth > FREE_ITEMS;
  return html`<details class="card"${notable && html` open`}><summary>同一申请人的其他申请（${others} 件${
    similar.length > 0 && `，其中 ${similar.length} 件内容相近`
  }）</summary>
${frequencyText(facts)}
${
  similar.length > 0 &&
  html`<p class="quiet">与本件的差别：删除线是以前申请里有的，下划线是本件里有的。是否属于重复申请由承办人判断。</p>
${similarList(file.registration.requested.description, similar)}`
}</details>
`;
}

/** What other applicants have asked for too: what may be disclosed to several may be published for everybody (Art. 44). */
export function askedByOthersSection({ ofOthers }: EarlierFacts, promote: HtmlValue): HtmlValue {
  if (ofOthers.length === 0) return null;
  return html`<details class="card"><summary>其他申请人也申请过相近的信息（近一年 ${ofOthers.length} 件）</summary>
<p>多个申请人申请公开同一政府信息、可以公开的，可以转为主动公开（条例第四十四条）。</p>
<ul>${ofOthers.slice(0, SHOWN).map(
    ({
      earlier,
      likeness,
    }) => html`<li><a href="${casePath(earlier.id)}">${registrationNumber(earlier)}</a><span class="quiet">（${STAGE_LABEL[earlier.stage]}，文字相同约 ${Math.round(likeness * 100)}%）</span> ${earlier.description.slice(0, 60)}</li>
`,
  )}</ul>
${promote}</details>
`;
}
