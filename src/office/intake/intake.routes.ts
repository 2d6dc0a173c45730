import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import type { Act } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { frequencyOf, similarOf } from '../../applications/rules/earlier-applications.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import { keptFileOf } from '../../applications/store/application-file.store.ts';
import { identityDigestOf, nameDigestOf } from '../../applications/store/applicant.store.ts';
import { clockReadingsFor } from '../../applications/store/clock-readings.store.ts';
import { listFilesOfApplicant } from '../../applications/store/earlier-application.store.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { listHoldersOf } from '../../people/store/staff.register.store.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import type { SubmittedForm } from '../../platform/files/read-uploads.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import type { EarlierFacts } from '../case/earlier-applications.section.ts';
import { DESK_PATH } from '../desk/desk-query.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, officerWho } from '../gate/visit.ts';
import { casePath } from '../letters/letter-paths.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { intakeCheckMain } from './intake-check.page.ts';
import { intakeMain, openingIntake } from './intake-form.ts';
import { intakeWords } from './intake-words.ts';
import { readDecision, readIntake } from './read-intake.ts';
import type { Intake } from './read-intake.ts';

const crumbs = [{ text: '依申请公开', href: DESK_PATH }];

const valuesIn = ({ fields }: SubmittedForm): FormValues =>
  Object.fromEntries(fields.names().map(name => [name, fields.texts(name)]));

/** 代为登记: an application that came by post, in person, by word of mouth, by fax or e-mail. */
export function intakeRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, sealing, files, scanner, readUploads, calendar, today, now, setting } = deps;
  const { queries } = database;

  async function earlierOf(officer: Officer, { applicants, requested }: Intake): Promise<EarlierFacts> {
    const [first] = applicants;
    const digest = identityDigestOf(sealing, first) ?? nameDigestOf(sealing, first.name);
    const others = await listFilesOfApplicant(queries, officer.agency, [digest]);
    if (others.length > 0)
      await appendJournal(queries, {
        at: now(),
        agency: officer.agency,
        actor: { kind: 'officer', id: officer.id },
        event: 'applicant-looked-up',
        subject: null,
        detail: {},
      });
    return {
      others: others.length,
      similar: similarOf(requested.description, others),
      frequency: frequencyOf(others, today()),
      ofOthers: [],
    };
  }

  async function showForm(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const page = officePage(await setting(request), {
      title: formTitle('登记申请', state),
      crumbs,
      scripts: ['character-count.js'],
      main: intakeMain(state, today()),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  async function showCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    intake: Intake,
    state: FormState,
  ) {
    const mayAssign = may(officer, 'assign-application', officer.agency);
    const main = intakeCheckMain({
      intake,
      state,
      calendar: await calendar(),
      readings: await clockReadingsFor(queries, officer.agency),
      today: today(),
      earlier: await earlierOf(officer, intake),
      colleagues: mayAssign ? await listHoldersOf(queries, officer.agency, ['case-handler', 'disclosure-head']) : [],
    });
    const page = officePage(await setting(request), { title: formTitle('核对并登记', state), crumbs, main });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get(`${DESK_PATH}/new`, async (request, reply) => {
    officerWho(request, 'register-application');
    return showForm(request, reply, { values: openingIntake(today()), problems: [] });
  });

  server.post(`${DESK_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'register-application');
    const values = valuesIn(await readUploads(request));
    const intake = readIntake(values, today());
    if (!intake.ok) return showForm(request, reply, { values, problems: intake.problem });
    const preset = { confirmedOn: today().toString(), how: 'telephone' };
    return showCheck(request, reply, officer, intake.value, { values: { ...preset, ...values }, problems: [] });
  });

  server.post(`${DESK_PATH}/new/register`, async (request, reply) => {
    const officer = officerWho(request, 'register-application');
    const submitted = await readUploads(request);
    const values = valuesIn(submitted);
    const intake = readIntake(values, today());
    if (!intake.ok || valueOf({ values }, 'back') === 'yes')
      return showForm(request, reply, { values, problems: intake.ok ? [] : intake.problem });
    const again = async (problems: readonly FieldProblem[]) =>
      showCheck(request, reply, officer, intake.value, { values, problems });
    const decision = readDecision(values, intake.value.intake.channel);
    if (!decision.ok) return again(decision.problem);
    if (submitted.problems.length > 0) return again(submitted.problems);
    const following: Act[] = [];
    const { confirmed } = decision.value;
    if (confirmed !== null) following.push({ kind: 'receipt-confirmed', ...confirmed });
    const handler = findStaffId(valueOf({ values }, 'handler'));
    if (handler !== undefined && may(officer, 'assign-application', officer.agency)) {
      const colleagues = await listHoldersOf(queries, officer.agency, ['case-handler', 'disclosure-head']);
      if (!colleagues.some(({ id }) => id === handler))
        return again([{ field: 'handler', message: '请选择本机关的承办人' }]);
      following.push({ kind: 'assigned', to: handler, remark: null });
    }
    const kept = await keepUploads({ files, scanner }, submitted.files);
    if (!kept.ok) return again(kept.problem);
    const lodged = await lodgeApplication(
      actionDepsOf(deps),
      { kind: 'officer', officer },
      {
        agency: officer.agency,
        ...intake.value,
        form: intakeWords(intake.value),
        files: kept.value.map(upload => keptFileOf(upload, { purpose: 'scan', addedAt: now(), addedBy: officer.id })),
      },
      following,
    );
    if (!lodged.ok) {
      await dropUploads(files, kept.value);
      const { problem } = lodged;
      return again(
        problem.kind === 'unusable' ? problem.problems : [{ field: 'channel', message: refusalText(problem) }],
      );
    }
    const { registration, queryCode, password } = lodged.value;
    return goOn(deps, request, reply, {
      to: casePath(registration.id),
      session: getVisit(request).session.id,
      message: {
        kind: 'done',
        sentence: `已登记，编号 ${registrationNumber(registration)}。申请人查询进度用的查询码和密码只显示这一次，请抄在登记回执上：`,
        lines: [queryCode, password],
      },
    });
  });
}
