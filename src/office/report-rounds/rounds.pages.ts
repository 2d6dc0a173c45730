import type { SubmissionState } from '../../annual-report/rules/collection/collected-report.ts';
import { SUBMISSION_STATE_LABEL, SUBMISSION_STATES } from '../../annual-report/rules/collection/collected-report.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { dateField } from '../../views/form/date-field.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { formPage } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import { membersTable } from './members-form.ts';
import { REPORT_ROUNDS_PATH, roundPath } from './report-round-paths.ts';

export type RoundLine = {
  readonly year: number;
  readonly deadlineOn: Temporal.PlainDate;
  readonly isOpen: boolean;
  readonly states: Readonly<Record<SubmissionState, number>>;
};

const OPEN_PATH = `${REPORT_ROUNDS_PATH}/open`;

/** The years whose reports an office has collected, and the way to the next. */
export function roundsMain(lines: readonly RoundLine[], mayCollect: boolean): Html {
  return html`<h1>年报报送与汇总</h1>
<p class="lead">各机关每年 1 月 31 日前向主管部门提交上一年度的政府信息公开工作年度报告并向社会公布；本级政府的报告在 3 月 31 日前公布（《政府信息公开条例》第四十九条）。</p>
${mayCollect && html`<p>${buttonLink('部署报送', OPEN_PATH, 'main')}</p>`}${dataTable({
    caption: '各年度的报送',
    captionUnseen: true,
    rows: lines,
    empty: '还没有部署过报送。',
    columns: [
      {
        key: 'year',
        heading: '年度',
        rowHeading: true,
        cell: ({ year }) => html`<a href="${roundPath(year)}">${year} 年</a>`,
      },
      { key: 'deadline', heading: '报送期限', kind: 'date', cell: ({ deadlineOn }) => deadlineOn.toString() },
      {
        key: 'open',
        heading: '进度',
        cell: ({ isOpen }) => (isOpen ? tag('进行中', 'active') : tag('已结束', 'good')),
      },
      ...SUBMISSION_STATES.map(state => ({
        key: state,
        heading: SUBMISSION_STATE_LABEL[state],
        kind: 'figure' as const,
        cell: ({ states }: RoundLine) => states[state],
      })),
    ],
  })}`;
}

/** The form with which a round is opened. */
export function openMain(agencies: readonly Agency[], years: readonly number[], state: FormState): Html {
  return formPage({
    heading: '部署年度报告报送',
    lead: '部署以后，各机关的年度报告页面会出现报送期限；没有使用本系统的机关，可以发给报送码，或者由您上传它们公布的报告。',
    action: OPEN_PATH,
    state,
    fields: html`${selectField(state, {
      name: 'year',
      label: '年度',
      required: true,
      width: 'short',
      options: years.map(year => ({ value: String(year), text: `${year} 年` })),
    })}${dateField(state, {
      name: 'deadline',
      label: '报送期限',
      required: true,
      hint: '不迟于次年 1 月 31 日，可以提前；例如 2026-01-26',
    })}${membersTable(state, agencies)}`,
    buttons: [{ text: '部署报送' }],
    back: { text: '返回', href: REPORT_ROUNDS_PATH },
  });
}

/** The form with which deadline and members are changed while a round runs. */
export function changeMain(year: number, agencies: readonly Agency[], state: FormState): Html {
  return formPage({
    heading: `调整 ${year} 年度报告的报送`,
    lead: '已经报送的机关不能移出；报送有误的请退回。',
    action: `${roundPath(year)}/change`,
    state,
    fields: html`${dateField(state, { name: 'deadline', label: '报送期限', required: true })}${membersTable(state, agencies)}`,
    buttons: [{ text: '保存' }],
    back: { text: '返回', href: roundPath(year) },
  });
}
