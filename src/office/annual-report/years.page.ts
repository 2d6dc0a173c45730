import { YEAR_STAGE_LABEL } from '../../annual-report/rules/year-log.ts';
import type { YearStage } from '../../annual-report/rules/year-log.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { buttonLink, formButtons } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { ANNUAL_REPORT_PATH, yearPath } from './annual-report-paths.ts';

export const STAGE_TONE = {
  open: 'active',
  frozen: 'active',
  'in-review': 'warning',
  approved: 'warning',
  published: 'good',
  corrected: 'good',
} as const satisfies Record<YearStage, Tone>;

export type YearLine = {
  readonly year: number;
  /** Null where the year is only published, from a file. */
  readonly stage: YearStage | null;
  readonly published: { readonly version: number; readonly on: Temporal.PlainDate; readonly href: string } | null;
};

/** The years of an agency's report: those begun and those published, what the office above asks for, and the form to begin one. */
export function yearsMain(
  lines: readonly YearLine[],
  submissions: Html,
  beginnable: readonly number[],
  mayCompile: boolean,
  mayPublish: boolean,
  state: FormState,
): Html {
  return html`${errorSummary(state.problems)}<h1>年度报告</h1>
<p class="lead">每一格由登记的申请、案件和公开的信息计数，文字由数据起草。上一年度的报告应当在 1 月 31 日前公布并报送主管部门（《政府信息公开条例》第四十九条）。</p>
${submissions}${
    mayCompile &&
    beginnable.length > 0 &&
    html`<form class="card form" method="post" action="${ANNUAL_REPORT_PATH}" novalidate>
${selectField(state, {
  name: 'year',
  label: '年度',
  required: true,
  width: 'short',
  options: beginnable.map(year => ({ value: String(year), text: `${year} 年` })),
})}
${formButtons([{ text: '开始编制' }])}</form>
`
  }${mayPublish && html`<p>${buttonLink('补录已公布的报告', `${ANNUAL_REPORT_PATH}/import`)}</p>`}${dataTable({
    caption: '各年度的报告',
    captionUnseen: true,
    rows: lines,
    empty: '还没有编制过年度报告。',
    columns: [
      {
        key: 'year',
        heading: '年度',
        rowHeading: true,
        cell: ({ year, stage }) => (stage === null ? `${year} 年` : html`<a href="${yearPath(year)}">${year} 年</a>`),
      },
      {
        key: 'stage',
        heading: '进度',
        cell: ({ stage }) =>
          stage === null ? tag('只有公布的文本', 'plain') : tag(YEAR_STAGE_LABEL[stage], STAGE_TONE[stage]),
      },
      {
        key: 'published',
        heading: '公布',
        cell: ({ published }) =>
          published === null
            ? '尚未公布'
            : html`<a href="${published.href}">${published.on.toString()}${published.version > 1 && `（第 ${published.version} 版）`}</a>`,
      },
    ],
  })}`;
}
