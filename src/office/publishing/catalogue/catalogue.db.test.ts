import { expect, test } from 'vitest';
import { catalogueFile, ELDERLY_CARE } from '../testing/catalogue-file.ts';
import { approve, draft, openPublishingDesk, send, WHO } from '../testing/desk-items.ts';
import type { Desk, DeskBrowser } from '../../testing/open-desk.ts';

const CATALOGUE = '/office/publishing/catalogue';

const hidden = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)![1]!;

/** Chooses a file and confirms what it would change; gives the page of the comparison. */
async function importFile(
  browser: DeskBrowser,
  lines: readonly (readonly string[])[] = ELDERLY_CARE.lines,
  merges: Parameters<typeof catalogueFile>[2] = ELDERLY_CARE.merges,
): Promise<string> {
  const bytes = await catalogueFile('养老服务', lines, merges);
  const { body } = await browser.upload(`${CATALOGUE}/import`, {}, { field: 'file', name: '养老目录.xlsx', bytes });
  const confirmed = await browser.visit(`${CATALOGUE}/import/confirm`, {
    packed: hidden(body, 'packed'),
    seen: hidden(body, 'seen'),
  });
  expect(confirmed.statusCode).toBe(303);
  return body;
}

const entryOf = async (browser: DeskBrowser, matter: string): Promise<string> => {
  const { body } = await browser.visit(`${CATALOGUE}/entries`);
  return new RegExp(`href="(${CATALOGUE}/entries/[0-9a-f-]{36})">[^<]*${matter}<`).exec(body)![1]!;
};

async function publish(desk: Desk, title: string): Promise<string> {
  const path = await draft(await desk.signIn(WHO.author), { title });
  await approve(desk, path);
  const published = await send(await desk.signIn(WHO.head), `${path}/acts/publish`);
  expect(published.statusCode).toBe(303);
  return path.split('/')[3]!;
}

test('a file with merged cells, 同上 and 口 is compared, confirmed and counted', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  const comparison = await importFile(head);
  for (const words of [
    '还没有现行目录，确认以后成为第 1 版',
    '新增（3）',
    '已按上一行补全',
    '方框“□”的误写',
    '20个工作日',
    '区民政局',
    '望江街道、柳堤镇',
  ])
    expect(comparison).toContain(words);
  const { body } = await head.visit(CATALOGUE);
  expect(body).toContain('养老服务 县级，已公开 </span>0 / 2</a>');
  expect(body).toContain('养老服务 乡级，已公开 </span>0 / 1</a>');
  expect(body).toContain('养老服务 全部，已公开 </span>0 / 3</a>');
  expect(body).toContain('望江街道 合计，已公开 </span>0 / 1</a>');
  const entry = (await head.visit(await entryOf(head, '助餐服务'))).body;
  expect(entry).toContain('《老年人权益保障法》');
  expect(entry).toContain('按“每季度”计算');
  expect(entry).toContain('2026年第1季度');
});

test('the next file is compared entry by entry; nothing changes before it is confirmed', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  await importFile(head);
  const next = ELDERLY_CARE.lines.slice(0, 2).map((line, at) => line.with(6, at === 0 ? '区卫健局' : '区民政局'));
  const bytes = await catalogueFile('养老服务', next, ELDERLY_CARE.merges);
  const upload = () => head.upload(`${CATALOGUE}/import`, {}, { field: 'file', name: '新目录.xlsx', bytes });
  const { body } = await upload();
  expect(body).toContain('<del>区民政局</del>');
  expect(body).toContain('<ins>区卫健局</ins>');
  expect(body).toContain('取消（1）');
  expect((await head.visit(CATALOGUE)).body).not.toContain('第 2 版');
  const fields = { packed: hidden(body, 'packed'), seen: hidden(body, 'seen') };
  expect((await head.visit(`${CATALOGUE}/import/confirm`, fields)).statusCode).toBe(303);
  expect((await head.visit(CATALOGUE)).body).toContain('第 2 版');
  // Whoever compared with the version before must look again.
  expect((await head.visit(`${CATALOGUE}/import/confirm`, fields)).body).toContain('其他人已经更新');
  expect((await head.visit(`${CATALOGUE}/import/confirm`, { packed: 'x', seen: '2' })).body).toContain('没有完整收到');
});

test('what is published is proposed by its title, linked, and settles what was owed', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  await importFile(head);
  const item = await publish(desk, '晴川区老年助餐服务点名单和价格');
  const path = await entryOf(head, '助餐服务');
  expect((await head.visit(path)).body).toContain(`value="${item}"`);
  expect((await head.visit(`${path}/link`, { agency: '990101-003' })).body).toContain('请勾选或者填写');
  expect((await head.visit(`${path}/link`, { item, agency: '990101-003' })).statusCode).toBe(303);
  const { body } = await head.visit(path);
  expect(body).toContain('关联的公开信息（1）');
  expect(body).toContain('已按时公开');
  expect((await head.visit(CATALOGUE)).body).toContain('养老服务 县级，已公开 </span>1 / 2</a>');
  const { headers, rawPayload } = await head.visit(`${CATALOGUE}/coverage.csv`);
  expect(headers['content-type']).toContain('text/csv');
  expect(rawPayload.toString()).toContain('养老服务,县级,2,1,0,1,0');
  desk.on('2026-08-03');
  const later = await desk.signIn(WHO.head);
  expect((await later.visit(`${CATALOGUE}/entries?standing=late`)).body).toContain('助餐服务');
});

test('an event is owed before there is a draft; words that say no period are settled by a person', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  await importFile(head);
  const path = await entryOf(head, '高龄津贴');
  const event = { title: '区政府调整津贴标准', on: '2026-03-02', agency: '990101-003' };
  expect((await head.visit(`${path}/event`, { ...event, title: '' })).statusCode).toBe(422);
  expect((await head.visit(`${path}/event`, event)).statusCode).toBe(303);
  desk.on('2026-04-01');
  const later = await desk.signIn(WHO.head);
  expect((await later.visit(path)).body).toContain('逾期 2 个工作日');
  expect((await later.visit(`${path}/deadline`, { kind: 'working-day', length: '30' })).statusCode).toBe(303);
  const { body } = await later.visit(path);
  expect(body).toContain('30个工作日');
  expect(body).toContain('人工明确');
  expect(body).toContain('未到期');
  expect((await later.visit(`${path}/set-aside`, { reason: '本区没有这项津贴' })).statusCode).toBe(303);
  expect((await later.visit(path)).body).toContain('不适用：本区没有这项津贴');
  expect((await later.visit(`${path}/take-up`, { agency: '', reason: '重新适用' })).statusCode).toBe(303);
});

test('who does not keep the catalogue looks and links; a department sees what it has to publish itself', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  await importFile(await desk.signIn(WHO.head));
  const [author, schools] = [await desk.signIn(WHO.author), await desk.signIn(WHO.schools)];
  expect((await author.visit(`${CATALOGUE}/import`)).statusCode).toBe(403);
  expect((await author.visit(`${CATALOGUE}/import/confirm`, { packed: '', seen: '1' })).statusCode).toBe(403);
  const path = await entryOf(author, '高龄津贴');
  expect((await author.visit(`${path}/set-aside`, { reason: '没有' })).statusCode).toBe(403);
  expect((await schools.visit(CATALOGUE)).body).toContain('还没有本机关的目录事项');
  expect((await schools.visit(path)).statusCode).toBe(404);
  const supervisor = await desk.signIn(WHO.supervisor);
  expect((await supervisor.visit(CATALOGUE)).statusCode).toBe(200);
  expect((await desk.stranger.visit(CATALOGUE)).statusCode).toBe(303);
});

test('a wrong file is refused in a sentence', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  const answer = async (name: string, bytes: Uint8Array) =>
    (await head.upload(`${CATALOGUE}/import`, {}, { field: 'file', name, bytes })).body;
  expect(await answer('甲.txt', new TextEncoder().encode('文字'))).toContain('只能从 .xlsx 导入');
  expect((await head.visit(`${CATALOGUE}/import`, {})).body).toContain('请选择一份 Excel 目录');
});
