import type { PeriodEnd } from '../../calendar/period-end.ts';
import { citationText } from '../../law/citation.ts';
import { REDRESS_COLUMN_LABEL, REDRESS_GROUP_LABEL } from '../../law/report-form/table-four.ts';
import { findClosing, groupOf } from '../../disputes/rules/dispute.ts';
import type { Dispute } from '../../disputes/rules/dispute.ts';
import type { DisputeId } from '../../disputes/rules/dispute-id.ts';
import { DISPUTE_ACT_LABEL, PROCEDURE_LABEL, RESPONDENT_ROLE_LABEL } from '../../disputes/rules/dispute-log.ts';
import type { DisputeEntry } from '../../disputes/rules/dispute-log.ts';
import { findResultRule, resultsOf } from '../../disputes/rules/dispute-result.ts';
import type { DisputeResult } from '../../disputes/rules/dispute-result.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { dateField } from '../../views/form/date-field.ts';
import { buttonLink, formButtons } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { casePath } from '../letters/letter-paths.ts';
import { DISPUTES_PATH, disputePath } from './dispute-paths.ts';

export type DisputeLine = { readonly id: DisputeId; readonly dispute: Dispute; readonly number: string | null };

const subjectOf = ({ dispute, number }: DisputeLine): string =>
  [number === null ? null : `申请 ${number} 的答复`, dispute.matter].filter(part => part !== null).join('，');

export function resultText({ disputeKind }: Dispute, result: DisputeResult): string {
  const rule = findResultRule(disputeKind, result);
  return rule === undefined ? result : `${rule.label}（${REDRESS_COLUMN_LABEL[rule.column]}）`;
}

function standing(dispute: Dispute): Html {
  const closing = findClosing(dispute);
  return closing === undefined ? tag('未审结', 'active') : tag(resultText(dispute, closing.result), 'good');
}

/** The register of disputes, or those behind a cell of table four. */
export function disputesMain(lines: readonly DisputeLine[], cell: string | null, mayEnter: boolean): Html {
  return html`<h1>行政复议和行政诉讼</h1>
<p class="lead">${
    cell === null
      ? '因政府信息公开工作被申请行政复议、被提起行政诉讼的案件；年度报告第四部分由这里计数。'
      : html`${cell} <a href="${DISPUTES_PATH}">查看全部</a>`
  }</p>
${mayEnter && html`<p>${buttonLink('登记案件', `${DISPUTES_PATH}/new`, 'main')}</p>`}
${dataTable({
  caption: '案件',
  captionUnseen: true,
  rows: lines,
  empty: '没有案件。',
  columns: [
    {
      key: 'subject',
      heading: '争议的事项',
      rowHeading: true,
      cell: line => html`<a href="${disputePath(line.id)}">${subjectOf(line)}</a>`,
    },
    { key: 'group', heading: '种类', cell: ({ dispute }) => REDRESS_GROUP_LABEL[groupOf(dispute)] },
    { key: 'organ', heading: '复议机关或者法院', cell: ({ dispute }) => dispute.organ },
    { key: 'filed', heading: '提起日期', kind: 'date', cell: ({ dispute }) => dispute.filedOn.toString() },
    { key: 'standing', heading: '结果', cell: ({ dispute }) => standing(dispute) },
    {
      key: 'closed',
      heading: '办结日期',
      kind: 'date',
      cell: ({ dispute }) => findClosing(dispute)?.on.toString() ?? '',
    },
  ],
})}`;
}

export type DisputePage = {
  readonly line: DisputeLine;
  readonly log: readonly DisputeEntry[];
  readonly names: ReadonlyMap<string, string>;
  /** Null where the officer may not see personal data. */
  readonly party: string | null;
  readonly answerDue: PeriodEnd | null;
  readonly before: DisputeLine | null;
  /** What is wrong with the way it took; null where nothing is. */
  readonly conflict: string | null;
  readonly mayAct: boolean;
  readonly state: FormState;
  readonly today: Temporal.PlainDate;
};

function closingForm({ line: { id, dispute }, state, today }: DisputePage): Html {
  return html`<form class="card form" method="post" action="${disputePath(id)}/close" novalidate>
<h2>登记结果</h2>
${hiddenField('version', dispute.version)}${selectField(state, {
    name: 'result',
    label: '结果',
    required: true,
    unchosen: '请选择',
    options: resultsOf(dispute.disputeKind).map(result => {
      const rule = findResultRule(dispute.disputeKind, result)!;
      return {
        value: result,
        text: `${rule.label} — ${REDRESS_COLUMN_LABEL[rule.column]}（${citationText(rule.basis)}）`,
      };
    }),
  })}${dateField(state, {
    name: 'on',
    label: '决定、裁判的日期',
    required: true,
    latest: today,
    hint: '计入这一天所在年度的报告，例如 2026-06-18',
  })}${textField(state, { name: 'ordered', label: '责令本机关做什么', hint: '例如重新答复；没有就不填。' })}${dateField(
    state,
    { name: 'orderedOn', label: '最迟履行的日期' },
  )}
${formButtons([{ text: '登记结果' }])}</form>
`;
}

function reopeningForm({ line: { id, dispute }, state, today }: DisputePage): Html {
  return html`<details${state.problems.length > 0 && html` open`}><summary>继续审理（上诉、再审、恢复）</summary>
<form class="form" method="post" action="${disputePath(id)}/reopen" novalidate>
<p class="quiet">同一案件只计一次，按最后的结果计入。</p>
${hiddenField('version', dispute.version)}${dateField(state, { name: 'on', label: '日期', required: true, latest: today })}${textArea(
    state,
    { name: 'reason', label: '原因', required: true, rows: 2, limit: 200 },
  )}
${formButtons([{ text: '继续审理', look: 'plain' }])}</form></details>
`;
}

function entryText({ act }: DisputeEntry, dispute: Dispute): string {
  switch (act.kind) {
    case 'entered':
      return '';
    case 'amended':
      return act.reason;
    case 'closed': {
      const ordered =
        act.ordered === null
          ? ''
          : `；${act.ordered}${act.orderedOn === null ? '' : `，最迟 ${act.orderedOn.toString()}`}`;
      return `${act.on.toString()} ${resultText(dispute, act.result)}${ordered}`;
    }
    case 'reopened':
      return `${act.on.toString()} ${act.reason}`;
  }
}

/** One dispute: what is known, how it ended, everything that was entered. */
export function disputeMain(page: DisputePage): Html {
  const { line, log, names, party, answerDue, before, conflict, mayAct, state } = page;
  const { dispute, id } = line;
  const isOpen = findClosing(dispute) === undefined;
  return html`${errorSummary(state.problems)}
<h1>${subjectOf(line)}</h1>
${conflict !== null && notice('warning', `${conflict}。答辩时可以提出；漏选了此前的行政复议的，请更正登记的内容。`)}
${descriptionList([
  { term: '种类', detail: REDRESS_GROUP_LABEL[groupOf(dispute)] },
  { term: '结果', detail: standing(dispute) },
  { term: '本机关的地位', detail: RESPONDENT_ROLE_LABEL[dispute.role] },
  dispute.application !== null && {
    term: '申请',
    detail: html`<a href="${casePath(dispute.application)}">${line.number ?? '查看申请'}</a>`,
  },
  before !== null && {
    term: '此前的行政复议',
    detail: html`<a href="${disputePath(before.id)}">${subjectOf(before)}</a>`,
  },
  {
    term: dispute.disputeKind === 'reconsideration' ? '复议申请人' : '原告',
    detail: party ?? '（不显示）',
  },
  { term: '复议机关或者法院', detail: dispute.organ },
  dispute.reference !== null && { term: '案号', detail: dispute.reference },
  { term: '程序', detail: PROCEDURE_LABEL[dispute.procedure] },
  { term: '提起日期', detail: dispute.filedOn.toString() },
  dispute.servedOn !== null && { term: '收到副本', detail: dispute.servedOn.toString() },
  isOpen &&
    answerDue !== null && {
      term: '最迟答复、答辩',
      detail: html`${answerDue.lastDay.toString()}${answerDue.provisional && html`<span class="quiet">（这一年的工作日安排还没有公布）</span>`}`,
    },
])}
${mayAct && html`<p>${buttonLink('更正登记的内容', `${disputePath(id)}/amend`)}</p>`}
${mayAct && (isOpen ? closingForm(page) : reopeningForm(page))}
<h2>登记记录</h2>
${dataTable({
  caption: '登记记录',
  captionUnseen: true,
  rows: log,
  empty: '没有记录。',
  columns: [
    { key: 'act', heading: '事项', rowHeading: true, cell: ({ act }) => DISPUTE_ACT_LABEL[act.kind] },
    { key: 'what', heading: '内容', cell: entry => entryText(entry, dispute) },
    { key: 'by', heading: '经办人', cell: ({ by }) => (by === null ? '系统' : (names.get(by) ?? '')) },
    { key: 'at', heading: '时间', kind: 'date', cell: ({ at }) => instantText(at) },
  ],
})}`;
}
