import { changesSince } from '../../annual-report/rules/figure-change.ts';
import type { FigureChange } from '../../annual-report/rules/figure-change.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import type { Proposal } from '../../annual-report/rules/report-year.ts';
import type { YearFacts } from '../../annual-report/rules/year-facts.ts';
import type { EvidenceId } from '../../annual-report/rules/year-log.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import type { Column } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { formPage } from '../../views/form/form-page.ts';
import { findProblem } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import { yearPath } from './annual-report-paths.ts';

/** As uploads may be. */
const MAX_MEGABYTES = 20;

/** The names of the files of a year that prove figures. */
export type EvidenceNames = ReadonlyMap<EvidenceId, { readonly name: string }>;

/** A link to what proves a figure; nothing where nothing does. */
export function evidenceLink(year: number, id: EvidenceId | null | undefined, names: EvidenceNames): Html | null {
  const name = id === null || id === undefined ? undefined : names.get(id)?.name;
  return name === undefined ? null : html`<a href="${yearPath(year)}/evidence/${id}" download>${name}</a>`;
}

const ratioText = ({ before, after, ratio }: FigureChange): string => {
  if (before === null) return '上年没有';
  if (ratio === null) return before === after ? '持平' : '上年为 0';
  return `${ratio > 0 ? '+' : ''}${ratio}%`;
};

/** Figures beside last year's report: how far they are from it, and which are to be explained. */
export const CHANGE_COLUMNS: readonly Column<FigureChange>[] = [
  { key: 'name', heading: '项目', rowHeading: true, cell: ({ name }) => name },
  { key: 'after', heading: '本年', kind: 'figure', cell: ({ after }) => after },
  { key: 'before', heading: '上年报告', kind: 'figure', cell: ({ before }) => before ?? '—' },
  { key: 'ratio', heading: '变化', kind: 'figure', cell: ratioText },
  { key: 'why', heading: '说明', cell: ({ asksWhy }) => (asksWhy ? tag('需要写明原因', 'warning') : '') },
];

/** The form that imports figures from a file, and the act that asks the other system for them. */
export function importFiguresMain(year: number, version: number, feedHost: string | null, state: FormState): Html {
  const pull = findProblem(state, 'pull');
  return html`${formPage({
    heading: `导入 ${year} 年数据`,
    lead: '导入的数据先列出来核对，采用以后才写进报告。',
    action: `${yearPath(year)}/figures/import`,
    state,
    files: true,
    fields: [
      hiddenField('version', version),
      fileField(state, {
        name: 'file',
        label: '数据文件',
        required: true,
        accept: ['.xlsx', '.csv', '.txt'],
        maxMegabytes: MAX_MEGABYTES,
        hint: '每行一个项目和本年的数，例如“行政许可”“1204”；收费写明万元或者元。文件随数据留存。',
      }),
      textField(state, { name: 'source', label: '数据来源', required: true, hint: '例如“区行政审批系统年度统计表”。' }),
    ],
    buttons: [{ text: '读取' }],
    back: { text: '返回', href: `${yearPath(year)}/figures` },
  })}${
    feedHost !== null &&
    html`<form class="card form" method="post" action="${yearPath(year)}/figures/pull" novalidate>
<h2 id="pull" tabindex="-1">从双公示系统取得</h2>
${pull !== undefined && html`<p class="field-problem">${pull}</p>`}
<p>向 ${feedHost} 取得本机关 ${year} 年的行政许可、行政处罚等数据。</p>
${hiddenField('version', version)}${formButtons([{ text: '取得数据', look: 'plain' }])}</form>
`
  }`;
}

export type ProposalView = {
  readonly year: number;
  readonly version: number;
  readonly proposal: Proposal;
  readonly facts: YearFacts;
  readonly previous: AnnualReport | null;
  readonly evidence: EvidenceNames;
};

/** Imported figures beside what is entered and what last year's report said, to be taken or declined. */
export function proposalMain(view: ProposalView, state: FormState): Html {
  const { year, version, proposal, facts, previous, evidence } = view;
  const changes = changesSince(previous, proposal.figures);
  const path = `${yearPath(year)}/figures/proposals/${proposal.sequence}`;
  const now: Column<FigureChange> = {
    key: 'now',
    heading: '现有数据',
    kind: 'figure',
    cell: ({ key }) => facts.figures[key]?.value ?? '未填',
  };
  return html`${errorSummary(state.problems)}<h1>核对导入的 ${year} 年数据</h1>
${descriptionList([
  { term: '来源', detail: proposal.source },
  { term: '文件', detail: evidenceLink(year, proposal.evidence, evidence) ?? '没有' },
])}
${dataTable({
  caption: '导入的数据',
  captionUnseen: true,
  rows: changes,
  empty: '没有数据。',
  columns: [...CHANGE_COLUMNS.slice(0, 2), now, ...CHANGE_COLUMNS.slice(2)],
})}
<form class="card form" method="post" action="${path}/take" novalidate>
${hiddenField('version', version)}${
    changes.some(({ asksWhy }) => asksWhy) &&
    textArea(state, {
      name: 'explanation',
      label: '与上年相差较大的原因',
      required: true,
      rows: 3,
      limit: 500,
    })
  }
${formButtons([{ text: '采用这些数据' }], { text: '返回', href: `${yearPath(year)}/figures` })}</form>
<details${findProblem(state, 'reason') !== undefined && html` open`}><summary>不采用</summary>
<form class="form" method="post" action="${path}/decline" novalidate>
${hiddenField('version', version)}${textArea(state, { name: 'reason', label: '不采用的原因', required: true, rows: 2, limit: 500 })}
${formButtons([{ text: '不采用', look: 'plain' }])}</form></details>
`;
}
