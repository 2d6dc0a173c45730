import { expect, test } from 'vitest';
import { pdfFile, PLANTED_ID, workbook } from '../../../publishing/examination/testing/planted-files.ts';
import { openStops } from '../../../publishing/rules/fold.ts';
import { approve, draft, fileOf, openPublishingDesk, send, typedNews, WHO } from '../testing/desk-items.ts';
import type { Desk, DeskBrowser } from '../../testing/open-desk.ts';

const ROSTER = workbook(
  [
    ['姓名', '身份证号'],
    ['甲', PLANTED_ID],
  ],
  {
    'docProps/core.xml': '<cp:coreProperties><dc:creator>某人</dc:creator></cp:coreProperties>',
  },
);

/** Adds a file to an item as its form does; gives the id of the attachment. */
async function attach(
  desk: Desk,
  browser: DeskBrowser,
  path: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const version = String((await fileOf(desk, path)).publication.version);
  const answer = await browser.upload(`${path}/edit`, { ...typedNews(), version }, { field: 'files', name, bytes });
  expect(answer.statusCode).toBe(303);
  return (await fileOf(desk, path)).latest.content.attachments.at(-1)!.id;
}

const named = async (desk: Desk, path: string) => {
  const { latest, attachments } = await fileOf(desk, path);
  return attachments.find(({ id }) => id === latest.content.attachments[0]!.id)!;
};

test('a number in a workbook is masked with one click; the copy takes its place, is checked anew and stands beside the original', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const attachment = await attach(desk, author, path, '补贴名单.xlsx', ROSTER);
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${path}/gates`);
  expect(openStops((await fileOf(desk, path)).publication)).not.toEqual([]);
  expect((await author.visit(`${path}/gates`)).body).toContain(`${path}/attachments/${attachment}/mask`);
  expect((await author.visit(`${path}/attachments/${attachment}/mask`)).body).toContain('按看得见的内容重新生成工作簿');

  const answer = await send(author, `${path}/attachments/${attachment}/mask`);
  expect(answer.statusCode).toBe(303);
  const copy = await named(desk, path);
  expect(copy.maskedFrom).toBe(attachment);
  expect(openStops((await fileOf(desk, path)).publication)).toEqual([]);
  const { body } = await author.visit(answer.headers.location as string);
  for (const words of ['脱敏前后对照', '遮盖 1 处', '11*************02', '原件（内部）', '打开原件'])
    expect(body).toContain(words);
  expect((await author.visit(`${path}/gates`)).body).toContain('脱敏副本');
  expect((await author.visit(path)).body).toContain('换成脱敏副本，原件只在内部保存');
});

test('the original never comes back: an earlier edition is restored with the copy, and no edition can name the original again', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const attachment = await attach(desk, author, path, '补贴名单.xlsx', ROSTER);
  await send(author, `${path}/attachments/${attachment}/mask`);
  const copy = await named(desk, path);
  const version = String((await fileOf(desk, path)).publication.version);
  expect((await author.visit(`${path}/editions/restore`, { version, edition: '2' })).statusCode).toBe(303);
  expect((await named(desk, path)).id).toBe(copy.id);
  const back = { attachment, [`title-${attachment}`]: '补贴名单' };
  const answer = await send(author, `${path}/edit`, typedNews(back));
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('原件不能再公开');
});

test('of what is public the copy makes a draft only: readers go on seeing what was approved', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const attachment = await attach(desk, author, path, '办事说明.txt', new TextEncoder().encode('请按时办理。'));
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await approve(desk, path);
  const head = await desk.signIn(WHO.head);
  await send(head, `${path}/acts/publish`);
  const before = (await fileOf(desk, path)).publication.publicEdition;
  expect((await send(author, `${path}/attachments/${attachment}/mask`)).statusCode).toBe(303);
  const { publication } = await fileOf(desk, path);
  expect(publication).toMatchObject({ stage: 'revising', publicEdition: before, edition: before! + 1 });
});

test('of a PDF the number is taken out by the engine of severance, with the note beside the page', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const pdf = pdfFile({
    line: `晴川区高龄老人补贴发放对象名单全文如下身份证号${PLANTED_ID}`,
    note: { author: '某科长', text: '先不公示' },
  });
  const attachment = await attach(desk, author, path, '补贴名单.pdf', pdf);
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${path}/gates`);
  const answer = await send(author, `${path}/attachments/${attachment}/mask`);
  expect(answer.statusCode).toBe(303);
  const { body } = await author.visit(answer.headers.location as string);
  expect(body).toContain('遮盖 1 处');
  expect(body).toContain('注释和表单');
  expect(openStops((await fileOf(desk, path)).publication)).toEqual([]);
});

test('a copy is made by who drafts, and of an attachment that the edition names', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const attachment = await attach(desk, author, path, '补贴名单.xlsx', ROSTER);
  const auditor = await desk.signIn(WHO.auditor);
  expect((await auditor.visit(`${path}/attachments/${attachment}/mask`)).statusCode).toBe(403);
  expect((await auditor.visit(`${path}/attachments/${attachment}/mask`, { version: '9' })).statusCode).toBe(403);
  const schools = await desk.signIn(WHO.schools);
  expect((await schools.visit(`${path}/attachments/${attachment}/mask`)).statusCode).toBe(404);
  await send(author, `${path}/attachments/${attachment}/mask`);
  const again = await send(author, `${path}/attachments/${attachment}/mask`);
  expect(again.statusCode).toBe(409);
  expect(again.body).toContain('最新一稿里没有这个附件');
  expect((await author.visit(`${path}/attachments/${attachment}/compare`)).statusCode).toBe(404);
});
