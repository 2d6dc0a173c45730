import { dayNumberOf, dateOfDay } from '../../calendar/day-number.ts';
import { nthWorkingDayNumber } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { overseenAgencies } from '../../people/rules/overseen-agencies.ts';
import type { Role } from '../../people/rules/role.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import { listStaff } from '../../people/store/staff.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { queueMessage } from '../../platform/outbox/outbox.store.ts';
import type { Consultation } from '../rules/fold.ts';
import { registrationNumber } from '../rules/case-file.ts';
import { opinionsOverdue } from '../rules/opinions-overdue.ts';
import { ESCALATE_OVERDUE, REMINDER_DISTANCES, REMINDER_MAIL } from '../rules/reminder-settings.ts';
import { reminderMail, reminderOf } from '../rules/reminders.ts';
import type { ReminderKind } from '../rules/reminders.ts';
import { findCaseFile } from '../store/application.store.ts';
import { listConsultingFiles, listFilesToSweep, makeReminder } from '../store/reminder.store.ts';
import type { SweptFile } from '../store/reminder.store.ts';
import type { ActionDeps } from './deps.ts';
import { recordOpinion } from './record-opinion.ts';

export type SweepDeps = ActionDeps & { readonly publicAddress: string | null };

/** The longest distance of a reminder, in working days. */
const FARTHEST = 5;

/** What was done: for the log of the program. */
export type Swept = { readonly reminders: number; readonly silences: number };

type People = {
  readonly agencies: ReadonlyMap<AgencyCode, Agency>;
  readonly staff: readonly StaffMember[];
  readonly overseers: ReadonlyMap<AgencyCode, readonly AgencyCode[]>;
};

async function peopleOf(queries: Queries): Promise<People> {
  const agencies = await listAgencies(queries);
  const codes = agencies.map(({ code }) => code);
  const overseers = new Map<AgencyCode, AgencyCode[]>();
  for (const code of codes)
    for (const overseen of overseenAgencies(code, agencies))
      overseers.set(overseen, [...(overseers.get(overseen) ?? []), code]);
  return {
    agencies: new Map(agencies.map(agency => [agency.code, agency])),
    staff: (await listStaff(queries, codes)).filter(({ enabled }) => enabled),
    overseers,
  };
}

const holdersOf = ({ staff }: People, agency: AgencyCode, role: Role): readonly StaffMember[] =>
  staff.filter(member => member.agency === agency && member.roles.includes(role));

/** The handler; the heads of the disclosure office where a file has none, or its handler has left. */
function handlersOf(
  people: People,
  { agency, handler }: Pick<SweptFile, 'agency' | 'handler'>,
): readonly StaffMember[] {
  const own = people.staff.filter(({ id }) => id === handler);
  return own.length > 0 ? own : holdersOf(people, agency, 'disclosure-head');
}

type Told = { readonly to: StaffMember; readonly kind: ReminderKind };

function toldOf(people: People, file: SweptFile, kind: ReminderKind, escalates: boolean): readonly Told[] {
  const own = handlersOf(people, file).map(to => ({ to, kind }));
  if (kind !== 'overdue') return own;
  const heads = holdersOf(people, file.agency, 'disclosure-head');
  const supervisors = escalates
    ? [file.agency, ...(people.overseers.get(file.agency) ?? [])].flatMap(code => holdersOf(people, code, 'supervisor'))
    : [];
  const further = [...heads, ...supervisors].filter(member => own.every(({ to }) => to.id !== member.id));
  return [...own, ...further.map(to => ({ to, kind: 'escalated' as const }))];
}

/** Makes the reminders of one file in one transaction: whoever is told in the office is told by mail, or neither. */
async function remind(
  deps: SweepDeps,
  people: People,
  file: Pick<SweptFile, 'id' | 'agency' | 'number'>,
  dueOn: Temporal.PlainDate,
  told: readonly Told[],
  byMail: boolean,
): Promise<number> {
  const { queries, sealing, now, publicAddress } = deps;
  const agencyName = people.agencies.get(file.agency)?.name ?? '本机关';
  const address = publicAddress === null ? null : `${publicAddress}/office/applications/${file.id}`;
  return queries.transaction().execute(async transaction => {
    let made = 0;
    for (const { to, kind } of told) {
      const at = now();
      const isNew = await makeReminder(transaction, { recipient: to.id, application: file.id, kind, dueOn }, at);
      if (!isNew) continue;
      made += 1;
      if (!byMail || to.email === null) continue;
      const mail = reminderMail(kind, file.number, agencyName, dueOn, address);
      const about = `application:${file.id}`;
      const once = `${about}:reminder:${kind}:${dueOn.toString()}:${to.id}`;
      await queueMessage(transaction, sealing, { kind: 'mail', to: to.email, ...mail }, { now: at, about, once });
    }
    return made;
  });
}

async function sweepReminders(deps: SweepDeps, people: People, calendar: WorkingCalendar): Promise<number> {
  const { queries } = deps;
  const today = deps.today();
  const until = dateOfDay(nthWorkingDayNumber(calendar, dayNumberOf(today), FARTHEST));
  const settingsOf = async (agency: AgencyCode) =>
    readSettings(
      queries,
      { distances: REMINDER_DISTANCES, byMail: REMINDER_MAIL, escalates: ESCALATE_OVERDUE },
      agency,
    );
  const settings = new Map<AgencyCode, Awaited<ReturnType<typeof settingsOf>>>();
  let made = 0;
  for (let page = await listFilesToSweep(queries, until, null); page.length > 0;) {
    for (const file of page) {
      const own = settings.get(file.agency) ?? (await settingsOf(file.agency));
      settings.set(file.agency, own);
      const kind = reminderOf(file, calendar, today, own.distances);
      if (kind === null || file.nextDueOn === null) continue;
      const told = toldOf(people, file, kind, own.escalates);
      made += await remind(deps, people, file, file.nextDueOn, told, own.byMail);
    }
    page = await listFilesToSweep(queries, until, page.at(-1)!.id);
  }
  return made;
}

/** What silence means: nothing of a third party (Art. 32), consent of a co-producing agency (Art. 34). */
async function recordSilence(
  deps: SweepDeps,
  file: SweptFile['id'],
  consultation: Consultation,
  on: Temporal.PlainDate,
) {
  const given = { consultation: consultation.id, on, opinion: 'silent' as const, text: '', files: [] };
  return recordOpinion(deps, { kind: 'system' }, { id: file, version: null }, given);
}

async function sweepSilences(deps: SweepDeps, people: People, calendar: WorkingCalendar): Promise<number> {
  const { queries } = deps;
  let recorded = 0;
  for (const id of await listConsultingFiles(queries)) {
    const file = await findCaseFile(queries, id);
    if (file === undefined) continue;
    const { registration, application } = file;
    for (const { consultation, dueOn } of opinionsOverdue(application, calendar, deps.today())) {
      const done = await recordSilence(deps, id, consultation, dueOn);
      if (!done.ok) continue; // Somebody has entered the opinion meanwhile, or the file is settled.
      recorded += 1;
      const swept = {
        id,
        agency: registration.agency,
        number: registrationNumber(registration),
        handler: application.handler,
      };
      const told = handlersOf(people, swept).map(to => ({ to, kind: 'silence-recorded' as const }));
      const { byMail } = await readSettings(queries, { byMail: REMINDER_MAIL }, registration.agency);
      await remind(deps, people, swept, dueOn, told, byMail);
    }
  }
  return recorded;
}

/**
 * The daily round over all open files: opinions that nobody gave in time are recorded as the rule has it; handlers are reminded at
 * the set distances, heads and the supervising office of what is overdue. Lapses of applicants are only proposed: giving an
 * application up is an officer's act. Done twice on a day it does nothing the second time.
 */
export async function sweepClocks(deps: SweepDeps): Promise<Swept> {
  const calendar = await deps.calendar();
  const people = await peopleOf(deps.queries);
  const silences = await sweepSilences(deps, people, calendar);
  return { silences, reminders: await sweepReminders(deps, people, calendar) };
}
