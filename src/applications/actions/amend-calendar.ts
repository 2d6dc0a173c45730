import type { NoticeInput } from '../../calendar/read-notice.ts';
import { readNotice } from '../../calendar/read-notice.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { isUppermost } from '../../people/rules/overseen-agencies.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { CalendarChange } from '../store/working-calendar.register.store.ts';
import { appendCalendarChange, lockCalendar } from '../store/working-calendar.store.ts';
import type { ActionDeps } from './deps.ts';

/**
 * Adopts a notice into the working-day calendar, which holds for every agency of the installation: next year's, an amendment,
 * an emergency extension, local holidays. Refuses, in one Chinese sentence, who may not, what is no notice, and a yearly one of
 * a year that is too far ahead to have one. Due days are computed anew by `recomputeDueDates`.
 */
export async function amendCalendar(
  deps: Pick<ActionDeps, 'queries' | 'now' | 'today'>,
  officer: Officer,
  input: NoticeInput,
): Promise<Result<CalendarChange, string>> {
  if (!may(officer, 'administer-calendar', officer.agency)) return refuse('您没有管理工作日历的权限');
  const notice = readNotice(input);
  if (!notice.ok) return notice;
  const { year, kind, title } = notice.value;
  const latest = deps.today().year + 1;
  if (kind === 'yearly' && year > latest)
    return refuse(`${year}年的放假安排还不会公布，请核对年份（最晚 ${latest} 年）`);
  return deps.queries.transaction().execute(async transaction => {
    if (!isUppermost(officer.agency, await listAgencies(transaction)))
      return refuse('工作日历对全部机构生效，请由最上级机构的系统管理员修改');
    const change: CalendarChange = {
      version: (await lockCalendar(transaction)) + 1,
      notice: notice.value,
      sourceText: input.text,
      adoptedBy: officer.id,
      adoptedAt: deps.now(),
    };
    await appendCalendarChange(transaction, change);
    await appendJournal(transaction, {
      at: change.adoptedAt,
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'calendar-amended',
      subject: `calendar:${change.version}`,
      detail: { kind, year, title },
    });
    return ok(change);
  });
}
