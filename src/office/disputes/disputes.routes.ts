import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findRegistrationNumber } from '../../applications/rules/case-file.ts';
import { findByNumber, listNumbers } from '../../applications/store/register.store.ts';
import { findFirstReply } from '../../applications/store/reply.register.store.ts';
import { amendDispute } from '../../disputes/actions/amend-dispute.ts';
import { closeDispute } from '../../disputes/actions/close-dispute.ts';
import { enterDispute } from '../../disputes/actions/enter-dispute.ts';
import { partyContext } from '../../disputes/actions/perform-dispute.ts';
import type { DisputeDeps, DisputeProblem } from '../../disputes/actions/perform-dispute.ts';
import { reopenDispute } from '../../disputes/actions/reopen-dispute.ts';
import { answerDue } from '../../disputes/rules/dispute.ts';
import { findDisputeId } from '../../disputes/rules/dispute-id.ts';
import type { DisputeFacts } from '../../disputes/rules/dispute-log.ts';
import { resultsOf } from '../../disputes/rules/dispute-result.ts';
import { routeConflict } from '../../disputes/rules/route.ts';
import { tallyDisputes } from '../../disputes/rules/table-four.ts';
import { findDispute, listDisputeFiles } from '../../disputes/store/dispute.store.ts';
import type { DisputeFile } from '../../disputes/store/dispute.store.ts';
import type { Result } from '../../kernel/result.ts';
import {
  REDRESS_COLUMN_LABEL,
  REDRESS_COLUMNS,
  REDRESS_GROUP_LABEL,
  REDRESS_GROUPS,
} from '../../law/report-form/table-four.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { tickField } from '../../views/form/choice-fields.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textField } from '../../views/form/text-field.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { createActReader } from '../case/act-reader.ts';
import type { ActReader } from '../case/act-reader.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { disputeFields, readDispute, valuesOfDispute } from './dispute-form.ts';
import { DISPUTES_PATH, disputePath } from './dispute-paths.ts';
import { disputeMain, disputesMain } from './disputes.pages.ts';
import type { DisputeLine } from './disputes.pages.ts';

const crumbs = [{ text: '行政复议和行政诉讼', href: DISPUTES_PATH }];
type ById = { readonly Params: { readonly id: string } };

/** Where the page of a dispute says what is wrong: at the field, or at the day that both its forms have. */
const fieldOn = ({ field }: DisputeProblem): string => (field === 'result' || field === 'reason' ? field : 'on');

/** 行政复议、行政诉讼: the register, each dispute, and the forms to enter, correct and end them. */
export function disputeRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, sealing, calendar, today, now, setting } = deps;
  const { queries } = database;
  const acting: DisputeDeps = { queries, sealing, today, now };

  async function linesOf(officer: Officer, files: readonly DisputeFile[]): Promise<readonly DisputeLine[]> {
    const ids = files.flatMap(({ dispute }) => dispute.application ?? []);
    const numbers = await listNumbers(queries, officer.agency, [...new Set(ids)]);
    return files.map(({ id, dispute }) => ({
      id,
      dispute,
      number: dispute.application === null ? null : (numbers.get(dispute.application) ?? null),
    }));
  }

  async function ownDispute(officer: Officer, text: string): Promise<DisputeFile> {
    const id = findDisputeId(text);
    const file = id === undefined ? undefined : await findDispute(queries, id);
    if (file?.agency !== officer.agency) throw new NotFound();
    return file;
  }

  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(DISPUTES_PATH, async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    const files = await listDisputeFiles(queries, officer.agency);
    const asked = readFormValues(request.query);
    const year = Number(valueOf({ values: asked }, 'year'));
    const group = REDRESS_GROUPS.find(one => one === valueOf({ values: asked }, 'group'));
    const column = REDRESS_COLUMNS.find(one => one === valueOf({ values: asked }, 'column'));
    const isCell = Number.isInteger(year) && year > 2000 && group !== undefined && column !== undefined;
    const shown = isCell ? files.filter(({ id }) => tallyDisputes(files, year)[group][column].includes(id)) : files;
    const cell = isCell
      ? `${year} 年度报告第四部分“${REDRESS_GROUP_LABEL[group]}·${REDRESS_COLUMN_LABEL[column]}”所计的 ${shown.length} 件。`
      : null;
    const main = disputesMain(await linesOf(officer, shown), cell, may(officer, 'administer-disputes', officer.agency));
    return sendPage(reply, officePage(await setting(request), { title: '行政复议和行政诉讼', main }));
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    state: FormState,
    amended: DisputeFile | null,
  ) {
    const files = (await listDisputeFiles(queries, officer.agency)).filter(
      ({ id, dispute }) => dispute.disputeKind === 'reconsideration' && id !== amended?.id,
    );
    const choices = (await linesOf(officer, files)).map(({ id, dispute, number }) => ({
      id,
      text: [dispute.filedOn.toString(), number === null ? dispute.matter : `申请 ${number}`, dispute.organ].join(' '),
    }));
    const heading = amended === null ? '登记案件' : '更正登记的内容';
    const main = formPage({
      heading,
      action: amended === null ? `${DISPUTES_PATH}/new` : `${disputePath(amended.id)}/amend`,
      state,
      fields: [
        disputeFields(state, choices, today()),
        state.problems.some(({ field }) => field === 'routeChecked') &&
          tickField(state, { name: 'routeChecked', label: '已经核对，法院立案时就是未经复议直接起诉' }),
        amended !== null && [
          textField(state, { name: 'reason', label: '更正的原因', required: true }),
          hiddenField('version', amended.dispute.version),
        ],
      ],
      buttons: [{ text: amended === null ? '登记' : '保存更正' }],
      back: { text: '返回', href: amended === null ? DISPUTES_PATH : disputePath(amended.id) },
    });
    const page = officePage(await setting(request), {
      title: formTitle(heading, state),
      crumbs,
      scripts: ['character-count.js'],
      main,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  const conflictOf = async (officer: Officer, facts: DisputeFacts) =>
    routeConflict(
      facts,
      facts.application === null ? undefined : await findFirstReply(queries, officer.agency, facts.application),
    );

  /** The facts of a form; a number or a reconsideration that there is not is a problem of its field. */
  async function factsOf(read: ActReader, values: FormValues, officer: Officer) {
    const { number, party, ...typed } = readDispute(read);
    const found = number === null ? undefined : findRegistrationNumber(number);
    const application = found === undefined ? undefined : await findByNumber(queries, officer.agency, found);
    if (number !== null && application === undefined)
      read.refuse('number', '本机关没有这个登记编号的申请，请写成 2026-0012 这样');
    const before = typed.disputeKind === 'litigation' ? valueOf({ values }, 'reconsideration') : '';
    const facts: DisputeFacts = {
      ...typed,
      application: application ?? null,
      reconsideration: findDisputeId(before) ?? null,
    };
    const conflict = valueOf({ values }, 'routeChecked') === 'yes' ? null : await conflictOf(officer, facts);
    if (conflict !== null) read.refuse('routeChecked', `${conflict}；请核对是否漏选了此前的行政复议`);
    return { facts, party };
  }

  const toDispute = (request: FastifyRequest, reply: FastifyReply, file: DisputeFile, sentence: string) =>
    goOn(deps, request, reply, {
      to: disputePath(file.id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });

  server.get(`${DISPUTES_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'administer-disputes');
    const values = { disputeKind: 'reconsideration', role: 'respondent', procedure: 'ordinary' };
    return showForm(request, reply, officer, { values, problems: [] }, null);
  });

  server.post(`${DISPUTES_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'administer-disputes');
    const values = readFormValues(request.body);
    const read = createActReader(values, today());
    const { facts, party } = await factsOf(read, values, officer);
    if (read.problems().length > 0)
      return showForm(request, reply, officer, { values, problems: read.problems() }, null);
    const entered = await enterDispute(acting, officer, facts, party);
    return entered.ok
      ? toDispute(request, reply, entered.value, '案件已登记。')
      : showForm(request, reply, officer, { values, problems: [entered.problem] }, null);
  });

  async function partyOf(officer: Officer, { id, agency, sealedParty }: DisputeFile): Promise<string | null> {
    if (!may(officer, 'see-personal-data', agency)) return null;
    await appendJournal(queries, {
      at: now(),
      agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'dispute-party-seen',
      subject: `dispute:${id}`,
      detail: {},
    });
    return sealing.open(sealedParty, partyContext(id));
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    file: DisputeFile,
    state: FormState,
  ) {
    const before = file.dispute.reconsideration;
    const linked = before === null ? undefined : await findDispute(queries, before);
    const [line, beforeLine] = await linesOf(officer, [file, ...(linked === undefined ? [] : [linked])]);
    const main = disputeMain({
      line: line!,
      log: file.log,
      names: await listStaffNames(queries, [...new Set(file.log.flatMap(({ by }) => by ?? []))]),
      party: await partyOf(officer, file),
      answerDue: answerDue(file.dispute, await calendar()),
      before: beforeLine ?? null,
      conflict: await conflictOf(officer, file.dispute),
      mayAct: may(officer, 'administer-disputes', file.agency),
      state,
      today: today(),
    });
    const page = officePage(await setting(request), {
      title: formTitle('案件', state),
      crumbs,
      scripts: ['character-count.js'],
      main,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get<ById>(`${DISPUTES_PATH}/:id`, async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    return show(request, reply, officer, await ownDispute(officer, request.params.id), EMPTY_FORM);
  });

  server.get<ById>(`${DISPUTES_PATH}/:id/amend`, async (request, reply) => {
    const officer = officerWho(request, 'administer-disputes');
    const file = await ownDispute(officer, request.params.id);
    const [line] = await linesOf(officer, [file]);
    const values = valuesOfDispute(file.dispute, (await partyOf(officer, file)) ?? '', line!.number ?? '');
    return showForm(request, reply, officer, { values, problems: [] }, file);
  });

  server.post<ById>(`${DISPUTES_PATH}/:id/amend`, async (request, reply) => {
    const officer = officerWho(request, 'administer-disputes');
    const file = await ownDispute(officer, request.params.id);
    const values = readFormValues(request.body);
    const read = createActReader(values, today());
    const { facts, party } = await factsOf(read, values, officer);
    const reason = read.text('reason', '更正的原因', 200);
    const again = async (problems: readonly DisputeProblem[]) =>
      showForm(request, reply, officer, { values, problems }, file);
    if (read.problems().length > 0) return again(read.problems());
    const seen = Number(valueOf({ values }, 'version'));
    const amended = await amendDispute(acting, officer, { id: file.id, seen }, { facts, party, reason });
    return amended.ok ? toDispute(request, reply, amended.value, '更正已保存。') : again([amended.problem]);
  });

  async function act(
    request: FastifyRequest<ById>,
    reply: FastifyReply,
    sentence: string,
    perform: (
      read: ActReader,
      ref: { readonly id: DisputeFile['id']; readonly seen: number },
      officer: Officer,
      file: DisputeFile,
    ) => () => Promise<Result<DisputeFile, DisputeProblem>>,
  ) {
    const officer = officerWho(request, 'administer-disputes');
    const file = await ownDispute(officer, request.params.id);
    const values = readFormValues(request.body);
    const read = createActReader(values);
    const run = perform(read, { id: file.id, seen: Number(valueOf({ values }, 'version')) }, officer, file);
    const problems = read.problems();
    if (problems.length > 0) return show(request, reply, officer, file, { values, problems });
    const done = await run();
    return done.ok
      ? toDispute(request, reply, done.value, sentence)
      : show(request, reply, officer, file, { values, problems: [{ ...done.problem, field: fieldOn(done.problem) }] });
  }

  server.post<ById>(`${DISPUTES_PATH}/:id/close`, async (request, reply) =>
    act(request, reply, '结果已登记。', (read, ref, officer, { dispute }) => {
      const input = {
        result: read.choice('result', '结果', resultsOf(dispute.disputeKind)),
        on: read.day('on', '决定、裁判的日期'),
        ordered: read.optionalText('ordered', '责令的事项', 200),
        orderedOn: read.optionalDay('orderedOn', '最迟履行的日期'),
      };
      return async () => closeDispute(acting, officer, ref, input);
    }),
  );

  server.post<ById>(`${DISPUTES_PATH}/:id/reopen`, async (request, reply) =>
    act(request, reply, '案件已继续审理。', (read, ref, officer) => {
      const input = { on: read.day('on', '日期'), reason: read.text('reason', '原因', 200) };
      return async () => reopenDispute(acting, officer, ref, input);
    }),
  );
}
