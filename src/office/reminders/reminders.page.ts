import { REMINDER_LABEL } from '../../applications/rules/reminders.ts';
import type { Reminder } from '../../applications/store/reminder.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { casePath } from '../letters/letter-paths.ts';

export const REMINDERS_PATH = '/office/reminders';

export type RemindersContent = {
  readonly reminders: readonly Reminder[];
  /** The agency whose files the officer may open: others are named without a link. */
  readonly agency: AgencyCode | null;
  readonly now: Temporal.Instant;
  /** Since when there is a feed of due days; null while there is none. */
  readonly feedSince: Temporal.Instant | null;
};

const URGENT = new Set<Reminder['kind']>(['due-today', 'overdue', 'escalated', 'unconfirmed']);

/** What the officer was told, unread first, and the feed for a calendar program. */
export function remindersMain({ reminders, agency, now, feedSince }: RemindersContent): Html {
  const unread = reminders.filter(({ readAt }) => readAt === null).length;
  return html`<div class="heading-row"><h1>提醒</h1>
${
  unread > 0 &&
  html`<form method="post" action="${REMINDERS_PATH}/read">${hiddenField('until', now.toString())}${submitButton({ text: `${unread} 条都已看过`, look: 'plain' })}</form>`
}</div>
${dataTable<Reminder>({
  caption: '提醒',
  captionUnseen: true,
  rows: reminders,
  empty: '没有提醒。到期前几个工作日、到期当日和逾期时，系统在早上七点提醒。',
  look: ({ readAt, kind }) => (readAt !== null ? 'quiet' : URGENT.has(kind) ? 'urgent' : null),
  columns: [
    {
      key: 'number',
      heading: '申请',
      rowHeading: true,
      cell: ({ application, number, agency: own }) =>
        own === agency
          ? html`<a href="${casePath(application)}">${number}</a>`
          : html`${number}<span class="quiet">机关 ${own}</span>`,
    },
    { key: 'kind', heading: '事由', cell: ({ kind }) => REMINDER_LABEL[kind] },
    { key: 'due', heading: '期限', kind: 'date', cell: ({ dueOn }) => dueOn.toString() },
    { key: 'made', heading: '提醒时间', kind: 'date', cell: ({ madeAt }) => instantText(madeAt) },
    {
      key: 'read',
      heading: '状态',
      cell: ({ readAt }) => (readAt === null ? tag('未读', 'active') : html`<span class="quiet">已看过</span>`),
    },
  ],
})}
<section class="card" aria-labelledby="feed-heading"><h2 id="feed-heading">在日历软件里看期限</h2>
<p>把订阅地址加到手机或者电脑的日历里，您承办的申请的期限就显示在日历上，期限变动时自动跟着变。日历里只有登记编号和期限，没有申请人和申请内容。</p>
${feedSince !== null && html`<p class="quiet">订阅地址生成于 ${instantText(feedSince)}，只显示过一次；忘记了可以重新生成，原来的地址随即失效。</p>`}
<div class="actions"><form method="post" action="${REMINDERS_PATH}/feed">${submitButton({ text: feedSince === null ? '生成订阅地址' : '重新生成订阅地址', look: 'plain' })}</form>
${feedSince !== null && html`<form method="post" action="${REMINDERS_PATH}/feed/end">${submitButton({ text: '停止订阅', look: 'plain' })}</form>`}</div>
</section>
`;
}
