import { ENTERED_FIGURES } from '../../annual-report/rules/year-facts.ts';
import type { FigureForm, FigureKey, YearFacts } from '../../annual-report/rules/year-facts.ts';
import { valueAt } from '../../annual-report/rules/report.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { formPage, formSection } from '../../views/form/form-page.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { yearPath } from './annual-report-paths.ts';

/** What is known of each figure: counted here, entered with its source, and what last year's report said. */
function hintOf({ key }: FigureForm, facts: YearFacts, counted: YearFacts, previous: AnnualReport | null): string {
  const now = facts.figures[key];
  const before = previous === null || !key.startsWith('table2.') ? null : valueAt(previous, key as CellPath);
  const parts = [
    now?.origin === 'entered' ? `已填报，来源：${now.source ?? ''}` : null,
    counted.figures[key]?.origin === 'register' ? `本系统计数：${counted.figures[key].value}` : null,
    before === null ? null : `上年报告：${before}`,
  ].filter(part => part !== null);
  return parts.join('；');
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

const TITLE = (year: number) => `${year} 年的数据`;

/** The figures with where each comes from, for those who do not enter them and once they stand still. */
export function figuresRead(year: number, facts: YearFacts): Html {
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
  ],
})}<p><a href="${yearPath(year)}">返回年度报告</a></p>`;
}

/** The form for figures that no register here counts. */
export function figuresMain(
  year: number,
  version: number,
  {
    facts,
    counted,
    previous,
  }: { readonly facts: YearFacts; readonly counted: YearFacts; readonly previous: AnnualReport | null },
  state: FormState,
): Html {
  const fields = (isOfForm: boolean) =>
    ENTERED_FIGURES.filter(({ key }) => key.startsWith('table2.') === isOfForm).map(figure => {
      const hint = hintOf(figure, facts, counted, previous);
      const unit = unitOf(figure);
      return textField(state, {
        name: figure.key,
        label: figure.name,
        type: 'number',
        width: 'short',
        ...(unit === '' ? {} : { unit }),
        ...(hint === '' ? {} : { hint }),
      });
    });
  return formPage({
    heading: `填报 ${year} 年数据`,
    lead: '登记簿能够计数的不用填；别处管理的数据填在这里，写明来源。没有发生的填 0，不填的在报告里是空格。',
    action: `${yearPath(year)}/figures`,
    state,
    fields: [
      hiddenField('version', version),
      formSection('主动公开政府信息情况（表二）', fields(true)),
      formSection('文字部分用到的数据', fields(false)),
      textField(state, {
        name: 'source',
        label: '数据来源',
        required: true,
        hint: '这一次填写的数据来自哪里，例如“区行政审批系统年度统计表”。',
      }),
    ],
    buttons: [{ text: '保存' }],
    back: { text: '返回', href: yearPath(year) },
    aside: html`<h2>说明</h2><p>行政许可、行政处罚、行政强制填本年作出的全部决定，不论是否公开。行政事业性收费填本年实际收取的金额，信息处理费也在内。</p>`,
  });
}
