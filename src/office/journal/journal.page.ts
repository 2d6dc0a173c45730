import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { MOST_COUNTED } from '../../people/store/journal.register.store.ts';
import type { JournalLine } from '../../people/store/journal.register.store.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { dateField } from '../../views/form/date-field.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import type { Query } from '../../views/page-address/page-address.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const JOURNAL_PATH = '/office/journal';
export const JOURNAL_PAGE = 50;

const ACTOR_NAME: Readonly<Record<string, string>> = { applicant: '申请人', system: '系统', visitor: '未登录的人' };

export type JournalView = {
  readonly lines: readonly JournalLine[];
  readonly total: number;
  readonly page: number;
  readonly query: Query;
  readonly state: FormState;
  readonly agencies: readonly Agency[];
  readonly staff: readonly StaffMember[];
  /** The applications of the lines, by their subjects: 申请 2026-0012. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly eventNames: Readonly<Record<string, string>>;
  readonly filtered: boolean;
};

const DETAIL_NAME: Readonly<Record<string, string>> = {
  version: '版本',
  letter: '文书',
  file: '文件',
  purpose: '用途',
  roles: '角色',
  value: '新值',
  reason: '原因',
  method: '方式',
};

/** What an entry says besides, a line each; ids are shortened, for they say nothing to a reader. */
function detailLines(detail: unknown): readonly string[] {
  if (typeof detail !== 'object' || detail === null) return [];
  return Object.entries(detail).map(([key, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const shown = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? `${text.slice(0, 8)}…` : text.slice(0, 120);
    return key === 'sequence' ? `办理记录第 ${shown} 项` : `${DETAIL_NAME[key] ?? key}：${shown}`;
  });
}

/** 操作日志: who did or looked at what, the latest first; the filter stands in the address. */
export function journalPage(setting: OfficeSetting, view: JournalView): Html {
  const { lines, total, page, query, state, agencies, staff, numbers, eventNames, filtered } = view;
  const nameOf = (code: AgencyCode | null) => agencies.find(one => one.code === code)?.shortName ?? '';
  const subjectName = (subject: string) =>
    numbers.get(subject) ?? staff.find(({ id }) => subject === `staff:${id}`)?.name ?? subject;
  const pages = Math.max(1, Math.ceil(total / JOURNAL_PAGE));
  return officePage(setting, {
    title: '操作日志',
    crumbs: [],
    main: html`<h1>操作日志</h1>
<p class="lead">日志只能增加，不能修改和删除，每条都与上一条连环校验；用 gongkai doctor 命令核对。</p>
${filterBar({
  action: JOURNAL_PATH,
  label: '筛选日志',
  filtered,
  fields: html`${dateField(state, { name: 'from', label: '从', hint: '' })}${dateField(state, { name: 'to', label: '到', hint: '' })}${selectField(
    state,
    {
      name: 'event',
      label: '事项',
      unchosen: '全部',
      width: 'middle',
      options: Object.entries(eventNames).map(([value, text]) => ({ value, text })),
    },
  )}${selectField(state, {
    name: 'actor',
    label: '人员',
    unchosen: '全部',
    width: 'middle',
    options: staff.map(({ id, name }) => ({ value: id, text: name })),
  })}`,
  more: {
    open: query['subject'] !== null || query['agency'] !== null,
    fields: html`${
      agencies.length > 1 &&
      selectField(state, {
        name: 'agency',
        label: '机构',
        unchosen: '全部',
        width: 'middle',
        options: agencies.map(({ code, shortName }) => ({ value: code, text: shortName })),
      })
    }${textField(state, { name: 'subject', label: '对象', hint: '如 application: 加编号', width: 'middle' })}`,
  },
})}${dataTable<JournalLine>({
      caption: '操作日志',
      captionUnseen: true,
      empty: '没有符合条件的记录。',
      rows: lines,
      columns: [
        { key: 'at', heading: '时间', kind: 'date', rowHeading: true, cell: ({ at }) => instantText(at) },
        {
          key: 'actor',
          heading: '人员',
          cell: ({ actorName, actorKind }) => actorName ?? ACTOR_NAME[actorKind] ?? actorKind,
        },
        { key: 'event', heading: '事项', cell: ({ event }) => eventNames[event] ?? event },
        { key: 'agency', heading: '机构', cell: ({ agency }) => nameOf(agency) },
        {
          key: 'subject',
          heading: '对象',
          cell: ({ subject }) =>
            subject !== null && html`<a href="${pageAddress(JOURNAL_PATH, { subject })}">${subjectName(subject)}</a>`,
        },
        { key: 'detail', heading: '内容', cell: ({ detail }) => detailLines(detail).map(line => html`${line}<br>`) },
      ],
    })}${total >= MOST_COUNTED && html`<p class="quiet">记录超过 ${MOST_COUNTED} 条，请缩小条件查看更早的。</p>`}${pagination(
      {
        page,
        pages,
        total,
        href: to => pageAddress(JOURNAL_PATH, query, { page: to }),
      },
    )}`,
  });
}
