import { expect, test } from 'vitest';
import { publishScheduled } from '../../publishing/actions/publish-scheduled.ts';
import { approve, draft, fileOf, openPublishingDesk, send, WHO } from './testing/desk-items.ts';

test('what is approved is published at its time by the schedule, never by a typed date', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const path = await draft(await desk.signIn(WHO.author));
  await approve(desk, path);
  const head = await desk.signIn(WHO.head);
  const past = await send(head, `${path}/acts/schedule`, { on: '2026-03-01', time: '09:00' });
  expect(past.statusCode).toBe(409);
  expect(past.body).toContain('定时发布的时间已经过去');
  const odd = await send(head, `${path}/acts/schedule`, { on: '2026-03-03', time: '二十五点' });
  expect(odd.body).toContain('发布时间请按 09:00 这样填写');
  await send(head, `${path}/acts/schedule`, { on: '2026-03-03', time: '9：00' });
  expect((await head.visit('/office/publishing?tab=ready')).body).toContain('2026-03-03 09:00 发布');
  expect((await publishScheduled(desk.deps)).published).toHaveLength(0);
  desk.on('2026-03-03');
  expect((await publishScheduled(desk.deps)).published).toHaveLength(1);
  expect((await fileOf(desk, path)).publication).toMatchObject({ stage: 'public', publishAt: null });
});

test('an emergency goes out before its reviews, with a reason, through the gates, and is reviewed by somebody else', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author, { title: '晴川区发布暴雨预警' });
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  const head = await desk.signIn(WHO.head);
  expect((await send(head, `${path}/acts/emergency`, { reason: '暴雨将至' })).body).toContain('还没有作发布前检查');
  await send(author, `${path}/gates`);
  expect((await send(head, `${path}/acts/emergency`, { reason: '' })).statusCode).toBe(422);
  await send(head, `${path}/acts/emergency`, { reason: '暴雨将至' });
  expect((await fileOf(desk, path)).publication.stage).toBe('public');
  const due = (await head.visit('/office/publishing?tab=due')).body;
  for (const words of ['应急发布补审', '应急发布，待补审']) expect(due).toContain(words);
  const signatory = await desk.signIn(WHO.signatory);
  await send(signatory, `${path}/acts/review-emergency`, { conclusion: 'confirmed', comment: '情况属实' });
  expect((await signatory.visit('/office/publishing?tab=due')).body).not.toContain('应急发布，待补审');
});

test('what is not published needs a reason and a ground, is looked at again, and may become a draft (Art. 13, 18)', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const bare = await send(author, `${path}/acts/attribute`, { attribute: 'withheld', ground: '', reason: '' });
  expect(bare.statusCode).toBe(409);
  expect(bare.body).toContain('不予公开应当有法定理由');
  await send(author, `${path}/acts/attribute`, { attribute: 'withheld', ground: 'deliberative', reason: '尚在讨论' });
  expect((await author.visit('/office/publishing?tab=withheld')).body).toContain('晴川区召开政务公开工作会议');
  const secrecy = await desk.signIn(WHO.secrecy);
  await send(secrecy, `${path}/acts/reassess`, { conclusion: 'may-be-published', reason: '事项已经完成' });
  expect((await fileOf(desk, path)).publication).toMatchObject({ stage: 'drafting', attribute: null });
});

test('a 规范性文件 changes its validity by a document that is named, ours or another', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const document = {
    column: 'zcwj',
    normative: 'yes',
    effectiveOn: '2026-03-02',
    title: '示范市晴川区人民政府办公室关于印发晴川区老旧小区加装电梯工作办法的通知',
    genre: '通知',
    theme: '城乡建设、环境保护\\城乡建设（含住房）',
    documentNumber: '晴政办规〔2026〕1号',
  };
  const path = await draft(author, document, 'document');
  await approve(desk, path);
  const head = await desk.signIn(WHO.head);
  await send(head, `${path}/acts/publish`);
  expect((await head.visit(path)).body).toContain('还没有解读：还剩 3 个工作日');
  desk.on('2026-03-20');
  const later = await desk.signIn(WHO.head);
  const change = { to: 'repealed', on: '2026-03-20', basisTitle: '', basisNumber: '' };
  expect((await send(later, `${path}/acts/validity`, change)).statusCode).toBe(422);
  await send(later, `${path}/acts/validity`, { ...change, basisTitle: '关于废止部分文件的决定' });
  const shown = (await later.visit(path)).body;
  expect(shown).toContain('自 2026-03-20 起废止，依据 关于废止部分文件的决定');
  expect(shown).toContain('<dd>废止');
});
