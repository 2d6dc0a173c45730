import { changesSince } from '../../annual-report/rules/figure-change.ts';
import type { ReportYear } from '../../annual-report/rules/report-year.ts';
import { ENTERED_FIGURES } from '../../annual-report/rules/year-facts.ts';
import type { FigureForm, FigureKey, YearFacts } from '../../annual-report/rules/year-facts.ts';
import type { ProposalOrigin } from '../../annual-report/rules/year-log.ts';
import { valueAt } from '../../annual-report/rules/report.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import { ACCEPTED_EXTENSIONS } from '../../platform/files/upload-kind.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { fileField } from '../../views/form/file-field.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { formPage, formSection } from '../../views/form/form-page.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { yearPath } from './annual-report-paths.ts';
import { CHANGE_COLUMNS, evidenceLink } from './proposals.page.ts';
import type { EvidenceNames } from './proposals.page.ts';

export type FiguresView = {
  readonly year: number;
  readonly state: ReportYear;
  readonly facts: YearFacts;
  /** What the registers count without anything entered. */
  readonly counted: YearFacts;
  readonly previous: AnnualReport | null;
  readonly evidence: EvidenceNames;
  /** The system that figures can be had from; null where none is configured. */
  readonly feedHost: string | null;
};

/** What is known of a figure: counted here, entered with its source and proof, and what last year's report said. */
function hintOf({ key }: FigureForm, { year, facts, state, counted, previous, evidence }: FiguresView): HtmlValue {
  const now = facts.figures[key];
  const link = evidenceLink(year, state.entered[key]?.evidence, evidence);
  const before = previous === null || !key.startsWith('table2.') ? null : valueAt(previous, key as CellPath);
  const parts = [
    now?.origin === 'entered' ? html`已填报，来源：${now.source ?? ''}${link !== null && html`（${link}）`}` : null,
    counted.figures[key]?.origin === 'register' ? `本系统计数：${counted.figures[key].value}` : null,
    before === null ? null : `上年报告：${before}`,
  ].filter(part => part !== null);
  return parts.map((part, index) => [index > 0 && '；', part]);
}

const unitOf = ({ unit, key }: FigureForm): string =>
  unit === 'wan-yuan' ? '万元' : key.startsWith('work.') ? '' : '件';

export function valuesOfFigures(facts: YearFacts): FormValues {
  return Object.fromEntries(
    ENTERED_FIGURES.flatMap(({ key }): [string, string][] => {
      const figure = facts.figures[key];
      return figure?.origin === 'entered' ? [[key, String(figure.value)]] : [];
    }),
  );
}

/** The figures of a form that differ from what is entered already; a field left empty enters nothing. */
export function readFigures(
  valueOf: (name: string) => string,
  facts: YearFacts,
): {
  readonly figures: Partial<Record<FigureKey, number>>;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
} {
  const figures: Partial<Record<FigureKey, number>> = {};
  const problems: { field: string; message: string }[] = [];
  for (const { key, name } of ENTERED_FIGURES) {
    const text = valueOf(key).trim();
    if (text === '') continue;
    if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) problems.push({ field: key, message: `${name}请填数字，例如 12` });
    else if (facts.figures[key]?.origin !== 'entered' || facts.figures[key].value !== Number(text))
      figures[key] = Number(text);
  }
  return { figures, problems };
}

/** As uploads may be. */
const MAX_MEGABYTES = 20;

const TITLE = (year: number) => `${year} 年的数据`;

/** The figures with where each comes from, for those who do not enter them and once they stand still. */
export function figuresRead(year: number, facts: YearFacts, state: ReportYear, evidence: EvidenceNames): Html {
  return html`<h1>${TITLE(year)}</h1>
${dataTable({
  caption: TITLE(year),
  captionUnseen: true,
  rows: ENTERED_FIGURES,
  empty: '没有数据。',
  columns: [
    { key: 'name', heading: '项目', rowHeading: true, cell: ({ key, name }) => html`<span id="${key}">${name}</span>` },
    { key: 'value', heading: '数量', kind: 'figure', cell: ({ key }) => facts.figures[key]?.value ?? '未填' },
    {
      key: 'source',
      heading: '来源',
      cell: ({ key }) => {
        const figure = facts.figures[key];
        if (figure === undefined) return '';
        return figure.origin === 'register' ? '本系统计数' : (figure.source ?? '');
      },
    },
    {
      key: 'evidence',
      heading: '佐证',
      cell: ({ key }) => evidenceLink(year, state.entered[key]?.evidence, evidence) ?? '',
    },
    { key: 'why', heading: '与上年相差较大的原因', cell: ({ key }) => state.entered[key]?.explanation ?? '' },
  ],
})}<p><a href="${yearPath(year)}">返回年度报告</a></p>`;
}

const ORIGIN_NAME = { file: '文件', feed: '双公示系统' } as const satisfies Record<ProposalOrigin, string>;

function proposalsPart({ year, state, feedHost }: FiguresView): Html {
  return html`<p>${buttonLink(feedHost === null ? '从文件导入' : '从文件或者双公示系统导入', `${yearPath(year)}/figures/import`)}</p>
${
  state.proposals.length > 0 &&
  html`<h2>待核对的导入数据</h2>
<ul>${state.proposals.map(
    ({ sequence, by, source, figures }) =>
      html`<li><a href="${yearPath(year)}/figures/proposals/${sequence}">${source}</a>（${ORIGIN_NAME[by]}，${Object.keys(figures).length} 项）</li>
`,
  )}</ul>`
}`;
}

/** The form for figures that no register here counts. */
export function figuresMain(view: FiguresView, state: FormState): Html {
  const { year, previous, facts } = view;
  const fields = (isOfForm: boolean) =>
    ENTERED_FIGURES.filter(({ key }) => key.startsWith('table2.') === isOfForm).map(figure => {
      const unit = unitOf(figure);
      return textField(state, {
        name: figure.key,
        label: figure.name,
        type: 'number',
        width: 'short',
        ...(unit === '' ? {} : { unit }),
        hint: hintOf(figure, view),
      });
    });
  const entered = Object.fromEntries(Object.entries(facts.figures).map(([key, { value }]) => [key, value])) as Partial<
    Record<FigureKey, number>
  >;
  const changes = changesSince(previous, entered).filter(({ before }) => before !== null);
  return html`${formPage({
    heading: `填报 ${year} 年数据`,
    lead: '登记簿能够计数的不用填；别处管理的数据填在这里，写明来源。没有发生的填 0，不填的在报告里是空格。',
    action: `${yearPath(year)}/figures`,
    state,
    files: true,
    fields: [
      hiddenField('version', view.state.version),
      formSection('主动公开政府信息情况（表二）', fields(true)),
      formSection('文字部分用到的数据', fields(false)),
      textField(state, {
        name: 'source',
        label: '数据来源',
        required: true,
        hint: '这一次填写的数据来自哪里，例如“区行政审批系统年度统计表”。',
      }),
      fileField(state, {
        name: 'evidence',
        label: '佐证材料',
        hint: '统计表、系统截图等，留存备查，不公开。',
        accept: ACCEPTED_EXTENSIONS,
        maxMegabytes: MAX_MEGABYTES,
      }),
      textArea(state, {
        name: 'explanation',
        label: '与上年相差较大的原因',
        hint: '超过上年一倍或者不到一半的数据需要写明。',
        rows: 2,
        limit: 500,
      }),
    ],
    buttons: [{ text: '保存' }],
    back: { text: '返回', href: yearPath(year) },
    aside: html`<h2>说明</h2><p>行政许可、行政处罚、行政强制填本年作出的全部决定，不论是否公开。行政事业性收费填本年实际收取的金额，信息处理费也在内。</p>
${proposalsPart(view)}`,
  })}${
    changes.length > 0 &&
    html`<h2>与上年报告相比</h2>
${dataTable({ caption: '与上年报告相比', captionUnseen: true, rows: changes, empty: '没有上年报告。', columns: CHANGE_COLUMNS })}`
  }`;
}
