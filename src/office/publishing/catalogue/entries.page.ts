import {
  dutiesAt,
  fieldsOf,
  LEVEL_LABEL,
  LEVELS,
  levelsOf,
  worstOf,
} from '../../../publishing/rules/catalogue/coverage.ts';
import type { DutifulEntry } from '../../../publishing/rules/catalogue/coverage.ts';
import { deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import { STANDING_LABEL, STANDINGS } from '../../../publishing/rules/catalogue/duties.ts';
import type { Duty, Occasion, Standing } from '../../../publishing/rules/catalogue/duties.ts';
import { matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { filterBar } from '../../../views/filter-bar/filter-bar.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { tag } from '../../../views/tag/tag.ts';
import { ENTRIES_PATH, entryPath } from './catalogue-paths.ts';
import type { EntriesQuery } from './catalogue-paths.ts';
import { agencyNameOf, STANDING_TONE } from './coverage.page.ts';

type Entry = CatalogueOnDay['entries'][number];

/** The duties of an entry that a cell of the matrix is about; empty where it is about others. */
function dutiesIn(one: DutifulEntry, { level, agency }: EntriesQuery): readonly Duty[] {
  const atLevel = level === null ? one.duties : levelsOf(one).includes(level) ? dutiesAt(one, level) : [];
  if (agency === null) return atLevel;
  return atLevel.filter(duty => duty.agency === (agency === 'none' ? null : agency));
}

export type ListedEntry = { readonly one: Entry; readonly duties: readonly Duty[]; readonly standing: Standing };

/** The entries of a cell of the matrix, as many as it counts. */
export function entriesIn({ entries }: CatalogueOnDay, query: EntriesQuery): readonly ListedEntry[] {
  return entries
    .filter(({ entry }) => query.field === null || entry.field === query.field)
    .map(one => ({ one, duties: dutiesIn(one, query) }))
    .filter(({ duties }) => duties.length > 0)
    .map(listed => ({ ...listed, standing: worstOf(listed.duties) }))
    .filter(({ standing }) => query.standing === null || standing === query.standing);
}

export const standingTag = (standing: Standing): Html => tag(STANDING_LABEL[standing], STANDING_TONE[standing]);

/** 还剩 3 个工作日, 逾期 2 个工作日. */
export function occasionText({ state, workingDaysLeft }: Occasion): string {
  if (state === 'overdue' || state === 'late') return `逾期 ${-workingDaysLeft} 个工作日`;
  if (state === 'on-time') return '按时公开';
  return workingDaysLeft === 0 ? '今日到期' : `还剩 ${workingDaysLeft} 个工作日`;
}

/** What presses most of several duties: the earliest that is not done. */
export function pressingOf(duties: readonly Duty[]): Occasion | undefined {
  return duties
    .flatMap(({ occasions }) => occasions)
    .filter(({ state }) => state !== 'on-time' && state !== 'late')
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))[0];
}

function filters(catalogue: CatalogueOnDay, query: EntriesQuery): Html {
  const values = {
    field: query.field ?? '',
    level: query.level ?? '',
    agency: query.agency ?? '',
    standing: query.standing ?? '',
  };
  const state = { values, problems: [] };
  const answering = new Set(catalogue.entries.flatMap(({ duties }) => duties.map(({ agency }) => agency)));
  return filterBar({
    action: ENTRIES_PATH,
    label: '查找事项',
    filtered: Object.values(query).some(value => value !== null),
    fields: [
      selectField(state, {
        name: 'field',
        label: '领域',
        unchosen: '全部',
        options: fieldsOf(catalogue.entries.map(({ entry }) => entry)).map(value => ({ value, text: value })),
      }),
      selectField(state, {
        name: 'level',
        label: '层级',
        unchosen: '全部',
        options: LEVELS.map(value => ({ value, text: LEVEL_LABEL[value] })),
      }),
      selectField(state, {
        name: 'agency',
        label: '公开主体',
        unchosen: '全部',
        options: [...answering].map(code => ({
          value: code ?? 'none',
          text: agencyNameOf(catalogue.agencies, code),
        })),
      }),
      selectField(state, {
        name: 'standing',
        label: '状态',
        unchosen: '全部',
        options: STANDINGS.map(value => ({ value, text: STANDING_LABEL[value] })),
      }),
    ],
  });
}

function dueCell({ duties, one }: ListedEntry): Html {
  const pressing = pressingOf(duties);
  const rule = deadlineText(one.state.deadline ?? one.entry.deadline);
  if (pressing === undefined) return html`<span class="quiet">${rule}</span>`;
  return html`<span class="due-words">${occasionText(pressing)}</span><span class="quiet">${pressing.dueOn.toString()}${pressing.about !== null && `，${pressing.about}`}；${rule}</span>`;
}

/** What stands in `main` of the list of entries. */
export function entriesMain(catalogue: CatalogueOnDay, query: EntriesQuery): Html {
  const listed = entriesIn(catalogue, query);
  return html`<h1>目录事项</h1>
${filters(catalogue, query)}
<p class="quiet">共 ${listed.length} 项</p>
${dataTable<ListedEntry>({
  caption: '目录事项',
  captionUnseen: true,
  columns: [
    {
      key: 'matter',
      heading: '事项',
      rowHeading: true,
      cell: ({ one: { entry } }) =>
        html`<a class="subject" href="${entryPath(entry.id)}">${matterText(entry)}</a><span class="quiet">${entry.field}</span>`,
    },
    {
      key: 'publisher',
      heading: '公开主体',
      cell: ({ one: { entry }, duties }) =>
        html`${entry.publisher}${duties.some(({ agency }) => agency === null) && html`<span class="quiet">没有对应机关，请明确</span>`}`,
    },
    { key: 'standing', heading: '状态', cell: ({ standing }) => standingTag(standing) },
    {
      key: 'items',
      heading: '公开信息',
      kind: 'figure',
      cell: ({ duties }) => new Set(duties.flatMap(({ items }) => items.map(({ item }) => item))).size,
    },
    { key: 'due', heading: '期限', cell: dueCell },
  ],
  rows: listed,
  empty: '没有符合条件的事项，可以放宽条件再查。',
  look: ({ standing }) => (standing === 'late' ? 'urgent' : null),
})}`;
}
