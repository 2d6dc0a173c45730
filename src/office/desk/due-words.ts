import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { DELIVERY_STATE_LABEL } from '../../applications/rules/projection.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import type { RegisterEntry } from '../../applications/store/register.store.ts';
import { html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Html } from '../../views/html/html.ts';

/** What the next day of an open file is the last day of. */
export function nextDueName({ stage, waitsFor }: Pick<RegisterEntry, 'stage' | 'waitsFor'>): string {
  switch (stage) {
    case 'awaiting-confirmation':
      return '联系申请人确认';
    case 'awaiting-clarification':
      return '补正期限';
    case 'awaiting-payment':
      return '缴费期限';
    case 'awaiting-reasons':
    case 'in-hand':
    case 'in-approval':
    case 'awaiting-delivery':
      return waitsFor === 'third-party' || waitsFor === 'other-agency' ? '征求意见期限' : '答复期限';
    case 'settled':
    case 'archived':
    case 'split':
      return '';
  }
}

/** The day by which something is due, in words first: how far it is, then which day and of what. */
export function dueCell(entry: RegisterEntry, calendar: WorkingCalendar, today: Temporal.PlainDate): Html {
  const { settledOn, doneLate, nextDueOn, provisional } = entry;
  if (settledOn !== null)
    return html`<span class="due-words">${doneLate === true ? '逾期办结' : '已办结'}</span><span class="quiet">${settledOn.toString()}${
      entry.delivery !== null &&
      html` ${tag(DELIVERY_STATE_LABEL[entry.delivery], entry.delivery === 'bounced' ? 'urgent' : 'warning')}`
    }</span>`;
  if (nextDueOn === null) return html`<span class="quiet">${entry.stage === 'split' ? '—' : '尚未起算'}</span>`;
  return html`<span class="due-words">${distanceText(calendar, today, nextDueOn)}</span><span class="quiet">${nextDueOn.toString()} ${nextDueName(entry)}${
    provisional && '（暂定）'
  }</span>`;
}
