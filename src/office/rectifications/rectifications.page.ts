import { isOverdue, standingFindings } from '../../annual-report/rules/rectification/rectification.ts';
import type { Rectification } from '../../annual-report/rules/rectification/rectification.ts';
import { RECTIFICATION_STAGE_LABEL } from '../../annual-report/rules/rectification/rectification-log.ts';
import type { RectificationStage } from '../../annual-report/rules/rectification/rectification-log.ts';
import type { RectificationFile } from '../../annual-report/store/rectification.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { rectificationPath } from './rectification-paths.ts';

const TONE = {
  open: 'warning',
  answered: 'active',
  closed: 'good',
  withdrawn: 'plain',
} as const satisfies Record<RectificationStage, Tone>;

/** Where a rectification stands, overdue in words. */
export function stageTag(state: Rectification, today: Temporal.PlainDate): Html {
  if (!isOverdue(state, today)) return tag(RECTIFICATION_STAGE_LABEL[state.stage], TONE[state.stage]);
  const late = state.dueOn.until(today, { largestUnit: 'days' }).days;
  return tag(`逾期 ${late} 天`, 'urgent');
}

/** What is most pressing first: overdue, then by the day on which it is due; what is settled comes last. */
function byUrgency(a: RectificationFile, b: RectificationFile): number {
  const rank = { open: 0, answered: 1, closed: 2, withdrawn: 3 } as const;
  return rank[a.state.stage] - rank[b.state.stage] || Temporal.PlainDate.compare(a.state.dueOn, b.state.dueOn);
}

function list(
  caption: string,
  files: readonly RectificationFile[],
  other: { readonly heading: string; readonly nameOf: (file: RectificationFile) => string },
  today: Temporal.PlainDate,
): Html {
  return dataTable<RectificationFile>({
    caption,
    captionUnseen: true,
    empty: '没有整改任务。',
    rows: files.toSorted(byUrgency),
    look: ({ state }) => (isOverdue(state, today) ? 'urgent' : state.stage === 'withdrawn' ? 'quiet' : null),
    columns: [
      {
        key: 'agency',
        heading: other.heading,
        rowHeading: true,
        cell: file => html`<a href="${rectificationPath(file.id)}">${other.nameOf(file)}</a>`,
      },
      { key: 'year', heading: '年度', cell: ({ year }) => `${year} 年` },
      { key: 'findings', heading: '问题', kind: 'figure', cell: ({ state }) => state.findings.length },
      {
        key: 'standing',
        heading: '复核仍存在',
        kind: 'figure',
        cell: ({ state }) => (state.check === null ? '未复核' : standingFindings(state).length),
      },
      { key: 'due', heading: '期限', kind: 'date', cell: ({ state }) => state.dueOn.toString() },
      { key: 'stage', heading: '状态', cell: ({ state }) => stageTag(state, today) },
    ],
  });
}

/** 督促整改: what the office has ordered, and what the officer's agency was ordered. */
export function rectificationsMain(
  ordered: readonly RectificationFile[] | null,
  received: readonly RectificationFile[] | null,
  nameOf: (agency: AgencyCode) => string,
  today: Temporal.PlainDate,
): Html {
  return html`<h1>督促整改</h1>
<p class="lead">年度报告审核发现的问题，由主管部门下达整改任务，机关改正后反馈，再按改正后的报告复核（《政府信息公开条例》第四十七条）。</p>
${
  ordered !== null &&
  html`<section><h2>本机关督办的</h2>
${list('本机关督办的整改任务', ordered, { heading: '整改机关', nameOf: ({ agency }) => nameOf(agency) }, today)}
<p>在<a href="/office/report-analysis">报告分析</a>中打开一个机关的报告，选择问题下达任务。</p></section>
`
}${
    received !== null &&
    html`<section><h2>要求本机关整改的</h2>
${list('要求本机关整改的任务', received, { heading: '督办机关', nameOf: ({ office }) => nameOf(office) }, today)}</section>
`
  }`;
}
