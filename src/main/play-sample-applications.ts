import { SAMPLE_APPLICATIONS } from '../../sample/qingchuan/applications.ts';
import type { SampleDay, SampleLife, SampleStep } from '../../sample/qingchuan/applications.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { answerSearch } from '../applications/actions/answer-search.ts';
import { approveExtension } from '../applications/actions/approve-extension.ts';
import { archiveApplication } from '../applications/actions/archive-application.ts';
import { askExtension } from '../applications/actions/ask-extension.ts';
import { askSearch } from '../applications/actions/ask-search.ts';
import { assignApplication } from '../applications/actions/assign-application.ts';
import { confirmReceipt } from '../applications/actions/confirm-receipt.ts';
import type { ActionDeps, Party } from '../applications/actions/deps.ts';
import { dispatchLetter } from '../applications/actions/dispatch-letter.ts';
import { draftLetter } from '../applications/actions/draft-letter.ts';
import { giveSatisfaction } from '../applications/actions/give-satisfaction.ts';
import { lapseClarification } from '../applications/actions/lapse-clarification.ts';
import { lapseFee } from '../applications/actions/lapse-fee.ts';
import { lodgeApplication } from '../applications/actions/lodge-application.ts';
import { noteApplication } from '../applications/actions/note-application.ts';
import { payFee } from '../applications/actions/pay-fee.ts';
import { promoteApplication } from '../applications/actions/promote-application.ts';
import { receiveClarification } from '../applications/actions/receive-clarification.ts';
import { recordContactAttempt } from '../applications/actions/record-contact-attempt.ts';
import { recordDelivery } from '../applications/actions/record-delivery.ts';
import { recordOpinion } from '../applications/actions/record-opinion.ts';
import { reviewLetter } from '../applications/actions/review-letter.ts';
import { signLetter } from '../applications/actions/sign-letter.ts';
import { splitApplication } from '../applications/actions/split-application.ts';
import { submitLetter } from '../applications/actions/submit-letter.ts';
import { withdrawApplication } from '../applications/actions/withdraw-application.ts';
import type { CaseFile } from '../applications/rules/case-file.ts';
import { nextStepOf } from '../applications/rules/fold.ts';
import type { Application } from '../applications/rules/fold.ts';
import type { ApplicationId, LetterId } from '../applications/rules/ids.ts';
import { refusalText } from '../applications/rules/refusal.ts';
import type { Refusal } from '../applications/rules/refusal.ts';
import { findCaseFile } from '../applications/store/application.store.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isWorkingDay } from '../calendar/working-calendar.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { Result } from '../kernel/result.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import { may } from '../people/rules/may.ts';
import type { Ability } from '../people/rules/ability.ts';
import type { Officer } from '../people/rules/officer.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import { findOfficer } from '../people/store/staff.register.store.ts';

const OFFICE = '990101-001';
const ABILITY_FOR_STEP = {
  review: 'review-letter',
  secrecy: 'review-secrecy',
  legality: 'review-legality',
} as const satisfies Record<string, Ability>;

function insist<Value>(what: string, result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`The sample does not load, ${what}: ${refusalText(result.problem)}`);
  return result.value;
}

/** The day so many working days before another; 0 is the day itself or the working day before it. */
function workingDayBefore(calendar: WorkingCalendar, today: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = today;
  while (!isWorkingDay(calendar, day)) day = day.subtract({ days: 1 });
  for (let left = count; left > 0; left -= 1) {
    do day = day.subtract({ days: 1 });
    while (!isWorkingDay(calendar, day));
  }
  return day;
}

/** Something that happens to one application on a day. */
type Scene = { readonly on: Temporal.PlainDate; readonly run: () => Promise<void> };

/**
 * Plays the lives of the sample's applications, all of them day by day, by the acts that the officers and applicants would do.
 * The caller's transaction makes it one whole: after anything that fails nothing of it is there.
 */
export async function playSampleApplications(deps: ActionDeps): Promise<void> {
  const calendar = await deps.calendar();
  const loadedOn = deps.today();
  const dayOf = (day: SampleDay) =>
    typeof day === 'string' ? Temporal.PlainDate.from(day) : workingDayBefore(calendar, loadedOn, day);
  const clock = { today: loadedOn, minutes: 0 };
  const acting: ActionDeps = {
    ...deps,
    today: () => clock.today,
    now: () =>
      clock.today
        .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
        .add({ minutes: clock.minutes })
        .toInstant(),
  };

  const officers: Officer[] = [];
  for (const { id } of SAMPLE_STAFF) {
    const officer = await findOfficer(deps.queries, getStaffId(id), loadedOn);
    if (officer !== undefined) officers.push(officer);
  }
  const party = (officer: Officer): Party => ({ kind: 'officer', officer });
  function whoMay(ability: Ability, agency: string, but: readonly string[] = []): Party {
    const code = getAgencyCode(agency);
    const found = officers.find(
      officer => officer.agency === code && may(officer, ability, code) && !but.includes(officer.id),
    );
    if (found === undefined) throw new Error(`Nobody in ${agency} of the sample may ${ability}`);
    return party(found);
  }

  const files = new Map<SampleLife, ApplicationId>();
  const letters = new Map<SampleStep, LetterId>();

  async function fileOf(life: SampleLife): Promise<CaseFile> {
    const id = files.get(life);
    const file = id === undefined ? undefined : await findCaseFile(deps.queries, id);
    if (file === undefined) throw new Error(`Not lodged: ${life.description}`);
    return file;
  }

  async function lodge(life: SampleLife): Promise<void> {
    const agency = life.agency ?? OFFICE;
    const [on, { channel }] = [clock.today, life];
    const posted = channel === 'signed-post' || channel === 'ordinary-post';
    const [supplyForm, supplyRoute] = life.supply ?? (['paper', 'post'] as const);
    const lodged = await lodgeApplication(
      acting,
      channel === 'online' ? { kind: 'applicant' } : whoMay('register-application', agency),
      {
        agency: getAgencyCode(agency),
        caseKind: 'information',
        intake: {
          channel,
          submittedOn: posted ? null : on,
          arrivedOn: channel === 'ordinary-post' ? on : null,
          signedOn: channel === 'signed-post' ? on : null,
        },
        applicants: [life.applicant],
        requested: {
          description: life.description,
          title: life.title ?? null,
          documentNumber: null,
          supplyForm,
          supplyRoute,
        },
        assistance: null,
        notifyBy: null,
        form: `申请人：${life.applicant.name}\n所需政府信息：${life.description}`,
        files: [],
      },
    );
    files.set(life, insist(life.description, lodged).id);
  }

  async function passChain(file: CaseFile, letter: LetterId, upTo: 'in-review' | 'signed'): Promise<CaseFile> {
    const { agency, id } = file.registration;
    let current = file;
    for (;;) {
      const found = current.application.letters.find(candidate => candidate.id === letter)!;
      const step = nextStepOf(found);
      clock.minutes += 20;
      const ref = { id, version: current.application.version };
      if (step === undefined) return current;
      if (step === 'sign') {
        if (upTo === 'in-review') return current;
        current = insist(
          'sign',
          await signLetter(acting, whoMay('sign-letter', agency, found.authors), ref, { letter }),
        );
        continue;
      }
      const reviewer = whoMay(ABILITY_FOR_STEP[step], agency, found.authors);
      current = insist(step, await reviewLetter(acting, reviewer, ref, { letter, verdict: { kind: 'passed' } }));
      if (upTo === 'in-review') return current;
    }
  }

  async function writeLetter(file: CaseFile, step: Extract<SampleStep, { kind: 'letter' }>): Promise<void> {
    const { agency, id } = file.registration;
    const handler = officers.find(officer => officer.id === file.application.handler);
    const drafter = handler === undefined ? whoMay('draft-letter', agency) : party(handler);
    const drafted = insist(
      step.letter,
      await draftLetter(
        acting,
        drafter,
        { id, version: file.application.version },
        {
          draft: { kind: step.letter, values: step.values, findings: [] },
          recipient: step.to ?? null,
          servedOnline: step.method === 'electronic',
        },
      ),
    );
    const { letter } = drafted;
    letters.set(step, letter);
    if (step.progress === 'drafted') return;
    clock.minutes += 10;
    const submitted = insist(
      step.letter,
      await submitLetter(acting, drafter, { id, version: drafted.file.application.version }, { letter }),
    );
    const signed = await passChain(submitted, letter, step.progress === 'in-review' ? 'in-review' : 'signed');
    if (step.progress === 'in-review' || step.progress === 'signed') return;
    const ref = { id, version: signed.application.version };
    clock.minutes += 10;
    insist(
      step.letter,
      await dispatchLetter(acting, drafter, ref, {
        letter,
        method: step.method ?? 'post',
        on: clock.today,
        trackingNumber: step.tracking ?? null,
        lateReason: null,
        proofs: [],
      }),
    );
  }

  const lastSearch = ({ searches }: Application) => {
    const task = searches.at(-1);
    if (task === undefined) throw new Error('Nothing was asked');
    return task.id;
  };

  async function play(life: SampleLife, step: SampleStep): Promise<void> {
    const file = await fileOf(life);
    const { application, registration } = file;
    const { agency, id } = registration;
    const ref = { id, version: application.version };
    const on = clock.today;
    const as = (ability: Ability) => whoMay(ability, agency);
    const done = (result: Result<unknown, Refusal>) => void insist(`${life.description} ${step.kind}`, result);
    switch (step.kind) {
      case 'confirm':
        return done(await confirmReceipt(acting, as('register-application'), ref, { on, how: step.how }));
      case 'attempt':
        return done(
          await recordContactAttempt(acting, as('register-application'), ref, {
            on,
            how: step.how,
            remark: step.remark,
          }),
        );
      case 'assign': {
        const to = SAMPLE_STAFF.find(({ username }) => username === step.to)!.id;
        return done(
          await assignApplication(acting, as('assign-application'), ref, { to: getStaffId(to), remark: null }),
        );
      }
      case 'note':
        return done(await noteApplication(acting, as('draft-letter'), ref, { text: step.text }));
      case 'letter':
        return writeLetter(file, step);
      case 'opinion':
        return done(
          await recordOpinion(acting, as('consult'), ref, {
            consultation: application.consultations.at(-1)!.id,
            on,
            opinion: step.opinion,
            text: step.text,
            files: [],
          }),
        );
      case 'clarified':
        return done(
          await receiveClarification(acting, as('register-application'), ref, { on, text: step.text, files: [] }),
        );
      case 'search':
        return done(
          await askSearch(acting, as('handle-application'), ref, {
            unit: getAgencyCode(step.unit),
            unitName: step.unitName,
            question: step.question,
            dueOn: dayOf(step.dueOn),
          }),
        );
      case 'found': {
        const answered = { task: lastSearch(application), found: step.found, result: step.result };
        return done(await answerSearch(acting, as('handle-application'), ref, answered));
      }
      case 'extend': {
        const asked = { workingDays: step.workingDays, reason: step.reason };
        const { application: after } = insist('extend', await askExtension(acting, as('draft-letter'), ref, asked));
        return done(await approveExtension(acting, as('approve-extension'), { id, version: after.version }));
      }
      case 'pay':
        return done(
          await payFee(acting, as('record-delivery'), ref, {
            on,
            amountYuan: application.fee!.amountYuan,
            receiptNumber: step.receiptNumber,
          }),
        );
      case 'lapse-clarification':
        return done(await lapseClarification(acting, as('handle-application'), ref, { on }));
      case 'lapse-fee':
        return done(await lapseFee(acting, as('handle-application'), ref, { on }));
      case 'promote':
        return done(await promoteApplication(acting, as('handle-application'), ref, { on, remark: null }));
      case 'withdraw':
        return done(await withdrawApplication(acting, as('handle-application'), ref, { on, reason: step.reason }));
      case 'split': {
        const { descriptions, reason } = step;
        return done(await splitApplication(acting, as('handle-application'), ref, { descriptions, reason }));
      }
      case 'archive':
        return done(await archiveApplication(acting, as('archive-application'), ref, { on, volume: step.volume }));
      case 'satisfaction':
        return done(await giveSatisfaction(acting, { kind: 'applicant' }, ref, { on, score: step.score }));
    }
    assertNever(step);
  }

  async function arrive(life: SampleLife, step: SampleStep): Promise<void> {
    const { application, registration } = await fileOf(life);
    const letter = letters.get(step)!;
    const result = { kind: 'delivered', on: clock.today } as const;
    const ref = { id: registration.id, version: application.version };
    insist(
      'arrival',
      await recordDelivery(acting, whoMay('record-delivery', registration.agency), ref, { letter, result, proofs: [] }),
    );
  }

  const scenes = SAMPLE_APPLICATIONS.flatMap((life): Scene[] => [
    { on: dayOf(life.lodgedOn), run: () => lodge(life) },
    ...life.steps.flatMap((step): Scene[] => {
      const own = { on: dayOf(step.on), run: () => play(life, step) };
      if (step.kind !== 'letter' || step.progress !== 'delivered' || step.deliveredOn === undefined) return [own];
      return [own, { on: dayOf(step.deliveredOn), run: () => arrive(life, step) }];
    }),
  ]);
  for (const scene of scenes.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))) {
    if (!scene.on.equals(clock.today)) clock.minutes = 0;
    clock.today = scene.on;
    clock.minutes += 5;
    await scene.run();
  }
}
