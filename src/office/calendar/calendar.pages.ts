import type { CalendarChange, CalendarMove } from '../../applications/store/working-calendar.register.store.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { NOTICE_KIND_LABEL, NOTICE_KINDS } from '../../calendar/holiday-notice.ts';
import type { HolidayNotice } from '../../calendar/holiday-notice.ts';
import type { DayChange, WorkingCalendar } from '../../calendar/working-calendar.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice as noticeBox } from '../../views/notice/notice.ts';
import { pageHeading } from '../../views/page-heading/page-heading.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const CALENDAR_PATH = '/office/calendar';

/** A notice in the calendar: one that came with the program, or one that was adopted. */
export type NoticeLine = {
  readonly notice: HolidayNotice;
  readonly change: CalendarChange | null;
  readonly adoptedByName: string | null;
};

const shortDate = (iso: string): string =>
  iso.slice(5).replace('-', '月').replace(/^0/, '').replace('月0', '月') + '日';

function holidaysText({ holidays }: HolidayNotice): string {
  return holidays
    .map(({ name, from, to }) => `${name} ${shortDate(from)}${from === to ? '' : `至${shortDate(to)}`}`)
    .join('；');
}

const makeUpText = ({ makeUpDays }: HolidayNotice): string => makeUpDays.map(({ on }) => shortDate(on)).join('、');

const originOf = ({ change, adoptedByName }: NoticeLine): string =>
  change === null ? '程序自带' : `${adoptedByName ?? '已离任人员'}录入，${instantText(change.adoptedAt)}`;

function coverageNotice(calendar: WorkingCalendar, today: Temporal.PlainDate): Html | false {
  const next = today.year + 1;
  if (calendar.coverageUntil.year >= next || today.month < 11) return false;
  return noticeBox(
    'warning',
    `${next}年的放假安排尚未录入。国务院办公厅一般在10月底至11月公布，录入以前，${calendar.coverageUntil.toString()} 以后的日期都是暂定的。`,
  );
}

/** The calendar's state and every notice in it, the latest first. */
export function calendarPage(
  setting: OfficeSetting,
  calendar: WorkingCalendar,
  lines: readonly NoticeLine[],
  today: Temporal.PlainDate,
): Html {
  return officePage(setting, {
    title: '工作日历',
    crumbs: [],
    main: html`${pageHeading('工作日历', buttonLink('录入通知', `${CALENDAR_PATH}/new`, 'main'))}
${coverageNotice(calendar, today)}
<p class="lead">期限按国务院办公厅的放假通知计算，调休上班的周末是工作日。后录入的通知逐日优先；录入过的都保留，不能删改，有误的再录入一份更正。</p>
<section class="card">${descriptionList([
      { term: '版本', detail: calendar.version },
      {
        term: '有通知可依的日期',
        detail: `${calendar.coverageFrom.toString()} 至 ${calendar.coverageUntil.toString()}`,
      },
    ])}</section>
${dataTable<NoticeLine>({
  caption: '通知',
  captionUnseen: true,
  empty: '还没有通知。',
  rows: lines,
  columns: [
    {
      key: 'title',
      heading: '通知',
      rowHeading: true,
      cell: ({ notice, change }) =>
        change === null ? notice.title : html`<a href="${CALENDAR_PATH}/changes/${change.version}">${notice.title}</a>`,
    },
    { key: 'number', heading: '文号', cell: ({ notice }) => notice.number ?? '—' },
    { key: 'off', heading: '放假', cell: ({ notice }) => holidaysText(notice) || '—' },
    { key: 'make-up', heading: '调休上班', cell: ({ notice }) => makeUpText(notice) || '—' },
    { key: 'origin', heading: '来源', cell: originOf },
  ],
})}`,
  });
}

/** What a notice would change, for whoever is about to adopt it. */
export type NoticePreview = { readonly notice: HolidayNotice; readonly changes: readonly DayChange[] };

function previewOf({ notice, changes }: NoticePreview): Html {
  return html`<section class="card" aria-labelledby="preview"><h2 id="preview">预览：${notice.title}</h2>
<p>${changes.length === 0 ? '这份通知不改变任何一天。' : `共改变 ${changes.length} 天，请对照通知原文核对。`}</p>
${
  changes.length > 0 &&
  dataTable<DayChange>({
    caption: '改变的日期',
    captionUnseen: true,
    empty: '',
    rows: changes,
    columns: [
      { key: 'date', heading: '日期', kind: 'date', rowHeading: true, cell: ({ date }) => date.toString() },
      { key: 'weekday', heading: '星期', cell: ({ after }) => after.weekday },
      { key: 'before', heading: '现在', cell: ({ before }) => before.reason },
      {
        key: 'after',
        heading: '采用以后',
        cell: ({ after }) => `${after.reason}，${after.working ? '工作日' : '休息'}`,
      },
    ],
  })
}</section>`;
}

/** The form for a notice; once it could be read it shows what the notice changes, and can be adopted. */
export function noticePage(setting: OfficeSetting, state: FormState, preview: NoticePreview | null): Html {
  const form = formPage({
    heading: '录入通知',
    lead: '把通知的正文粘贴进来，一个节日一行。先预览，再采用；采用以后，办理中的申请的期限随即重新计算。',
    action: `${CALENDAR_PATH}/new`,
    state,
    fields: html`${radioField(state, {
      name: 'kind',
      label: '通知的种类',
      required: true,
      choices: NOTICE_KINDS.map(kind => ({ value: kind, text: NOTICE_KIND_LABEL[kind] })),
    })}${textArea(state, {
      name: 'text',
      label: '通知正文',
      required: true,
      rows: 12,
      limit: 20_000,
      hint: '如“一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”；取消放假或者调休的，写“事由：2月1日恢复正常”',
    })}${textField(state, {
      name: 'title',
      label: '标题',
      hint: '正文里有国务院办公厅通知标题的，可以不填',
    })}${textField(state, { name: 'number', label: '文号', width: 'middle' })}${textField(state, {
      name: 'year',
      label: '年份',
      hint: '标题里有年份的，可以不填',
      inputMode: 'numeric',
      width: 'short',
    })}${dateField(state, { name: 'issuedOn', label: '发布日期' })}`,
    buttons: [
      ...(preview === null ? [] : [{ text: '采用', name: 'step', value: 'adopt' }]),
      {
        text: preview === null ? '预览' : '重新预览',
        name: 'step',
        value: 'preview',
        look: preview === null ? ('main' as const) : ('plain' as const),
      },
    ],
    back: { text: '返回', href: CALENDAR_PATH },
  });
  return officePage(setting, {
    title: formTitle('录入通知', state),
    crumbs: [{ text: '工作日历', href: CALENDAR_PATH }],
    main: html`${preview !== null && previewOf(preview)}${form}`,
  });
}

const dueText = ([before, after]: CalendarMove['replyDue']): string =>
  `${before?.toString() ?? '没有'} → ${after?.toString() ?? '没有'}`;

/** One change with its text, and the open files whose days it moved. */
export function changePage(
  setting: OfficeSetting,
  line: NoticeLine & { readonly change: CalendarChange },
  moves: { readonly total: number; readonly shown: readonly CalendarMove[]; readonly readable: boolean },
): Html {
  const { notice, change } = line;
  return officePage(setting, {
    title: notice.title,
    crumbs: [{ text: '工作日历', href: CALENDAR_PATH }],
    main: html`<h1>${notice.title}</h1>
<section class="card">${descriptionList([
      { term: '种类', detail: NOTICE_KIND_LABEL[notice.kind] },
      { term: '文号', detail: notice.number ?? '没有填写' },
      { term: '发布日期', detail: notice.issuedOn ?? '没有填写' },
      { term: '放假', detail: holidaysText(notice) || '没有' },
      { term: '调休上班', detail: makeUpText(notice) || '没有' },
      notice.ordinaryDays.length > 0 && {
        term: '恢复正常',
        detail: notice.ordinaryDays.map(shortDate).join('、'),
      },
      { term: '来源', detail: originOf(line) },
    ])}
<details><summary>录入的正文</summary><pre>${change.sourceText}</pre></details></section>
<h2>期限变动的申请</h2>
${
  moves.readable
    ? html`<p>共 ${moves.total} 件${moves.total > moves.shown.length && `，列出最先到期的 ${moves.shown.length} 件`}。</p>
${dataTable<CalendarMove>({
  caption: '期限变动的申请',
  captionUnseen: true,
  empty: '没有申请的期限因此变动。',
  rows: moves.shown,
  columns: [
    {
      key: 'number',
      heading: '登记编号',
      kind: 'code',
      rowHeading: true,
      cell: move => html`<a href="/office/applications/${move.application}">${registrationNumber(move)}</a>`,
    },
    { key: 'reply', heading: '答复期限', cell: ({ replyDue }) => dueText(replyDue) },
    { key: 'next', heading: '下一个期限', cell: ({ nextDue }) => dueText(nextDue) },
  ],
})}`
    : html`<p>您没有查看申请的权限，变动的清单由各机关的承办人员查看。</p>`
}`,
  });
}
