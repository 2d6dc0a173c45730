import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { amendCalendar } from '../../applications/actions/amend-calendar.ts';
import { recomputeDueDates } from '../../applications/actions/recompute-due-dates.ts';
import {
  countCalendarMoves,
  listCalendarChanges,
  listCalendarMoves,
  readWorkingCalendar,
} from '../../applications/store/working-calendar.register.store.ts';
import type { CalendarChange } from '../../applications/store/working-calendar.register.store.ts';
import { calendarWith, NATIONAL_NOTICES } from '../../calendar/national-calendar.ts';
import { readNotice } from '../../calendar/read-notice.ts';
import { dayChanges } from '../../calendar/working-calendar.ts';
import { agenciesWhere, may } from '../../people/rules/may.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf, officerWho } from '../gate/visit.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { sendPage } from '../send-page.ts';
import { CALENDAR_PATH, calendarPage, changePage, noticePage } from './calendar.pages.ts';
import type { NoticeLine, NoticePreview } from './calendar.pages.ts';
import { noticeInputOf } from './notice-form.ts';

const MOVES_SHOWN = 200;

/** 工作日历: the notices that periods are counted by, and what a new one moves. */
export function calendarRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, calendar, setting, now, today } = deps;
  const { queries } = database;

  async function linesOf(changes: readonly CalendarChange[]) {
    const names = await listStaffNames(queries, [...new Set(changes.map(({ adoptedBy }) => adoptedBy))]);
    return changes.map(change => ({
      notice: change.notice,
      change,
      adoptedByName: names.get(change.adoptedBy) ?? null,
    }));
  }

  server.get(CALENDAR_PATH, async (request, reply) => {
    officerWho(request, 'administer-calendar');
    const adopted = await linesOf(await listCalendarChanges(queries));
    const delivered = NATIONAL_NOTICES.map((notice): NoticeLine => ({ notice, change: null, adoptedByName: null }));
    const lines = [...delivered, ...adopted].toReversed();
    return sendPage(reply, calendarPage(await setting(request), await calendar(), lines, today()));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
    preview: NoticePreview | null = null,
  ) => sendPage(reply, noticePage(await setting(request), state, preview), state.problems.length > 0 ? 422 : 200);

  server.get(`${CALENDAR_PATH}/new`, async (request, reply) => {
    officerWho(request, 'administer-calendar');
    return show(request, reply, { values: { kind: 'yearly' }, problems: [] });
  });

  server.post(`${CALENDAR_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'administer-calendar');
    const values = readFormValues(request.body);
    const input = noticeInputOf(values);
    const refused = async (message: string) => show(request, reply, { values, problems: [{ field: 'text', message }] });
    if (valueOf({ values }, 'step') !== 'adopt') {
      const notice = readNotice(input);
      if (!notice.ok) return refused(notice.problem);
      const changes = (await listCalendarChanges(queries)).map(change => change.notice);
      const after = calendarWith([...changes, notice.value]);
      const { year } = notice.value;
      const preview = {
        notice: notice.value,
        changes: dayChanges(await calendar(), after, [year - 1, year, year + 1]),
      };
      return show(request, reply, { values, problems: [] }, preview);
    }
    const adopted = await amendCalendar({ queries, now, today }, officer, input);
    if (!adopted.ok) return refused(adopted.problem);
    const { moved } = await recomputeDueDates({ queries, calendar, now });
    const sentence = `通知已采用，${moved === 0 ? '办理中的申请期限没有变动' : `${moved}件办理中的申请期限已重新计算`}。`;
    return goOn(deps, request, reply, {
      to: `${CALENDAR_PATH}/changes/${adopted.value.version}`,
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });
  });

  server.get(`${CALENDAR_PATH}/changes/:version`, async (request, reply) => {
    const officer = officerOf(request);
    const agencies = agenciesWhere(officer, 'read-applications');
    if (agencies.length === 0 && !may(officer, 'administer-calendar', officer.agency))
      throw new Forbidden('administer-calendar');
    const { version } = request.params as { version?: string };
    const lines = await linesOf(await listCalendarChanges(queries));
    const line = lines.find(({ change }) => String(change.version) === version);
    if (line === undefined) throw new NotFound();
    const by = (await readWorkingCalendar(queries, line.change.version)).version;
    const moves = {
      readable: agencies.length > 0,
      total: await countCalendarMoves(queries, by, agencies),
      shown: await listCalendarMoves(queries, by, agencies, { offset: 0, limit: MOVES_SHOWN }),
    };
    return sendPage(reply, changePage(await setting(request), line, moves));
  });
}
