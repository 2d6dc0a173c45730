import type { FastifyInstance } from 'fastify';
import { endDueDateFeed } from '../../applications/actions/end-due-date-feed.ts';
import { markRemindersRead } from '../../applications/actions/mark-reminders-read.ts';
import { feedTokenDigest, renewDueDateFeed } from '../../applications/actions/renew-due-date-feed.ts';
import { findDueDateFeed, findFeedOfficer, listOwnDueDates } from '../../applications/store/due-date-feed.store.ts';
import type { OwnDueDate } from '../../applications/store/due-date-feed.store.ts';
import { listReminders } from '../../applications/store/reminder.store.ts';
import { may } from '../../people/rules/may.ts';
import { CALENDAR_MEDIA_TYPE, writeCalendarFile } from '../../platform/ical/calendar-file.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { nextDueName } from '../desk/due-words.ts';
import { FEED_PATH } from '../gate/gate.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, officerOf } from '../gate/visit.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { REMINDERS_PATH, remindersMain } from './reminders.page.ts';

const SHOWN = 200;
/** Days before, on which a calendar program reminds by itself. */
const REMIND_DAYS_BEFORE = [3, 1];

function findInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

const eventOf = (file: OwnDueDate, address: string) => ({
  id: `application-${file.id}-due`,
  on: file.dueOn,
  summary: `${nextDueName(file)} ${file.number}`,
  url: `${address}/office/applications/${file.id}`,
  changedAt: file.changedAt,
  remindDaysBefore: REMIND_DAYS_BEFORE,
});

/** 提醒: what an officer is told, and their due days as a calendar that other programs read. */
export function reminderRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, sealing, now, setting, publicAddress } = deps;
  const { queries } = database;

  server.get(REMINDERS_PATH, async (request, reply) => {
    const officer = officerOf(request);
    const main = remindersMain({
      reminders: await listReminders(queries, officer.id, SHOWN),
      agency: may(officer, 'read-applications', officer.agency) ? officer.agency : null,
      now: now(),
      feedSince: (await findDueDateFeed(queries, officer.id)) ?? null,
    });
    return sendPage(reply, officePage(await setting(request), { title: '提醒', main }));
  });

  server.post(`${REMINDERS_PATH}/read`, async (request, reply) => {
    const until = findInstant(valueOf({ values: readFormValues(request.body) }, 'until')) ?? now();
    await markRemindersRead(actionDepsOf(deps), officerOf(request), until);
    return reply.redirect(REMINDERS_PATH, 303);
  });

  server.post(`${REMINDERS_PATH}/feed`, async (request, reply) => {
    const token = await renewDueDateFeed(actionDepsOf(deps), officerOf(request));
    const address = publicAddress ?? `${request.protocol}://${request.host}`;
    return goOn(deps, request, reply, {
      to: REMINDERS_PATH,
      session: getVisit(request).session.id,
      message: {
        kind: 'done',
        sentence:
          '订阅地址只显示这一次，请复制到日历软件里。不要告诉别人：有这个地址的人都能看到您承办的申请的编号和期限。',
        lines: [`${address}${pageAddress(FEED_PATH, { token })}`],
      },
    });
  });

  server.post(`${REMINDERS_PATH}/feed/end`, async (request, reply) => {
    await endDueDateFeed(actionDepsOf(deps), officerOf(request));
    return reply.redirect(REMINDERS_PATH, 303);
  });

  // Calendar programs cannot sign in: the token is the key, and opens nothing else.
  server.get<{ Querystring: { token?: unknown } }>(FEED_PATH, async (request, reply) => {
    const { token } = request.query;
    const officer =
      typeof token === 'string' && /^[\w-]{43}$/.test(token)
        ? await findFeedOfficer(queries, feedTokenDigest(sealing, token))
        : undefined;
    if (officer === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('没有这个订阅地址\n');
    const address = publicAddress ?? `${request.protocol}://${request.host}`;
    const events = (await listOwnDueDates(queries, officer)).map(file => eventOf(file, address));
    const calendar = writeCalendarFile({ name: '依申请公开期限', domain: new URL(address).hostname, events });
    return reply.type(CALENDAR_MEDIA_TYPE).send(calendar);
  });
}
