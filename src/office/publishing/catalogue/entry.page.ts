import type { Agency, AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import { CATALOGUE_ACT_LABEL } from '../../../publishing/rules/catalogue/catalogue-act.ts';
import type { CatalogueAct, CatalogueLogEntry } from '../../../publishing/rules/catalogue/catalogue-act.ts';
import { LEVEL_LABEL } from '../../../publishing/rules/catalogue/coverage.ts';
import { CYCLE_LABEL, CYCLES, deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import { OCCASION_STATE_LABEL } from '../../../publishing/rules/catalogue/duties.ts';
import type { Duty, Occasion } from '../../../publishing/rules/catalogue/duties.ts';
import { matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { checkboxField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { instantText } from '../../instant-text.ts';
import { itemStageTag } from '../stage-tag.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { entriesAddress, entryPath } from './catalogue-paths.ts';
import { agencyNameOf } from './coverage.page.ts';
import { occasionText, standingTag } from './entries.page.ts';

export type EntryContent = {
  readonly one: CatalogueOnDay['entries'][number];
  readonly agencies: readonly Agency[];
  readonly lines: ReadonlyMap<ItemId, ItemLine>;
  readonly log: readonly CatalogueLogEntry[];
  readonly wordings: readonly { readonly since: number; readonly deadlineText: string; readonly publisher: string }[];
  /** The agency whose items the officer may open; those of others are seen as the public sees them. */
  readonly reads: AgencyCode | null;
  /** Published items that may fulfil the entry, the likeliest first. */
  readonly proposed: readonly ItemLine[];
  readonly staff: ReadonlyMap<StaffId, string>;
  /** Agencies for which the officer may link and note; the keeper's officer for all. */
  readonly actsFor: readonly Agency[];
  readonly mayKeep: boolean;
  /** The form that was refused, and what is wrong with it. */
  readonly refused: { readonly act: string; readonly state: FormState } | null;
};

const EMPTY: FormState = { values: {}, problems: [] };
const stateOf = ({ refused }: EntryContent, act: string): FormState => (refused?.act === act ? refused.state : EMPTY);

function factsSection({ one: { entry, state } }: EntryContent): Html {
  const { audience, ways, levels, channels } = entry;
  return html`<section class="card" aria-labelledby="facts-heading"><h2 id="facts-heading">目录的规定</h2>
${descriptionList([
  { term: '领域', detail: html`<a href="${entriesAddress({ field: entry.field })}">${entry.field}</a>` },
  { term: '公开内容（要素）', detail: entry.elements },
  { term: '公开依据', detail: entry.basis === '' ? '没有写明' : entry.basis },
  {
    term: '公开时限',
    detail: html`${entry.deadlineText === '' ? '没有写明' : entry.deadlineText}<br><span class="quiet">按“${deadlineText(state.deadline ?? entry.deadline)}”计算${state.deadline !== null && '（人工明确）'}</span>`,
  },
  { term: '公开主体', detail: entry.publisher },
  { term: '公开渠道和载体', detail: channels.join('、') || '没有写明' },
  { term: '公开对象', detail: audience === null ? '没有勾选' : audience === 'everyone' ? '全社会' : '特定群众' },
  {
    term: '公开方式',
    detail: ways.map(way => (way === 'proactive' ? '主动' : '依申请')).join('、') || '没有勾选',
  },
  { term: '公开层级', detail: levels.map(level => LEVEL_LABEL[level]).join('、') || '没有写明' },
])}</section>
`;
}

function itemLink({ reads }: EntryContent, { id, agency, title, address, visibility }: ItemLine): HtmlValue {
  if (agency === reads) return html`<a href="${itemPath(id)}">${title}</a>`;
  return visibility === 'public' && address !== null ? html`<a href="${address}">${title}</a>` : title;
}

function occasionsTable(content: EntryContent, occasions: readonly Occasion[]): HtmlValue {
  const { lines } = content;
  if (occasions.length === 0) return null;
  return dataTable<Occasion>({
    caption: '一年以来应当公开的',
    captionUnseen: true,
    columns: [
      {
        key: 'about',
        heading: '应当公开的',
        rowHeading: true,
        cell: ({ about, item }) => {
          const line = item === null ? undefined : lines.get(item);
          const title = line === undefined ? null : itemLink(content, line);
          return about === null ? title : html`${about}${title !== null && html`<span class="quiet">${title}</span>`}`;
        },
      },
      { key: 'due', heading: '期限', kind: 'date', cell: ({ dueOn }) => dueOn.toString() },
      {
        key: 'state',
        heading: '情况',
        cell: occasion =>
          html`${OCCASION_STATE_LABEL[occasion.state]}<span class="quiet">${occasionText(occasion)}</span>`,
      },
    ],
    rows: occasions,
    empty: '',
    look: ({ state }) => (state === 'overdue' ? 'urgent' : null),
  });
}

function dutySection(content: EntryContent, duty: Duty, at: number): Html {
  const { lines, agencies } = content;
  const { agency, standing, reason, occasions, items } = duty;
  const name = agencyNameOf(agencies, agency);
  return html`<section class="card" aria-labelledby="duty-${at}"><h2 id="duty-${at}">${name} ${standingTag(standing)}</h2>
${reason !== null && html`<p>不适用：${reason}</p>`}
${agency === null && notice('warning', '公开主体没有对应到本系统的机关，请目录的维护人员在右边明确。')}
${occasionsTable(content, occasions)}
${
  items.length === 0
    ? html`<p class="quiet">还没有关联的公开信息。</p>`
    : html`<h3>关联的公开信息（${items.length}）</h3>
<ul class="plain-list linked-items">${items.map(({ item }) => {
        const line = lines.get(item);
        return (
          line !== undefined &&
          html`<li>${itemLink(content, line)} <span class="quiet">${line.publishedOn?.toString()}</span></li>
`
        );
      })}</ul>`
}</section>
`;
}

/** A small form of one act on the entry. */
const actForm = (content: EntryContent, act: string, fields: HtmlValue, button: string): Html =>
  html`<form class="entry-act" method="post" action="${entryPath(content.one.entry.id)}/${act}" novalidate>
${fields}<div class="actions">${submitButton({ text: button, look: 'plain' })}</div></form>
`;

function agencyField(content: EntryContent, state: FormState, name: string): HtmlValue {
  const { actsFor } = content;
  if (actsFor.length === 1) return hiddenField(name, actsFor[0]!.code);
  return selectField(state, {
    name,
    label: '公开主体',
    options: actsFor.map(({ code, shortName }) => ({ value: code, text: shortName })),
  });
}

function proposalsSection(content: EntryContent): Html | false {
  const { proposed, actsFor, one, lines } = content;
  if (actsFor.length === 0) return false;
  const state = stateOf(content, 'link');
  const drafts = one.state.links.flatMap(({ item }) => {
    const line = lines.get(item);
    return line === undefined || line.visibility === 'public' ? [] : [line];
  });
  return html`<section class="card" aria-labelledby="link-heading"><h2 id="link-heading">关联公开信息</h2>
${
  drafts.length > 0 &&
  html`<p>关联着还没有公开或者已经撤下的：</p>
<ul class="plain-list">${drafts.map(line => html`<li><a href="${itemPath(line.id)}">${line.title}</a> ${itemStageTag(line.stage)}</li>`)}</ul>`
}
<form class="form" method="post" action="${entryPath(one.entry.id)}/link" novalidate>
${
  proposed.length > 0 &&
  checkboxField(state, {
    name: 'item',
    label: '标题和栏目相近的',
    choices: proposed.map(({ id, title, publishedOn }) => ({
      value: id,
      text: title,
      hint: publishedOn?.toString() ?? '',
    })),
  })
}${textField(state, { name: 'reference', label: '其他信息', hint: '填文号、索引号或者本门户的网址', autocomplete: 'off' })}${agencyField(content, state, 'agency')}<div class="actions">${submitButton({ text: '关联' })}</div></form>
<p><a href="${PUBLISHING_PATH}/new">起草新的信息</a>，保存以后在这里用索引号关联；公开以前就开始计算期限。</p></section>
`;
}

function deadlineForm(content: EntryContent): Html {
  const state = stateOf(content, 'deadline');
  return actForm(
    content,
    'deadline',
    html`${selectField(state, {
      name: 'kind',
      label: '公开时限按什么计算',
      options: [
        { value: 'working-day', text: '形成以后多少个工作日' },
        { value: 'natural-day', text: '形成以后多少日' },
        ...CYCLES.map(value => ({ value, text: CYCLE_LABEL[value] })),
        { value: 'standing', text: '长期公开，每年复核' },
      ],
    })}${textField(state, { name: 'length', label: '多少日', type: 'number', width: 'short', hint: '按周期的，指每期结束以后多少个工作日；可以不填' })}`,
    '明确时限',
  );
}

function keeperForms(content: EntryContent): HtmlValue {
  const { mayKeep, one, agencies } = content;
  if (!mayKeep) return null;
  const publishersState = {
    values: { publisher: one.state.publishers ?? [], ...stateOf(content, 'publishers').values },
    problems: stateOf(content, 'publishers').problems,
  };
  const aside = stateOf(content, 'set-aside');
  const answering = one.duties.flatMap(({ agency }) => agencies.find(({ code }) => code === agency) ?? []);
  return html`<details><summary>明确公开时限</summary>${deadlineForm(content)}</details>
<details><summary>明确公开主体</summary>${actForm(
    content,
    'publishers',
    checkboxField(publishersState, {
      name: 'publisher',
      label: '公开主体',
      hint: '都不选的，按目录的文字判断',
      choices: agencies.map(({ code, shortName }) => ({ value: code, text: shortName })),
    }),
    '明确主体',
  )}</details>
<details><summary>列为不适用</summary>${actForm(
    content,
    'set-aside',
    html`${selectField(aside, {
      name: 'agency',
      label: '对哪个公开主体',
      unchosen: '全部',
      options: answering.map(({ code, shortName }) => ({ value: code, text: shortName })),
    })}${textField(aside, { name: 'reason', label: '理由', required: true, maxLength: 200, autocomplete: 'off' })}`,
    '列为不适用',
  )}</details>
${one.state.setAside.map(({ agency, reason }) =>
  actForm(
    content,
    'take-up',
    html`<p>${agency === null ? '全部主体' : agencyNameOf(agencies, agency)}不适用：${reason}</p>${hiddenField('agency', agency ?? '')}${hiddenField('reason', '重新适用')}`,
    '恢复适用',
  ),
)}`;
}

function actsSection(content: EntryContent): Html | false {
  const { actsFor, one, lines } = content;
  if (actsFor.length === 0) return false;
  const event = stateOf(content, 'event');
  return html`<section class="card" aria-labelledby="acts-heading"><h2 id="acts-heading">办理</h2>
<details${event.problems.length > 0 && html` open`}><summary>登记应公开的情形</summary>${actForm(
    content,
    'event',
    html`${textField(event, { name: 'title', label: '发生了什么', required: true, maxLength: 100, hint: '例如：区人大批准2026年预算', autocomplete: 'off' })}${dateField(event, { name: 'on', label: '日期', required: true })}${agencyField(content, event, 'agency')}`,
    '登记',
  )}</details>
<details><summary>复核：现有内容仍然准确</summary>${actForm(content, 'review', agencyField(content, EMPTY, 'agency'), '记为今天复核')}</details>
${one.state.events.map(({ event: key, title, on }) =>
  actForm(
    content,
    'drop-event',
    html`<p>已登记：${title}（${on.toString()}）</p>${hiddenField('event', key)}`,
    '撤销登记',
  ),
)}
${
  one.state.links.length > 0 &&
  html`<details><summary>取消关联</summary>${one.state.links.map(({ item }) =>
    actForm(content, 'unlink', html`<p>${lines.get(item)?.title}</p>${hiddenField('item', item)}`, '取消关联'),
  )}</details>`
}
${keeperForms(content)}</section>
`;
}

function actDetail(act: CatalogueAct, { lines, agencies }: EntryContent): string {
  const of = (agency: Agency['code'] | null) => (agency === null ? '' : `（${agencyNameOf(agencies, agency)}）`);
  switch (act.kind) {
    case 'linked':
      return `${lines.get(act.item)?.title ?? '一条信息'}${of(act.agency)}`;
    case 'unlinked':
      return lines.get(act.item)?.title ?? '一条信息';
    case 'event-noted':
      return `${act.title}，${act.on.toString()}${of(act.agency)}`;
    case 'event-dropped':
      return act.reason;
    case 'reviewed':
      return `${act.on.toString()}${of(act.agency)}`;
    case 'set-aside':
    case 'taken-up':
      return `${act.reason}${of(act.agency)}`;
    case 'deadline-set':
      return deadlineText(act.deadline);
    case 'publishers-set':
      return act.agencies.map(code => agencyNameOf(agencies, code)).join('、') || '按目录的文字判断';
  }
}

function logSection(content: EntryContent): Html {
  const { log, wordings, staff } = content;
  return html`<section class="card" aria-labelledby="log-heading"><h2 id="log-heading">记录</h2>
<ol class="case-log">${log.toReversed().map(({ at, by, act }) => {
    const detail = actDetail(act, content);
    return html`<li><p><strong>${CATALOGUE_ACT_LABEL[act.kind]}</strong> <span class="quiet">${instantText(at)} ${by.kind === 'officer' ? (staff.get(by.id) ?? '工作人员') : '系统'}</span></p>${detail !== '' && html`<p class="log-text">${detail}</p>`}</li>
`;
  })}${wordings.map(
    ({ since, deadlineText: words, publisher }) =>
      html`<li><p><strong>目录第 ${since} 版</strong></p><p class="log-text">公开时限：${words || '没有写明'}；公开主体：${publisher || '没有写明'}</p></li>
`,
  )}</ol></section>
`;
}

/** What stands in `main` of the page of an entry. */
export function entryMain(content: EntryContent): Html {
  const { one, refused } = content;
  return html`${errorSummary(refused?.state.problems ?? [])}<h1>${matterText(one.entry)}</h1>
<p class="quiet">${one.entry.field}</p>
<div class="with-aside">
<div>
${one.duties.map((duty, at) => dutySection(content, duty, at))}
${proposalsSection(content)}
${logSection(content)}</div>
<aside aria-label="目录的规定和办理">
${factsSection(content)}
${actsSection(content)}</aside>
</div>
`;
}
