import { expect, test } from 'vitest';
import { ACT_FORMS } from './acts/index.ts';
import {
  approve,
  CLEAN_ANSWERS,
  draft,
  fileOf,
  openPublishingDesk,
  send,
  typedNews,
  WHO,
} from './testing/desk-items.ts';

test('from a draft to the public by forms alone: attribute, gates, 保密审查, three reviews, proofs, publication', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  expect((await author.visit(path)).body).toContain('应当在 2026-03-30 以前公开');
  await approve(desk, path);
  const head = await desk.signIn(WHO.head);
  expect((await head.visit(path)).body).toContain('现在发布');
  const published = await send(head, `${path}/acts/publish`);
  expect(published.headers.location).toBe(path);
  const file = await fileOf(desk, path);
  expect(file.publication.stage).toBe('public');
  const shown = (await author.visit(path)).body;
  for (const words of ['签发', '唐远山', '公开网址', file.publication.address!]) expect(shown).toContain(words);
});

test('an edit after approval begins anew, and the page says so before and after', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  await approve(desk, path);
  expect((await author.visit(`${path}/edit`)).body).toContain('已经通过的审核、校对都作废');
  await send(author, `${path}/edit`, typedNews({ title: '晴川区召开政务公开工作推进会' }));
  const { publication } = await fileOf(desk, path);
  expect(publication).toMatchObject({ stage: 'drafting', edition: 2, passed: [] });
  expect((await author.visit(`${path}/editions?before=1&after=2`)).body).toContain('<ins>推进</ins>');
});

test('what cannot be used is said beside its field, and nothing typed is lost', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const wrong = {
    title: '',
    column: 'jyj-gzdt',
    madeOn: '2026-13-40',
    'related-0': '晴政发〔2020〕999号',
    'relation-0': 'basis',
  };
  const answer = await author.visit('/office/publishing/new/news', typedNews(wrong));
  expect(answer.statusCode).toBe(422);
  for (const words of [
    '请填写标题',
    '请选择栏目',
    '成文日期不是有效的日期',
    '没有找到“晴政发〔2020〕999号”',
    '研究部署全年工作',
  ])
    expect(answer.body).toContain(words);
});

test('a finding that stops keeps an item from review until it is mended or let stand with a reason', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author, { title: '晴川区部署扫黑险恶工作', body: '联系人身份证号 11010519491231002X。' });
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${path}/gates`);
  const { body } = await author.visit(`${path}/gates`);
  for (const words of ['必须处理', '扫黑除恶', '个人信息', '只有保密审查员可以决定保留']) expect(body).toContain(words);
  expect(body).not.toContain('11010519491231002X</blockquote>');
  expect((await send(author, `${path}/acts/submit`)).statusCode).toBe(409);

  const findings = (await fileOf(desk, path)).publication.findings!;
  const wording = findings.find(({ gate, level }) => gate === 'wording' && level === 'stop')!;
  const version = String((await fileOf(desk, path)).publication.version);
  const empty = await author.visit(`${path}/gates/override`, { version, finding: wording.key, reason: ' ' });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('请写明保留的理由');
  await author.visit(`${path}/gates/override`, { version, finding: wording.key, reason: '引用原文' });
  expect((await author.visit(`${path}/gates`)).body).toContain('已保留：引用原文');
});

test('保密审查 that finds a secret releases nothing, and only the 保密审查员 fills it in (Art. 17)', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${path}/gates`);
  await send(author, `${path}/acts/submit`);
  const secrecy = await desk.signIn(WHO.secrecy);
  const withSecret = await send(secrecy, `${path}/acts/secrecy`, {
    ...CLEAN_ANSWERS,
    'answer-state-secret': 'present',
  });
  expect(withSecret.statusCode).toBe(409);
  expect(withSecret.body).toContain('不能得出“公开”的结论');
  expect((await send(author, `${path}/acts/secrecy`, CLEAN_ANSWERS)).statusCode).toBe(403);
  expect((await send(secrecy, `${path}/acts/secrecy`, CLEAN_ANSWERS)).statusCode).toBe(303);
});

test('a published item is edited beside the public one, corrected with a note, withdrawn and removed with an explanation', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  await approve(desk, path);
  const head = await desk.signIn(WHO.head);
  await send(head, `${path}/acts/publish`);
  desk.on('2026-03-09');
  const later = await desk.signIn(WHO.author);
  await send(later, `${path}/edit`, typedNews({ title: '晴川区召开政务公开工作推进会' }));
  expect((await fileOf(desk, path)).publication).toMatchObject({ stage: 'revising', publicEdition: 1, edition: 2 });
  await approve(desk, path);
  const now = await desk.signIn(WHO.head);
  expect((await send(now, `${path}/acts/correct`, { scale: 'major', note: '' })).statusCode).toBe(409);
  await send(now, `${path}/acts/correct`, { scale: 'major', note: '会议名称更正为推进会' });
  expect((await fileOf(desk, path)).publication.publicEdition).toBe(2);
  expect((await send(now, `${path}/acts/withdraw`, { explanation: '' })).statusCode).toBe(422);
  await send(now, `${path}/acts/withdraw`, { explanation: '内容有误，正在核实' });
  // This office has no portal: the address does not answer as a withdrawn page must, and the message says so.
  expect((await now.visit(path)).body).toContain('的答复与现在的状态不符');
  await send(now, `${path}/acts/remove`, { explanation: '与事实不符，予以删除', redirectTo: '' });
  expect((await fileOf(desk, path)).publication.stage).toBe('removed');
});

test('an interpretation is begun from its document, and each shows the other', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const document = await draft(
    author,
    {
      title: '示范市晴川区人民政府办公室关于印发晴川区老旧小区加装电梯工作办法的通知',
      column: 'zcwj',
      documentNumber: '晴政办规〔2026〕1号',
      normative: 'yes',
      effectiveOn: '2026-03-02',
    },
    'document',
  );
  const { registration } = await fileOf(desk, document);
  const form = (await author.visit(`/office/publishing/new/interpretation?of=${registration.id}`)).body;
  expect(form).toContain(`value="${registration.indexNumber}"`);
  const path = await draft(
    author,
    {
      title: '《加装电梯工作办法》政策解读',
      forms: 'text',
      'relation-0': 'interprets',
      'related-0': '晴政办规〔2026〕1号',
    },
    'interpretation',
  );
  const file = await fileOf(desk, path);
  expect(file.latest.content.relations).toEqual([{ relation: 'interprets', to: registration.id }]);
  expect((await author.visit(path)).body).toContain(`解读：<a href="/office/publishing/${registration.id}">`);
});

test('a guide is written in fields, and its gaps are found by the gates (Art. 12)', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(
    author,
    {
      title: '示范市晴川区人民政府办公室政府信息公开指南',
      body: '',
      'office-telephone': '0990-1234567',
      'way-post': '晴川路1号',
    },
    'guide',
  );
  expect((await fileOf(desk, path)).latest.content.details).toMatchObject({
    kind: 'guide',
    guide: { office: { telephone: '0990-1234567' }, onApplication: { channels: [{ way: 'post', how: '晴川路1号' }] } },
  });
  await send(author, `${path}/gates`);
  const { body } = await author.visit(`${path}/gates`);
  for (const words of ['公开指南缺少“传真号码”', '当面提交是基本渠道']) expect(body).toContain(words);
});

test('what was pasted from Word comes back clean, and what the editor sends is read the same way', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const markup = '<p style="color:red">甲<script>alert(1)</script></p><table><tr><td>乙</td></tr></table><img src="x">';
  const cleaned = await author.visit('/office/publishing/clean-paste', { markup });
  expect(cleaned.json()).toEqual({ markup: expect.stringContaining('<td>乙</td>') as string, leftOut: 1 });
  expect(cleaned.body).not.toContain('alert');
  const path = await draft(author, { bodyHtml: '<h2>一、总则</h2><p>内容</p>', body: '旧的' });
  expect((await fileOf(desk, path)).latest.content.body).toMatchObject([
    { kind: 'heading', text: '一、总则' },
    { kind: 'paragraph' },
  ]);
});

test('the lists go by stage; another agency sees nothing of it, an auditor reads, a supervisor sees figures', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  expect((await author.visit('/office/publishing')).body).toContain('晴川区召开政务公开工作会议');
  expect((await author.visit('/office/publishing?tab=public')).body).toContain('这里没有信息');
  expect((await author.visit('/office/publishing?tab=all&q=不存在的')).body).toContain('没有符合条件的信息');
  const colleague = await desk.signIn(WHO.colleague);
  expect((await colleague.visit('/office/publishing?tab=mine')).body).not.toContain('晴川区召开');
  const schools = await desk.signIn(WHO.schools);
  expect((await schools.visit('/office/publishing?tab=all')).body).not.toContain('晴川区召开');
  expect((await schools.visit(path)).statusCode).toBe(404);
  const auditor = await desk.signIn(WHO.auditor);
  expect((await auditor.visit(path)).statusCode).toBe(200);
  expect((await auditor.visit(`${path}/edit`)).statusCode).toBe(403);
  expect((await auditor.visit('/office/publishing')).body).not.toContain('起草信息');

  desk.on('2026-04-10');
  const late = await desk.signIn(WHO.author);
  expect((await late.visit('/office/publishing?tab=due')).body).toContain('逾期 8 个工作日');
  const supervisor = await desk.signIn(WHO.supervisor);
  const overview = (await supervisor.visit('/office/publishing')).body;
  expect(overview).toContain('各机关按期公开的情况');
  expect(overview).not.toContain('晴川区召开');
});

test('every form of an act opens and refuses in words, whatever the stage', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const path = await draft(await desk.signIn(WHO.author));
  for (const who of [WHO.head, WHO.secrecy, WHO.signatory] as const) {
    const browser = await desk.signIn(who);
    for (const { name } of ACT_FORMS) {
      const { statusCode, body } = await browser.visit(`${path}/acts/${name}`);
      expect([200, 403, 409], `${who} ${name}`).toContain(statusCode);
      expect(body).toContain('<h1');
    }
  }
});

test('an officer of another agency gets nothing at any address of an item, whatever the form', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const path = await draft(await desk.signIn(WHO.author));
  const stranger = await desk.signIn(WHO.schools);
  const reads = ['', '/edit', '/gates', '/editions', '/secrecy/1', ...ACT_FORMS.map(({ name }) => `/acts/${name}`)];
  for (const read of reads) expect((await stranger.visit(`${path}${read}`)).statusCode, read).toBe(404);
  const writes = ['/edit', '/gates', '/gates/override', '/editions/restore', '/verify', '/acts/note'];
  for (const write of writes)
    expect((await stranger.visit(`${path}${write}`, { version: '1', text: '备注' })).statusCode, write).toBe(404);
  expect((await fileOf(desk, path)).log).toHaveLength(1);
});

test('a 保密审查表 can be read and printed as it was filled in, with the hash of what was reviewed', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  await approve(desk, path);
  const { log } = await fileOf(desk, path);
  const review = log.find(({ act }) => act.kind === 'secrecy-reviewed')!;
  expect((await author.visit(path)).body).toContain(`${path}/secrecy/${review.sequence}`);
  const { body } = await author.visit(`${path}/secrecy/${review.sequence}`);
  const hash = review.act.kind === 'secrecy-reviewed' ? review.act.contentHash : '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  for (const words of ['保密审查表', '何敬之', '同意公开', '汇总后敏感的信息', hash]) expect(body).toContain(words);
  expect((await author.visit(`${path}/secrecy/1`)).statusCode).toBe(404);
});

test('whoever comes second is told what happened meanwhile, and what they typed is kept', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const version = /name="version" value="(\d+)"/.exec((await author.visit(`${path}/edit`)).body)![1]!;
  const colleague = await desk.signIn(WHO.colleague);
  await send(colleague, `${path}/edit`, typedNews({ title: '会议消息' }));
  const second = await author.visit(`${path}/edit`, { ...typedNews({ title: '我改的标题' }), version });
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('其他人已经处理了这条信息');
  expect(second.body).toContain('我改的标题');
});
