import { expect, test } from 'vitest';
import { gazetteDocument } from '../../../publishing/render/gazette-document.ts';
import { listGazettes, readGazetteTexts } from '../../../publishing/store/gazette.register.store.ts';
import { listRelated } from '../../../publishing/store/item.register.store.ts';
import { approve, draft, fileOf, openPublishingDesk, send, typedNews, WHO } from '../testing/desk-items.ts';
import type { Desk } from '../../testing/open-desk.ts';

const GAZETTE = '/office/publishing/gazette';
const RULES = {
  column: 'zcwj',
  genre: '通知',
  theme: '综合政务\\政务公开',
  body: '各科室：\n现将有关事项通知如下。',
};

async function publish(desk: Desk, altered: Readonly<Record<string, string>>): Promise<string> {
  const path = await draft(await desk.signIn(WHO.author), { ...RULES, ...altered }, 'document');
  await approve(desk, path);
  const published = await send(await desk.signIn(WHO.head), `${path}/acts/publish`);
  expect(published.statusCode).toBe(303);
  return path.split('/')[3]!;
}

const fields = (items: readonly string[], altered: Readonly<Record<string, string>> = {}) => ({
  from: '2026-01-01',
  to: '2026-03-02',
  year: '2026',
  number: '1',
  serial: '1',
  government: '示范市晴川区人民政府',
  column: 'zcwj',
  item: items,
  ...altered,
});

test('an issue is put together from a period, goes the way of every item, and its documents say where they are printed', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const one = await publish(desk, { title: '关于加强养老服务的通知', documentNumber: '晴政办发〔2026〕1号' });
  const two = await publish(desk, { title: '关于做好防汛工作的通知', documentNumber: '晴政办发〔2026〕2号' });
  const author = await desk.signIn(WHO.author);
  const offered = (await author.visit(`${GAZETTE}/new?from=2026-01-01&to=2026-03-02`)).body;
  expect(offered).toContain('关于加强养老服务的通知');
  expect(offered).toMatch(/<input[^>]*name="number"[^>]*value="1"|<input[^>]*value="1"[^>]*name="number"/);
  const made = await author.visit(`${GAZETTE}/new`, fields([one, two]));
  expect(made.statusCode).toBe(303);
  const path = made.headers.location as string;
  const file = await fileOf(desk, path);
  expect(file.latest.content.title).toBe('示范市晴川区人民政府公报2026年第1期（总第1期）');
  await approve(desk, path);
  expect((await send(await desk.signIn(WHO.head), `${path}/acts/publish`)).statusCode).toBe(303);

  const { queries } = desk.deps;
  const [issue] = await listGazettes(queries, { kind: 'public' });
  expect(issue?.gazette.contents.map(({ documentNumber }) => documentNumber)).toEqual([
    '晴政办发〔2026〕1号',
    '晴政办发〔2026〕2号',
  ]);
  const printed = await listRelated(queries, issue!.gazette.contents[0]!.item);
  expect(printed.map(({ relation, from, item }) => [relation, from, item.id])).toEqual([
    ['gathers', 'other', issue!.line.id],
  ]);
  const { details } = file.latest.content;
  if (details.kind !== 'gazette') throw new Error('no issue');
  const document = gazetteDocument({ ...file.latest.content, details }, await readGazetteTexts(queries, details));
  expect(document.title).toEqual(['示范市晴川区人民政府公报', '2026年第1期（总第1期）']);
  expect(document.blocks.filter(({ kind }) => kind === 'heading')).toMatchObject([
    { text: '目录' },
    { text: '关于加强养老服务的通知' },
    { text: '关于做好防汛工作的通知' },
  ]);
});

test('editing an issue keeps what it gathers; a number is given once, and an issue without documents is refused', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const one = await publish(desk, { title: '关于加强养老服务的通知', documentNumber: '晴政办发〔2026〕1号' });
  const author = await desk.signIn(WHO.author);
  const path = (await author.visit(`${GAZETTE}/new`, fields([one]))).headers.location as string;
  const { body } = await author.visit(`${path}/edit`);
  const kept = /name="gazette" value="([^"]*)"/.exec(body)![1]!.replaceAll('&quot;', '"');
  const saved = await send(author, `${path}/edit`, { ...typedNews({ title: '公报', column: 'zcwj' }), gazette: kept });
  expect(saved.statusCode).toBe(303);
  const { content } = (await fileOf(desk, path)).latest;
  expect([content.title, content.details.kind, content.relations]).toEqual([
    '公报',
    'gazette',
    [{ relation: 'gathers', to: one }],
  ]);
  expect((await author.visit(`${GAZETTE}/new`, fields([one]))).body).toContain('2026年第1期已经有了');
  expect((await author.visit(`${GAZETTE}/new`, fields([], { number: '2' }))).body).toContain('请选择至少一件文件');
  expect((await author.visit(`${GAZETTE}/new?from=2026-01-01&to=2026-03-02`)).body).toContain('已刊载于2026年第1期');
  const auditor = await desk.signIn(WHO.auditor);
  expect((await auditor.visit(GAZETTE)).statusCode).toBe(200);
  expect((await auditor.visit(`${GAZETTE}/new`)).statusCode).toBe(403);
});
