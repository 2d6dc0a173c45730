import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerRectification } from '../../annual-report/actions/rectification/answer-rectification.ts';
import { checkRectification } from '../../annual-report/actions/rectification/check-rectification.ts';
import { closeRectification } from '../../annual-report/actions/rectification/close-rectification.ts';
import type { SeenRectification } from '../../annual-report/actions/rectification/perform-on-rectification.ts';
import { returnRectification } from '../../annual-report/actions/rectification/return-rectification.ts';
import { withdrawRectification } from '../../annual-report/actions/rectification/withdraw-rectification.ts';
import { rectificationRefusalText } from '../../annual-report/rules/rectification/admit.ts';
import type { RectificationRefusal } from '../../annual-report/rules/rectification/admit.ts';
import {
  findRectificationId,
  RECTIFICATION_ACT_KINDS,
  RECTIFICATION_ACTS_OPEN_IN,
} from '../../annual-report/rules/rectification/rectification-log.ts';
import type { RectificationActKind } from '../../annual-report/rules/rectification/rectification-log.ts';
import { findRectification, listRectifications } from '../../annual-report/store/rectification.store.ts';
import type { RectificationFile } from '../../annual-report/store/rectification.store.ts';
import type { Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { unusable } from '../../people/rules/refusal.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { readDay } from '../account/read-day.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { rectificationMain } from './rectification.page.ts';
import { RECTIFICATIONS_PATH, rectificationPath } from './rectification-paths.ts';
import { rectificationsMain } from './rectifications.page.ts';

type ById = { readonly Params: { readonly id: string } };
type Refused = Result<RectificationFile, RectificationRefusal>;

const collects = (officer: Officer): boolean =>
  officer.oversees.length > 0 &&
  (may(officer, 'collect-reports', officer.agency) || may(officer, 'oversee', officer.agency));
const reads = (officer: Officer): boolean => may(officer, 'read-applications', officer.agency);

/** 督促整改: the orders of an office and of an agency, and each of them with its acts. */
export function rectificationRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, today, now, setting } = deps;
  const { queries } = database;
  const acting = { queries, today, now };

  async function namesOf() {
    const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
    return (agency: RectificationFile['agency']) => names.get(agency) ?? agency;
  }

  server.get(RECTIFICATIONS_PATH, async (request, reply) => {
    const officer = officerOf(request);
    if (!collects(officer) && !reads(officer)) throw new Forbidden('collect-reports');
    const { agency } = officer;
    const ordered = collects(officer) ? await listRectifications(queries, { office: agency }) : null;
    const received = reads(officer) ? await listRectifications(queries, { agency }) : null;
    const shown = collects(officer) && received?.length === 0 ? null : received;
    const main = rectificationsMain(ordered, shown, await namesOf(), today());
    return sendPage(reply, officePage(await setting(request), { title: '督促整改', main }));
  });

  /** The rectification of the address, if it is the business of the officer's agency. */
  async function fileOf(request: FastifyRequest<ById>, officer: Officer): Promise<RectificationFile> {
    const id = findRectificationId(request.params.id);
    const file = id === undefined ? undefined : await findRectification(queries, id);
    if (file === undefined) throw new NotFound();
    const isOwn =
      (file.office === officer.agency && collects(officer)) || (file.agency === officer.agency && reads(officer));
    if (!isOwn) throw new NotFound();
    return file;
  }

  /** The acts that the officer may do by party and ability; the stage is asked when the page is drawn. */
  function mayOf(officer: Officer, file: RectificationFile): ReadonlySet<RectificationActKind> {
    const isOffice = file.office === officer.agency && may(officer, 'collect-reports', officer.agency);
    const isAgency = file.agency === officer.agency && may(officer, 'compile-report', officer.agency);
    const open: readonly RectificationActKind[] = RECTIFICATION_ACTS_OPEN_IN[file.state.stage];
    // Closing is offered after the check of the answer that it rests on.
    const isChecked = file.state.check?.isCurrent === true;
    return new Set(
      RECTIFICATION_ACT_KINDS.filter(kind => open.includes(kind))
        .filter(kind => (kind === 'answered' ? isAgency : isOffice))
        .filter(kind => kind !== 'closed' || isChecked),
    );
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    file: RectificationFile,
    form: FormState,
  ) {
    const nameOf = await namesOf();
    const title = `${nameOf(file.agency)}：${file.year} 年度报告整改`;
    const main = rectificationMain({
      file,
      nameOf,
      staffNames: await listStaffNames(queries, [...new Set(file.log.flatMap(({ by }) => by ?? []))]),
      may: mayOf(officer, file),
      today: today(),
      form,
    });
    const page = {
      title: formTitle(title, form),
      crumbs: [{ text: '督促整改', href: RECTIFICATIONS_PATH }],
      main,
    };
    return sendPage(reply, officePage(await setting(request), page), form.problems.length > 0 ? 422 : 200);
  }

  server.get<ById>(`${RECTIFICATIONS_PATH}/:id`, async (request, reply) => {
    const officer = officerOf(request);
    return show(request, reply, officer, await fileOf(request, officer), EMPTY_FORM);
  });

  /** An act on the page of a rectification; `fields` are what its form calls the fields of the rules. */
  function actRoute(
    kind: RectificationActKind,
    sentence: string,
    fields: Readonly<Record<string, string>>,
    act: (officer: Officer, ref: SeenRectification, values: FormValues) => Promise<Refused>,
  ) {
    server.post<ById>(`${RECTIFICATIONS_PATH}/:id/${kind}`, async (request, reply) => {
      const officer = officerOf(request);
      const file = await fileOf(request, officer);
      const values = readFormValues(request.body);
      const done = await act(officer, { id: file.id, seen: Number(valueOf({ values }, 'version')) }, values);
      if (!done.ok) {
        const { problem } = done;
        if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
        const problems =
          problem.kind === 'unusable'
            ? problem.problems.map(({ field, message }) => ({ field: fields[field] ?? field, message }))
            : [{ field: 'main', message: rectificationRefusalText(problem) }];
        return show(request, reply, officer, file, { values, problems });
      }
      return goOn(deps, request, reply, {
        to: rectificationPath(file.id),
        session: getVisit(request).session.id,
        message: { kind: 'done', sentence },
      });
    });
  }

  actRoute('answered', '已反馈，等待主管部门复核。', {}, async (officer, ref, values) =>
    answerRectification(acting, officer, ref, valueOf({ values }, 'statement')),
  );
  actRoute('checked', '已按现在的报告复核。', {}, async (officer, ref) => checkRectification(acting, officer, ref));
  actRoute('closed', '已办结。', {}, async (officer, ref, values) =>
    closeRectification(acting, officer, ref, valueOf({ values }, 'reason')),
  );
  actRoute('returned', '已退回继续整改。', { reason: 'comment' }, async (officer, ref, values) => {
    const dueOn = readDay(valueOf({ values }, 'dueOn'));
    return dueOn === null
      ? refuse(unusable('dueOn', '请填写新的期限'))
      : returnRectification(acting, officer, ref, { reason: valueOf({ values }, 'comment'), dueOn });
  });
  actRoute('withdrawn', '已撤销。', { reason: 'why' }, async (officer, ref, values) =>
    withdrawRectification(acting, officer, ref, valueOf({ values }, 'why')),
  );
}
