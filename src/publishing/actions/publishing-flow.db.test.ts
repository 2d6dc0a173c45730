import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyJournal } from '../../people/store/journal.store.ts';
import { bodyOfParagraphs } from '../rules/body.ts';
import { projectionOf } from '../rules/project.ts';
import { foldPublication } from '../rules/fold.ts';
import { countPublished, findPublishedByNumber, listPublished, listRelated } from '../store/item.register.store.ts';
import { findItemFile, listEditions } from '../store/item.store.ts';
import { projectionColumns } from '../store/item-log.store.ts';
import { contentOn, DOCUMENTS, NEWS, normativeOn, OFFICE, SCHOOL_NEWS, SCHOOLS } from '../testing/contents.ts';
import {
  approved,
  checked,
  CLEAN_FORM,
  done,
  drafted,
  openPublishing,
  published,
  refOf,
  refused,
} from '../testing/publishing.ts';
import { approveItem } from './approve-item.ts';
import { changeValidity } from './change-validity.ts';
import { checkItem } from './check-item.ts';
import { correctItem } from './correct-item.ts';
import { draftItem } from './draft-item.ts';
import { editItem } from './edit-item.ts';
import { noteItem } from './note-item.ts';
import { proofreadItem } from './proofread-item.ts';
import { publishInEmergency } from './publish-in-emergency.ts';
import { publishItem } from './publish-item.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { listColumns } from '../store/column.register.store.ts';
import { removeColumn } from './remove-column.ts';
import { reassessItem } from './reassess-item.ts';
import { reinstateItem } from './reinstate-item.ts';
import { removeItem } from './remove-item.ts';
import { restoreEdition } from './restore-edition.ts';
import { reviewEmergency } from './review-emergency.ts';
import { reviewItem } from './review-item.ts';
import { reviewSecrecy } from './review-secrecy.ts';
import { saveColumn } from './save-column.ts';
import { scheduleItem } from './schedule-item.ts';
import { setAttribute } from './set-attribute.ts';
import { submitItem } from './submit-item.ts';
import { withdrawItem } from './withdraw-item.ts';

test('from draft to the public: attribute, 保密审查, three reviews, three proofs, and a permanent address (Art. 17)', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  const file = await published(publishing, await drafted(publishing, contentOn(publishing.today())));
  const { publication, registration } = file;
  expect(registration.indexNumber).toBe('990101-001/2026-00001');
  expect(publication.stage).toBe('public');
  expect(publication.address).toBe(`/gzdt/202603/t20260302_${registration.number}.html`);
  expect(file.log.map(({ act }) => act.kind)).toEqual([
    'drafted',
    'attribute-set',
    'checked',
    'submitted',
    'proofread',
    'secrecy-reviewed',
    'reviewed',
    'reviewed',
    'proofread',
    'approved',
    'proofread',
    'published',
  ]);
  const shown = await findPublishedByNumber(deps.queries, registration.number);
  expect(shown?.edition.content.title).toBe('晴川区召开政务公开工作会议');
  expect(await countPublished(deps.queries, { year: 2026, agency: OFFICE })).toBe(1);
  expect((await verifyJournal(deps.queries)).ok).toBe(true);
});

test('who wrote an edition neither reviews nor publishes it, and three reviews are three persons', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const everything = await officer(['case-handler', 'reviewer', 'signatory', 'disclosure-head', 'secrecy-reviewer']);
  const content = contentOn(publishing.today());
  const draft = done(await draftItem(deps, everything, { agency: OFFICE, kind: 'news', content }));
  const attribute = { attribute: 'proactive', ground: null, reason: null } as const;
  const ready = done(await setAttribute(deps, everything, refOf(draft), attribute));
  const submitted = done(
    await submitItem(deps, everything, refOf(done(await checkItem(deps, everything, refOf(ready))))),
  );
  const { edition } = submitted.publication;
  const form = { edition, form: CLEAN_FORM, ticked: [], conclusion: 'release' } as const;
  expect(refused(await reviewSecrecy(deps, everything, refOf(submitted), form))).toContain('不能审核');

  const secret = await officer(['secrecy-reviewer']);
  const reviewed = done(await reviewSecrecy(deps, secret, refOf(submitted), form));
  const both = await officer(['reviewer', 'signatory', 'disclosure-head']);
  const first = done(await reviewItem(deps, both, refOf(reviewed), { edition, step: 'first', comment: null }));
  expect(refused(await reviewItem(deps, both, refOf(first), { edition, step: 'second', comment: null }))).toContain(
    '初审、二审、三审应当由不同的人办理',
  );

  const head = await officer(['disclosure-head']);
  const reviewer = await officer(['reviewer']);
  const second = done(await reviewItem(deps, head, refOf(first), { edition, step: 'second', comment: null }));
  const proofed = done(await proofreadItem(deps, reviewer, refOf(second), { edition, proof: 'editor', remark: null }));
  const ripe = done(await approveItem(deps, await officer(['signatory']), refOf(proofed), { edition, comment: null }));
  expect(refused(await publishItem(deps, everything, refOf(ripe)))).toContain('不能发布');
  expect(refused(await publishItem(deps, reviewer, refOf(ripe)))).toContain('权限');
});

test('an edit after approval resets it: the new edition goes through everything again', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const ripe = await approved(publishing, await drafted(publishing, contentOn(publishing.today())));
  expect(ripe.publication.stage).toBe('approved');
  const edited = done(
    await editItem(deps, await officer(['case-handler']), refOf(ripe), {
      ...ripe.latest.content,
      title: '晴川区召开政务公开工作推进会',
    }),
  );
  expect(edited.publication).toMatchObject({ stage: 'drafting', edition: 2, passed: [], findings: null });
  expect(refused(await publishItem(deps, await officer(['disclosure-head']), refOf(edited)))).toContain('不能发布');
});

test('the public page stays as it was approved while a revision is written, and changes with a public note', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const first = await published(publishing, await drafted(publishing, contentOn(publishing.today())));
  const { number, id } = first.registration;
  publishing.on('2026-03-09');
  const author = await officer(['case-handler']);
  const changed = { ...first.latest.content, title: '晴川区召开政务公开工作推进会' };
  const revising = done(await editItem(deps, author, refOf(first), changed));
  expect(revising.publication.stage).toBe('revising');
  const before = await findPublishedByNumber(deps.queries, number);
  expect(before?.edition.content.title).toBe('晴川区召开政务公开工作会议');
  expect(before?.line.title).toBe('晴川区召开政务公开工作会议');

  const ripe = await approved(publishing, revising);
  const head = await officer(['disclosure-head']);
  const proof = { edition: 2, proof: 'before-publication', remark: null } as const;
  const proofed = done(await proofreadItem(deps, head, refOf(ripe), proof));
  expect(refused(await correctItem(deps, head, refOf(proofed), { scale: 'major', note: ' ' }))).toContain('更正说明');
  done(await correctItem(deps, head, refOf(proofed), { scale: 'major', note: '会议名称写错，现予更正。' }));

  const after = await findPublishedByNumber(deps.queries, number);
  expect(after?.edition.content.title).toBe('晴川区召开政务公开工作推进会');
  expect(after?.publication.corrections).toMatchObject([{ edition: 2, scale: 'major' }]);
  expect(after?.line.publishedOn?.toString()).toBe('2026-03-02');
  expect(after?.line.address).toBe(before?.line.address);
  expect(await countPublished(deps.queries, { year: 2026 })).toBe(1);
  expect((await listEditions(deps.queries, id)).map(({ edition }) => edition)).toEqual([2, 1]);
});

test('neither an edition nor the log can be changed afterwards, not even in the database', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  await published(publishing, await drafted(publishing, contentOn(publishing.today())));
  for (const table of ['item_editions', 'item_acts', 'item_relations', 'item_attachments']) {
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(deps.queries)).rejects.toThrow('only ever added');
  }
  await expect(sql`update item_editions set plain_text = ''`.execute(deps.queries)).rejects.toThrow('only ever added');
  await expect(sql`delete from item_acts`.execute(deps.queries)).rejects.toThrow('only ever added');
});

test('what stands in lists is what log and editions say', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const file = await published(publishing, await drafted(publishing, normativeOn(publishing.today()), 'document'));
  done(
    await editItem(deps, await officer(['case-handler']), refOf(file), {
      ...file.latest.content,
      title: '示范市晴川区人民政府办公室关于印发晴川区加装电梯工作办法的通知',
    }),
  );
  const found = await findItemFile(deps.queries, file.registration.id);
  const projection = projectionOf(foldPublication(found!.log), file.latest.content, await deps.calendar());
  const row = await deps.queries.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  const { published_at: publishedAt, ...expected } = projectionColumns(projection);
  expect(row).toMatchObject(expected);
  expect(Temporal.Instant.from(row.published_at!).toString()).toBe(publishedAt);
});

test('the moment of publication is the system’s and a document dated later is refused (弄虚作假)', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  const file = await drafted(publishing, contentOn(Temporal.PlainDate.from('2026-03-03')));
  const ready = await checked(publishing, file);
  const author = await publishing.officer(['case-handler']);
  expect(refused(await submitItem(deps, author, refOf(ready)))).toContain('必须处理');
  expect(file.publication.publishedAt).toBeNull();
});

test('what was approved for a time is published by the schedule, not before', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const head = await officer(['disclosure-head']);
  const ripe = await approved(publishing, await drafted(publishing, contentOn(publishing.today())));
  const proof = { edition: 1, proof: 'before-publication', remark: null } as const;
  const proofed = done(await proofreadItem(deps, head, refOf(ripe), proof));
  const publishAt = Temporal.Instant.from('2026-03-03T01:00:00Z');
  done(await scheduleItem(deps, head, refOf(proofed), { edition: 1, publishAt }));
  expect(await publishScheduled(deps)).toEqual({ published: [], refused: [] });
  publishing.on('2026-03-03');
  expect((await publishScheduled(deps)).published).toEqual([ripe.registration.id]);
  expect((await findItemFile(deps.queries, ripe.registration.id))?.publication.publishedOn?.toString()).toBe(
    '2026-03-03',
  );
});

test('an emergency is published with its reason, by somebody else than its author, and the review is owed until it is done', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const head = await officer(['disclosure-head']);
  const ready = await checked(publishing, await drafted(publishing, contentOn(publishing.today())));
  expect(refused(await publishInEmergency(deps, head, refOf(ready), { reason: '' }))).toContain('理由');
  const file = done(await publishInEmergency(deps, head, refOf(ready), { reason: '防汛预警，不能等待' }));
  const [row] = (await listPublished(deps.queries, {}, { limit: 10, offset: 0 })).items;
  expect(row?.emergencyOpen).toBe(true);
  const reviewed = await reviewEmergency(deps, await officer(['signatory']), refOf(file), {
    conclusion: 'confirmed',
    comment: '内容属实，同意公开',
  });
  expect(done(reviewed).publication.emergency?.review?.conclusion).toBe('confirmed');
});

test('withdrawal keeps the page with its explanation, removal ends it, and both are counted as published all the same', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const head = await officer(['disclosure-head']);
  const file = await published(publishing, await drafted(publishing, contentOn(publishing.today())));
  expect(refused(await withdrawItem(deps, head, refOf(file), { explanation: '' }))).toContain('说明');
  const withdrawn = done(await withdrawItem(deps, head, refOf(file), { explanation: '数据有误，核实后重新公开。' }));
  expect((await listPublished(deps.queries, {}, { limit: 10, offset: 0 })).total).toBe(0);
  const page = await findPublishedByNumber(deps.queries, file.registration.number);
  expect(page?.publication.visibility).toMatchObject({ kind: 'withdrawn', explanation: '数据有误，核实后重新公开。' });
  const again = done(await reinstateItem(deps, head, refOf(withdrawn), { reason: '核实无误' }));
  const elsewhere = { explanation: '与另一条重复。', redirectTo: '//evil.example' };
  expect(refused(await removeItem(deps, head, refOf(again), elsewhere))).toContain('本门户');
  const removed = done(
    await removeItem(deps, head, refOf(again), { explanation: '与另一条重复。', redirectTo: '/gzdt/' }),
  );
  expect(removed.publication.visibility).toMatchObject({ kind: 'removed', redirectTo: '/gzdt/' });
  expect(await countPublished(deps.queries, { year: 2026, columns: [NEWS.code] })).toBe(1);
});

test('what is not to be published needs its ground and is looked at again after a year (Art. 18)', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const author = await officer(['case-handler']);
  const draft = await drafted(publishing, contentOn(publishing.today()));
  const bare = { attribute: 'withheld', ground: null, reason: '内部事务' } as const;
  expect(refused(await setAttribute(deps, author, refOf(draft), bare))).toContain('法定理由');
  const withheld = done(await setAttribute(deps, author, refOf(draft), { ...bare, ground: 'internal-affairs' }));
  expect(withheld.publication.stage).toBe('withheld');
  const row = await deps.queries.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ reassess_by: '2027-03-02', publish_by: null });
  publishing.on('2027-03-01');
  const secret = await officer(['secrecy-reviewer']);
  const release = { conclusion: 'may-be-published', reason: '情况已经变化' } as const;
  expect(done(await reassessItem(deps, secret, refOf(withheld), release)).publication.stage).toBe('drafting');
});

test('a document that repeals another ends it on the day it comes into force, with the link both ways', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const old = await published(publishing, await drafted(publishing, normativeOn(publishing.today()), 'document'));
  publishing.on('2026-06-01');
  const content = normativeOn(publishing.today(), {
    title: '示范市晴川区人民政府办公室关于印发晴川区住宅加装电梯管理办法的通知',
    documentNumber: '晴政办规〔2026〕2号',
    relations: [{ relation: 'repeals', to: old.registration.id }],
    details: { kind: 'normative', effectiveOn: Temporal.PlainDate.from('2026-07-01'), expiresOn: null },
  });
  const next = await published(publishing, await drafted(publishing, content, 'document'));
  const ended = await findItemFile(deps.queries, old.registration.id);
  expect(ended?.publication.validityChanges).toMatchObject([
    { to: 'repealed', basis: { kind: 'item', item: next.registration.id } },
  ]);
  expect(ended?.publication.validityChanges[0]?.on.toString()).toBe('2026-07-01');
  const related = await listRelated(deps.queries, old.registration.id);
  expect(related).toMatchObject([{ relation: 'repeals', from: 'other', item: { id: next.registration.id } }]);
  const head = await officer(['disclosure-head']);
  const lapse = {
    to: 'lapsed',
    on: publishing.today(),
    basis: { kind: 'elsewhere', title: '某文件', documentNumber: null },
  } as const;
  expect(refused(await changeValidity(deps, head, refOf(ended!), lapse))).toContain('已经废止或者失效');
  const inForce = { validity: { is: 'in-force', on: Temporal.PlainDate.from('2026-08-01') } } as const;
  const { items } = await listPublished(deps.queries, inForce, { limit: 10, offset: 0 });
  expect(items.map(({ id }) => id)).toEqual([next.registration.id]);
});

test('another agency’s item is not found, its columns are not ours, and what came meanwhile is told', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const file = await drafted(publishing, contentOn(publishing.today()));
  const elsewhere = await officer(['case-handler', 'disclosure-head'], SCHOOLS);
  expect(refused(await noteItem(deps, elsewhere, refOf(file), { text: '看看' }))).toContain('没有找到');
  const author = await officer(['case-handler']);
  const wrong = { ...file.latest.content, column: SCHOOL_NEWS.code };
  expect(refused(await editItem(deps, author, refOf(file), wrong))).toContain('本机关的栏目');
  done(await noteItem(deps, author, refOf(file), { text: '先放一放' }));
  const late = await editItem(deps, author, refOf(file), { ...file.latest.content, title: '另一个标题' });
  expect(late).toMatchObject({ ok: false, problem: { kind: 'overtaken', meanwhile: [{ act: { kind: 'noted' } }] } });
});

test('an earlier edition is restored as a new one; every edition stays', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const author = await officer(['case-handler']);
  const file = await drafted(publishing, contentOn(publishing.today()));
  const body = bodyOfParagraphs(['改成了别的。']);
  const edited = done(await editItem(deps, author, refOf(file), { ...file.latest.content, body }));
  const restored = done(await restoreEdition(deps, author, refOf(edited), 1));
  expect(restored.latest).toMatchObject({ edition: 3, content: { body: file.latest.content.body } });
});

test('two officers at once are put in a row: the second is told what the first has done', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const ripe = await approved(publishing, await drafted(publishing, contentOn(publishing.today())));
  const head = await officer(['disclosure-head']);
  const proof = { edition: 1, proof: 'before-publication', remark: null } as const;
  const file = done(await proofreadItem(deps, head, refOf(ripe), proof));
  const author = await officer(['case-handler']);
  const edit = editItem(deps, author, refOf(file), { ...file.latest.content, title: '晴川区召开推进会' });
  const outcomes = await Promise.all([publishItem(deps, head, refOf(file)), edit]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'overtaken' } });
});

test('only a document counts as one: news cannot claim to be a 规范性文件', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const content = normativeOn(publishing.today());
  const draft = await draftItem(deps, await officer(['case-handler']), { agency: OFFICE, kind: 'news', content });
  expect(refused(draft)).toContain('不能填写这类要素');
});

test('an empty column is taken off the platform, one with items stays; its code is never free again', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  await drafted(publishing, contentOn(publishing.today()));
  const head = await officer(['disclosure-head']);
  expect(refused(await removeColumn(deps, head, NEWS.code))).toContain('还有信息');
  done(await removeColumn(deps, head, DOCUMENTS.code));
  expect((await listColumns(deps.queries, OFFICE)).map(({ code }) => code)).toEqual([NEWS.code]);
  const stranger = await officer(['disclosure-head'], SCHOOLS);
  expect(refused(await saveColumn(deps, stranger, { ...SCHOOL_NEWS, code: DOCUMENTS.code }))).toContain('其他机关');
});

test('a column keeps its code and agency; a block of the platform keeps its name', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const head = await officer(['disclosure-head']);
  const block = { ...DOCUMENTS, code: 'zn' as typeof DOCUMENTS.code, name: '公开指南', block: 'guide' } as const;
  expect(refused(await saveColumn(deps, head, block))).toContain('名称固定为“政府信息公开指南”');
  expect(done(await saveColumn(deps, head, { ...block, name: '政府信息公开指南' })).code).toBe('zn');
  const stranger = await officer(['disclosure-head'], SCHOOLS);
  expect(refused(await saveColumn(deps, stranger, { ...SCHOOL_NEWS, code: DOCUMENTS.code }))).toContain('其他机关');
});

test('approval needs the proof of an editor, publication the last one (三校)', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const ready = await checked(publishing, await drafted(publishing, contentOn(publishing.today())));
  let file = done(await submitItem(deps, await officer(['case-handler']), refOf(ready)));
  const secret = await officer(['secrecy-reviewer']);
  const form = { edition: 1, form: CLEAN_FORM, ticked: [], conclusion: 'release' } as const;
  file = done(await reviewSecrecy(deps, secret, refOf(file), form));
  const step = { edition: 1, comment: null } as const;
  file = done(await reviewItem(deps, await officer(['reviewer']), refOf(file), { ...step, step: 'first' }));
  file = done(await reviewItem(deps, await officer(['disclosure-head']), refOf(file), { ...step, step: 'second' }));
  expect(refused(await approveItem(deps, await officer(['signatory']), refOf(file), step))).toContain('编辑校对');
});
