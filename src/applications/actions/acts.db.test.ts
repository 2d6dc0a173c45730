import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyJournal } from '../../people/store/journal.store.ts';
import type { Party } from './deps.ts';
import { CITIZEN, done, lodge, lodgingAt, OFFICE, openActing, refused, SCHOOLS } from '../testing/acting.ts';
import type { Acting } from '../testing/acting.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId, LetterId } from '../rules/ids.ts';
import type { LetterValues } from '../rules/letters/letter-inputs.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';
import { ONLINE_REVIEW_CHANNEL } from '../rules/settings.ts';
import { projectionOf } from '../rules/project.ts';
import { PRESET_READINGS } from '../rules/contested-points.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { saveSetting } from '../../people/store/setting.store.ts';
import { letterText } from '../../views/official-letter/official-letter.ts';
import { findConsultationByCode } from '../store/consultation.store.ts';
import { findSignedLetter } from '../store/letter.store.ts';
import { listApplicants } from '../store/applicant.store.ts';
import { findCaseFile } from '../store/application.store.ts';
import { projectionColumns } from '../store/application-log.store.ts';
import { approveExtension } from './approve-extension.ts';
import { archiveApplication } from './archive-application.ts';
import { askExtension } from './ask-extension.ts';
import { assignApplication } from './assign-application.ts';
import { confirmReceipt } from './confirm-receipt.ts';
import { dispatchLetter } from './dispatch-letter.ts';
import { draftLetter } from './draft-letter.ts';
import { lapseClarification } from './lapse-clarification.ts';
import { lapseFee } from './lapse-fee.ts';
import { lodgeApplication } from './lodge-application.ts';
import { noteApplication } from './note-application.ts';
import { orderReply } from './order-reply.ts';
import { receiveClarification } from './receive-clarification.ts';
import { recordDelivery } from './record-delivery.ts';
import { recordOpinion } from './record-opinion.ts';
import { reviewLetter } from './review-letter.ts';
import { saveLetter } from './save-letter.ts';
import { signLetter } from './sign-letter.ts';
import { splitApplication } from './split-application.ts';
import { submitLetter } from './submit-letter.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawLetter } from './withdraw-letter.ts';

async function fileOf({ deps }: Acting, id: ApplicationId) {
  const file = await findCaseFile(deps.queries, id);
  if (file === undefined) throw new Error('no such application');
  return file;
}
const refOf = async (acting: Acting, id: ApplicationId) => ({
  id,
  version: (await fileOf(acting, id)).application.version,
});

const saved = (kind: LetterKind, values: LetterValues, more: { online?: boolean; third?: string } = {}) => ({
  draft: { kind, values, findings: [] },
  recipient: more.third === undefined ? null : { name: more.third, isPerson: true, contact: '', address: '' },
  servedOnline: more.online === true,
});

const people = async (acting: Acting) => ({
  clerk: await acting.officer(['case-handler']),
  reviewer: await acting.officer(['reviewer']),
  secrecy: await acting.officer(['secrecy-reviewer']),
  legal: await acting.officer(['legal-reviewer']),
  head: await acting.officer(['disclosure-head']),
  signatory: await acting.officer(['signatory']),
});

/** Drafts, submits and passes a letter up to its signature. */
async function signed(acting: Acting, id: ApplicationId, draft: ReturnType<typeof saved>): Promise<LetterId> {
  const { clerk, reviewer, secrecy, legal, signatory } = await people(acting);
  const { deps } = acting;
  const { letter } = done(await draftLetter(deps, clerk, await refOf(acting, id), draft));
  done(await submitLetter(deps, clerk, await refOf(acting, id), { letter }));
  const passing: Readonly<Record<string, Party>> = { review: reviewer, secrecy, legality: legal };
  const steps = (await fileOf(acting, id)).application.letters.find(one => one.id === letter)!.steps;
  for (const step of steps.filter(one => one !== 'sign'))
    done(await reviewLetter(deps, passing[step]!, await refOf(acting, id), { letter, verdict: { kind: 'passed' } }));
  done(await signLetter(deps, signatory, await refOf(acting, id), { letter }));
  return letter;
}

async function sent(acting: Acting, id: ApplicationId, letter: LetterId, method: 'post' | 'in-person' | 'electronic') {
  const { clerk } = await people(acting);
  return done(
    await dispatchLetter(acting.deps, clerk, await refOf(acting, id), {
      letter,
      method,
      on: acting.today(),
      trackingNumber: method === 'post' ? 'XA00000000199' : null,
      lateReason: null,
      proofs: [],
    }),
  );
}

const GRANTED: LetterValues = { supplied: '征收补偿方案全文', supplyForm: '纸质文本', pages: 12 };

test('当场或者限期答复: lodged at the counter, granted, posted on the last day, on time; archived when it was signed for', async () => {
  await using acting = await openActing('2025-11-03');
  const { clerk, head } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  done(await assignApplication(acting.deps, head, await refOf(acting, id), { to: clerk.officer.id, remark: null }));
  acting.on('2025-12-01');
  const letter = await signed(acting, id, saved('granted', GRANTED));
  const file = await sent(acting, id, letter, 'post');
  expect(file.application.stage).toBe('settled');
  expect(file.application.settlement?.on.toString()).toBe('2025-12-01');
  expect(
    refused(await archiveApplication(acting.deps, clerk, await refOf(acting, id), { on: acting.today(), volume: '1' })),
  ).toContain('已发出');
  acting.on('2025-12-04');
  const result = { kind: 'delivered', on: acting.today() } as const;
  done(await recordDelivery(acting.deps, clerk, await refOf(acting, id), { letter, result, proofs: [] }));
  done(await archiveApplication(acting.deps, clerk, await refOf(acting, id), { on: acting.today(), volume: '2025-1' }));
  const row = await acting.deps.queries
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ stage: 'archived', outcome: 'granted', done_late: false, settled_on: '2025-12-01' });
  expect((await verifyJournal(acting.deps.queries)).ok).toBe(true);
});

test('补正、征求第三方意见、延期、部分公开: one life with every stop of the clock', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk, head } = await people(acting);
  const { deps } = acting;
  const { id } = await lodge(acting, {
    intake: { channel: 'online', submittedOn: acting.today(), arrivedOn: null, signedOn: null },
  });
  expect((await fileOf(acting, id)).application.stage).toBe('awaiting-confirmation');
  done(await confirmReceipt(deps, clerk, await refOf(acting, id), { on: acting.on('2026-03-03'), how: 'telephone' }));

  acting.on('2026-03-06');
  const corrections = { corrections: ['写明年度'], correctionAdvice: '书面补正', correctionDays: 10 };
  const clarification = await signed(acting, id, saved('clarification-notice', corrections));
  await sent(acting, id, clarification, 'in-person');
  expect((await fileOf(acting, id)).application.stage).toBe('awaiting-clarification');
  acting.on('2026-03-12');
  done(
    await receiveClarification(deps, { kind: 'applicant' }, await refOf(acting, id), {
      on: acting.today(),
      text: '2025年度',
      files: [],
    }),
  );
  const restarted = await deps.queries
    .selectFrom('applications')
    .select('reply_due_on')
    .where('id', '=', id)
    .executeTakeFirst();
  expect(restarted?.reply_due_on).toBe('2026-04-10');

  acting.on('2026-03-16');
  const letter = await signed(
    acting,
    id,
    saved('third-party-consultation', { information: '征收补偿方案', answerWay: '书面寄送' }, { third: '韩予舟' }),
  );
  await sent(acting, id, letter, 'post');
  const content = letterText((await findSignedLetter(deps.queries, deps.sealing, letter))!.content);
  const code = /凭答复码 ([2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}) 提交/.exec(content)?.[1] ?? '';
  const opened = await findConsultationByCode(deps.queries, deps.sealing, code.toLowerCase());
  expect(opened).toMatchObject({ application: id, party: { name: '韩予舟', matter: '征收补偿方案' } });
  acting.on('2026-03-18');
  const arrived = { kind: 'delivered', on: acting.today() } as const;
  done(await recordDelivery(deps, clerk, await refOf(acting, id), { letter, result: arrived, proofs: [] }));
  acting.on('2026-03-25');
  const [consultation] = (await fileOf(acting, id)).application.consultations;
  done(
    await recordOpinion(deps, { kind: 'third-party' }, await refOf(acting, id), {
      consultation: consultation!.id,
      on: acting.today(),
      opinion: 'objects',
      text: '涉及本人住址，不同意公开',
      files: [],
    }),
  );
  const asked = { workingDays: 10, reason: '需要逐页核对' };
  done(await askExtension(deps, clerk, await refOf(acting, id), asked));
  expect(refused(await approveExtension(deps, clerk, await refOf(acting, id)))).toContain(
    '没有“同意延长答复期限”的权限',
  );
  done(await approveExtension(deps, head, await refOf(acting, id)));
  const notice = await signed(
    acting,
    id,
    saved('extension-notice', {
      extensionReason: asked.reason,
      extensionDays: 10,
      extendedUntil: Temporal.PlainDate.from('2026-05-08'),
    }),
  );
  await sent(acting, id, notice, 'in-person');
  expect((await fileOf(acting, id)).application.extension?.state).toBe('notified');

  acting.on('2026-04-20');
  const passages = [
    {
      passage: '第2页的住址',
      ground: 'third-party-interest',
      aspect: '个人隐私',
      lawNamed: null,
      reasons: '第三方不同意公开',
    },
  ] as const;
  const reply = await signed(acting, id, saved('partly-granted', { ...GRANTED, passages }));
  const file = await sent(acting, id, reply, 'in-person');
  expect(file.application.settlement).toMatchObject({ kind: 'replied' });
  const { steps } = file.application.letters.find(one => one.id === reply)!;
  expect(steps).toEqual(['review', 'secrecy', 'legality', 'sign']);
  const row = await deps.queries.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ outcome: 'partly-granted', done_late: false });
});

test('收费通知、逾期未缴: the file lapses only after the last day, and counts as 其他处理-2', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const values = {
    feeScale: '按量计收',
    feeStandard: '每页10元',
    feeAmount: '700',
    pages: 100,
    paymentWay: '政务服务中心窗口',
  };
  const letter = await signed(acting, id, saved('fee-notice', values));
  await sent(acting, id, letter, 'in-person');
  const early = await lapseFee(acting.deps, clerk, await refOf(acting, id), { on: acting.on('2026-03-20') });
  expect(refused(early)).toContain('政府信息公开信息处理费管理办法');
  const { application } = done(
    await lapseFee(acting.deps, clerk, await refOf(acting, id), { on: acting.on('2026-04-01') }),
  );
  expect(application.settlement).toMatchObject({ kind: 'closed', closing: 'fee-unpaid' });
});

test('补正告知只能一次（第三十条）, and lapses only when the days given have passed', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const corrections = { corrections: ['写明年度'], correctionAdvice: '书面补正', correctionDays: 10 };
  await sent(acting, id, await signed(acting, id, saved('clarification-notice', corrections)), 'in-person');
  expect(
    refused(await lapseClarification(acting.deps, clerk, await refOf(acting, id), { on: acting.on('2026-03-16') })),
  ).toContain('第三十条');
  done(
    await receiveClarification(acting.deps, clerk, await refOf(acting, id), {
      on: acting.today(),
      text: '2025年',
      files: [],
    }),
  );
  const again = await signed(acting, id, saved('clarification-notice', corrections));
  const refusedAgain = await dispatchLetter(acting.deps, clerk, await refOf(acting, id), {
    letter: again,
    method: 'in-person',
    on: acting.today(),
    trackingNumber: null,
    lateReason: null,
    proofs: [],
  });
  expect(refused(refusedAgain)).toContain('第三十条');
});

test('a letter that lacks what the law demands is not submitted: each missing part is named with its article', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const { letter } = done(await draftLetter(acting.deps, clerk, await refOf(acting, id), saved('not-existing', {})));
  const words = refused(await submitLetter(acting.deps, clerk, await refOf(acting, id), { letter }));
  for (const part of ['检索范围', '检索关键词', '检索时段']) expect(words).toContain(part);
  expect(words).toContain('第三十六条第（四）项');
  const values = { searchedIn: '公文系统', searchedFor: '征收补偿', searchedPeriod: '2020年至2026年' };
  done(await saveLetter(acting.deps, clerk, await refOf(acting, id), { letter, saved: saved('not-existing', values) }));
  const { application } = done(await submitLetter(acting.deps, clerk, await refOf(acting, id), { letter }));
  expect(application.letters[0]).toMatchObject({ version: 2, standing: 'in-review' });
});

test('a reply served online names an internet channel for review, or is not submitted（行政复议法第二十二条）', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const online = saved('granted', GRANTED, { online: true });
  const { letter } = done(await draftLetter(acting.deps, clerk, await refOf(acting, id), online));
  expect(refused(await submitLetter(acting.deps, clerk, await refOf(acting, id), { letter }))).toContain('互联网渠道');
  await saveSetting(acting.deps.queries, ONLINE_REVIEW_CHANNEL, OFFICE, '行政复议网上平台', acting.deps.now());
  done(await submitLetter(acting.deps, clerk, await refOf(acting, id), { letter }));
});

test('四眼: whoever drafted neither passes nor signs; steps go in their order; a returned letter says why', async () => {
  await using acting = await openActing('2026-03-02');
  const { reviewer, signatory, secrecy } = await people(acting);
  const all = await acting.officer(['case-handler', 'reviewer', 'secrecy-reviewer', 'signatory']);
  const { deps } = acting;
  const { id } = await lodge(acting, {}, all);
  const { letter } = done(await draftLetter(deps, all, await refOf(acting, id), saved('granted', GRANTED)));
  done(await submitLetter(deps, all, await refOf(acting, id), { letter }));
  const pass = { letter, verdict: { kind: 'passed' } } as const;
  expect(refused(await reviewLetter(deps, all, await refOf(acting, id), pass))).toContain('起草人不能审核');
  expect(refused(await signLetter(deps, signatory, await refOf(acting, id), { letter }))).toContain('工作机构审核');
  expect(refused(await reviewLetter(deps, secrecy, await refOf(acting, id), pass))).toContain('没有“审核文书”的权限');
  const blank = { letter, verdict: { kind: 'returned', comment: ' ' } } as const;
  expect(refused(await reviewLetter(deps, reviewer, await refOf(acting, id), blank))).toContain('退回的原因');
  const returned = { letter, verdict: { kind: 'returned', comment: '写明页数' } } as const;
  const { application } = done(await reviewLetter(deps, reviewer, await refOf(acting, id), returned));
  expect(application).toMatchObject({
    stage: 'in-hand',
    letters: [{ standing: 'returned', returnedComment: '写明页数' }],
  });
});

test('文号 is gapless: a signature that is refused takes none, a withdrawn letter keeps its own', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk, signatory } = await people(acting);
  const numbers: (string | null)[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { id } = await lodge(acting, {}, clerk);
    const { letter } = done(await draftLetter(acting.deps, clerk, await refOf(acting, id), saved('granted', GRANTED)));
    refused(await signLetter(acting.deps, signatory, await refOf(acting, id), { letter }));
    done(await withdrawLetter(acting.deps, clerk, await refOf(acting, id), { letter, reason: '重写' }));
    const again = await signed(acting, id, saved('granted', GRANTED));
    const { application } = await fileOf(acting, id);
    numbers.push(application.letters.find(one => one.id === again)!.documentNumber);
  }
  expect(numbers).toEqual(['晴政办依复〔2026〕1号', '晴政办依复〔2026〕2号', '晴政办依复〔2026〕3号']);
});

test('two officers at once: one wins, the other is told what happened meanwhile, and nothing of theirs is written', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk, head } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const ref = await refOf(acting, id);
  const both = await Promise.all([
    withdrawApplication(acting.deps, clerk, ref, { on: acting.today(), reason: '书面撤回' }),
    noteApplication(acting.deps, head, ref, { text: '请先核对' }),
  ]);
  const lost = both.find(result => !result.ok);
  expect(both.filter(result => result.ok)).toHaveLength(1);
  expect(lost).toMatchObject({ problem: { kind: 'overtaken', meanwhile: [{ sequence: 2 }] } });
  expect((await fileOf(acting, id)).log).toHaveLength(2);
});

test('一事一申请: the parts keep the parent’s receipt and are numbered; after a refusal nothing of them is left', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { deps } = acting;
  const { id } = await lodge(acting, {}, clerk);
  acting.on('2026-03-04');
  const reason = '两项互不相关';
  expect(
    refused(await splitApplication(deps, clerk, await refOf(acting, id), { descriptions: ['一'], reason })),
  ).toContain('两项');
  const { application } = done(
    await splitApplication(deps, clerk, await refOf(acting, id), { descriptions: ['补偿方案', '评估报告'], reason }),
  );
  expect(application.stage).toBe('split');
  for (const child of application.children) {
    const part = await fileOf(acting, child);
    expect(part.application).toMatchObject({ parent: id, stage: 'in-hand' });
    const row = await deps.queries
      .selectFrom('applications')
      .select('received_on')
      .where('id', '=', child)
      .executeTakeFirst();
    expect(row?.received_on).toBe('2026-03-02');
    expect((await listApplicants(deps.queries, deps.sealing, child))[0]).toEqual(CITIZEN);
  }
  const before = await deps.queries
    .selectFrom('applications')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  refused(await splitApplication(deps, clerk, await refOf(acting, id), { descriptions: ['一', '二'], reason }));
  const after = await deps.queries
    .selectFrom('applications')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  expect(after).toEqual(before);
});

test('重新答复: a judgment opens the file again with its own period; it is no new application', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const reasons = { ground: 'internal-affairs', aspect: '人事管理', reasons: '属于内部人事管理信息' } as const;
  await sent(acting, id, await signed(acting, id, saved('withheld', reasons)), 'in-person');
  acting.on('2026-06-01');
  const ordered = { by: 'litigation', on: acting.today(), dueOn: null, reference: '（2026）行初1号' } as const;
  const { application } = done(await orderReply(acting.deps, clerk, await refOf(acting, id), ordered));
  expect(application).toMatchObject({ stage: 'in-hand', settlement: null });
  expect(application.earlierSettlements).toHaveLength(1);
  const row = await acting.deps.queries
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ received_on: '2026-03-02', reply_due_on: '2026-06-30' });
});

test('an officer of another agency finds nothing, whatever they try; one without the ability is told which is missing', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk, signatory } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const stranger = await acting.officer(['case-handler', 'disclosure-head', 'signatory'], SCHOOLS);
  expect(refused(await noteApplication(acting.deps, stranger, await refOf(acting, id), { text: '看看' }))).toContain(
    '没有找到',
  );
  const lodging = lodgingAt(acting.today());
  expect(refused(await lodgeApplication(acting.deps, stranger, lodging))).toContain('登记收到的申请');
  const withdrawal = { on: acting.today(), reason: '撤回' };
  expect(refused(await withdrawApplication(acting.deps, signatory, await refOf(acting, id), withdrawal))).toContain(
    '办理申请',
  );
});

test('personal data stand sealed: no row of the database holds a name, a number or an address', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  await signed(acting, id, saved('granted', GRANTED));
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'
  `.execute(acting.deps.queries);
  const secrets = [CITIZEN.name, CITIZEN.contact.address!];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
      acting.deps.queries,
    );
    const leaks = rows.filter(({ row }) => [...secrets, '990101199003070021'].some(secret => row.includes(secret)));
    expect(leaks, name).toEqual([]);
  }
  expect(tables.length).toBeGreaterThan(20);
});

test('the stored projection is what the log says, for every file of every life above and its log read again', async () => {
  await using acting = await openActing('2026-03-02');
  const { clerk } = await people(acting);
  const { id } = await lodge(acting, {}, clerk);
  const other = await lodge(acting, {}, { kind: 'applicant' });
  await sent(acting, id, await signed(acting, id, saved('granted', GRANTED)), 'in-person');
  for (const application of [id, other.id]) {
    const { log } = await fileOf(acting, application);
    const projection = projectionOf(foldApplication(log), log, NATIONAL_CALENDAR, PRESET_READINGS);
    const row = await acting.deps.queries
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', application)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject(projectionColumns(projection));
  }
});

test('the log of acts cannot be changed, removed or emptied, by anybody', async () => {
  await using acting = await openActing('2026-03-02');
  await lodge(acting, {}, await acting.officer(['case-handler']));
  const { queries } = acting.deps;
  for (const statement of [
    sql`update application_acts set facts = '{}'`,
    sql`delete from application_acts`,
    sql`truncate application_acts`,
  ])
    await expect(statement.execute(queries)).rejects.toThrow('only ever added to');
});
