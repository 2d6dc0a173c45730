import { placeInWords } from '../../annual-report/render/check-up-document.ts';
import { standingFindings } from '../../annual-report/rules/rectification/rectification.ts';
import {
  RECHECK_VERDICT_LABEL,
  RECTIFICATION_ACT_LABEL,
  RECTIFICATION_ACTS_OPEN_IN,
} from '../../annual-report/rules/rectification/rectification-log.ts';
import type {
  OrderedFinding,
  RecheckVerdict,
  RectificationAct,
  RectificationActKind,
} from '../../annual-report/rules/rectification/rectification-log.ts';
import type { RectificationFile } from '../../annual-report/store/rectification.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { dateField } from '../../views/form/date-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { levelBadge } from '../../views/level-badge/level-badge.ts';
import { pageHeading } from '../../views/page-heading/page-heading.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { timeline } from '../../views/timeline/timeline.ts';
import { instantText } from '../instant-text.ts';
import { rectificationPath } from './rectification-paths.ts';
import { stageTag } from './rectifications.page.ts';

export type RectificationScene = {
  readonly file: RectificationFile;
  readonly nameOf: (agency: AgencyCode) => string;
  readonly staffNames: ReadonlyMap<StaffId, string>;
  /** The acts that the officer may do, of those that may follow now. */
  readonly may: ReadonlySet<RectificationActKind>;
  readonly today: Temporal.PlainDate;
  readonly form: FormState;
};

const VERDICT_TONE = { mended: 'good', stands: 'urgent', waived: 'plain' } as const satisfies Record<
  RecheckVerdict,
  Tone
>;

function detailOf(act: RectificationAct): HtmlValue {
  switch (act.kind) {
    case 'ordered':
      return html`<p>${act.demand}</p><p>期限：${act.dueOn.toString()}，问题 ${act.findings.length} 个。</p>`;
    case 'answered':
      return html`<p>${act.statement}</p>`;
    case 'checked': {
      const counted = Map.groupBy(act.verdicts, ({ verdict }) => verdict);
      return html`<p>${[...counted].map(([verdict, list]) => `${RECHECK_VERDICT_LABEL[verdict]} ${list.length} 个`).join('，')}。</p>`;
    }
    case 'returned':
      return html`<p>${act.reason}</p><p>新的期限：${act.dueOn.toString()}。</p>`;
    case 'closed':
    case 'withdrawn':
      return act.reason === '' ? null : html`<p>${act.reason}</p>`;
  }
}

function findingsTable({ file }: RectificationScene): Html {
  const { findings, check } = file.state;
  const verdicts = new Map(check?.verdicts.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  return dataTable<OrderedFinding>({
    caption: '要整改的问题',
    captionUnseen: true,
    empty: '没有问题。',
    rows: findings,
    columns: [
      { key: 'level', heading: '级别', cell: ({ level }) => levelBadge(level) },
      {
        key: 'message',
        heading: '问题',
        rowHeading: true,
        cell: ({ message, quote }) =>
          html`${message}${quote !== '' && html`<span class="quiet">　原文：“${quote}”</span>`}`,
      },
      { key: 'where', heading: '位置', cell: ({ where }) => placeInWords(where) },
      { key: 'suggestion', heading: '建议', cell: ({ suggestion }) => suggestion },
      {
        key: 'verdict',
        heading: check?.isCurrent === false ? '上次复核' : '复核',
        cell: ({ fingerprint }) => {
          const verdict = verdicts.get(fingerprint);
          return verdict === undefined ? '未复核' : tag(RECHECK_VERDICT_LABEL[verdict], VERDICT_TONE[verdict]);
        },
      },
    ],
  });
}

type ActForm = {
  readonly text: string;
  readonly fields: (scene: RectificationScene) => HtmlValue;
  readonly look?: 'plain' | 'danger';
};

const FORMS: Readonly<Partial<Record<RectificationActKind, ActForm>>> = {
  answered: {
    text: '反馈整改情况',
    fields: ({ form }) =>
      textArea(form, {
        name: 'statement',
        label: '整改情况',
        required: true,
        rows: 5,
        limit: 2000,
        hint: '每个问题做了什么、什么时候改好；已经公布的报告是否更正公布。',
      }),
  },
  checked: {
    text: '按现在的报告复核',
    fields: () => html`<p>对这个机关现在的报告重新审核，逐个核对上面的问题。</p>`,
  },
  closed: {
    text: '办结',
    fields: ({ file, form }) =>
      standingFindings(file.state).length > 0
        ? textArea(form, { name: 'reason', label: '仍有问题而办结的理由', required: true, rows: 3, limit: 2000 })
        : html`<p>复核没有问题，可以办结。</p>`,
  },
  returned: {
    text: '退回继续整改',
    look: 'plain',
    fields: ({ form, today }) =>
      html`${textArea(form, { name: 'comment', label: '还有哪些没有改好', required: true, rows: 3, limit: 2000 })}${dateField(
        form,
        {
          name: 'dueOn',
          label: '新的期限',
          required: true,
          earliest: today,
        },
      )}`,
  },
  withdrawn: {
    text: '撤销任务',
    look: 'danger',
    fields: ({ form }) => textArea(form, { name: 'why', label: '撤销的理由', required: true, rows: 2, limit: 2000 }),
  },
};

function actPart(scene: RectificationScene, kind: RectificationActKind): Html | null {
  const form = FORMS[kind];
  if (form === undefined || !scene.may.has(kind)) return null;
  const { id, state } = scene.file;
  return html`<form class="card form" method="post" action="${rectificationPath(id)}/${kind}" novalidate aria-label="${RECTIFICATION_ACT_LABEL[kind]}">
${hiddenField('version', state.version)}${form.fields(scene)}
${formButtons([{ text: form.text, ...(form.look === undefined ? {} : { look: form.look }) }])}</form>
`;
}

/** One rectification: what is to be mended, what has happened, and what can be done now. */
export function rectificationMain(scene: RectificationScene): Html {
  const { file, nameOf, staffNames, today, form } = scene;
  const { agency, office, year, state, log } = file;
  const open: readonly RectificationActKind[] = RECTIFICATION_ACTS_OPEN_IN[state.stage];
  const acts = open.flatMap(kind => actPart(scene, kind) ?? []);
  return html`${errorSummary(form.problems)}${pageHeading(`${nameOf(agency)}：${year} 年度报告整改`, null, stageTag(state, today))}
${descriptionList([
  { term: '督办机关', detail: nameOf(office) },
  { term: '整改机关', detail: nameOf(agency) },
  { term: '整改要求', detail: state.demand },
  { term: '期限', detail: state.dueOn.toString() },
  state.returnedReason !== null && { term: '退回的意见', detail: state.returnedReason },
  state.answer !== null && { term: '整改情况', detail: state.answer.statement },
])}<section><h2>要整改的问题</h2>
${findingsTable(scene)}</section>
${
  acts.length > 0 &&
  html`<section><h2>办理</h2>
${acts}</section>
`
}<section><h2>办理经过</h2>
${timeline(
  '办理经过',
  log.map(({ act, at, by }) => ({
    title: RECTIFICATION_ACT_LABEL[act.kind],
    state: act.kind === 'withdrawn' ? 'failed' : 'done',
    when: `${instantText(at)}${by === null ? '' : `　${staffNames.get(by) ?? ''}`}`,
    detail: detailOf(act),
  })),
)}</section>
`;
}
