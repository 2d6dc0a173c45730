import { PROSE_SECTIONS } from '../../annual-report/rules/draft-prose.ts';
import type { Prose } from '../../annual-report/rules/draft-prose.ts';
import { LIVE_FIGURE_NAMES, liveFigure, partFigures } from '../../annual-report/rules/live-figures.ts';
import type { YearFacts } from '../../annual-report/rules/year-facts.ts';
import { SECTION_NAME } from '../../law/report-form/sections.ts';
import { formPage } from '../../views/form/form-page.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { yearPath } from './annual-report-paths.ts';

const ROWS = { preface: 6, '1': 18, '5': 8, '6': 4 } as const;
/** Names of fields must not begin with a digit: they are ids too. */
export const fieldOf = (section: keyof typeof ROWS): string => `section-${section}`;

export const valuesOfProse = (prose: Prose): FormValues =>
  Object.fromEntries(PROSE_SECTIONS.map(section => [fieldOf(section), prose[section]]));

/** The editor: plain text with live figures, the findings of the saved text beside it. */
export function proseMain(
  year: number,
  version: number,
  facts: YearFacts,
  findings: HtmlValue,
  state: FormState,
): Html {
  return formPage({
    heading: `${year} 年度报告的文字`,
    lead: '双花括号里的是活数字，总与表格一致；手写的数字由审核核对。一行是一段，以（一）开头的短行是小标题。保存以后在报告里看到结果。',
    action: `${yearPath(year)}/prose`,
    state,
    draft: `annual-report-${year}`,
    fields: [
      hiddenField('version', version),
      PROSE_SECTIONS.map(section =>
        textArea(state, {
          name: fieldOf(section),
          label: SECTION_NAME[section],
          rows: ROWS[section],
          ...(section === '1' ? { hint: '原则上不超过 1000 字。' } : {}),
        }),
      ),
    ],
    buttons: [{ text: '保存' }],
    back: { text: '返回', href: yearPath(year) },
    aside: html`<h2>可用的活数字</h2>
<ul class="live-figures">${LIVE_FIGURE_NAMES.map(
      name => html`<li><code>{{${name}}}</code> ${liveFigure(facts, name) ?? '未知'}</li>
`,
    )}${partFigures(facts).map(
      ({ place, count }) => html`<li><code>${place}</code> ${count}</li>
`,
    )}</ul>
${findings}`,
  });
}
