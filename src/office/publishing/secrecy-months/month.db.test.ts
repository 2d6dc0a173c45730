import { expect, test } from 'vitest';
import { readXlsx } from '../../../platform/xlsx/read-xlsx.ts';
import { approve, CLEAN_ANSWERS, draft, openPublishingDesk, send, WHO } from '../testing/desk-items.ts';

const PATH = '/office/publishing/secrecy-months';
const rowOf = (body: string, heading: string): string =>
  new RegExp(`<th scope="row"[^>]*>${heading}[\\s\\S]*?</tr>`).exec(body)?.[0].replaceAll(/<[^>]*>/g, ' ') ?? '';

test('保密审查 is summed up by month, by result and by reviewer; every figure opens what it counts; a month without is told', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  await approve(desk, await draft(author));
  const sentBack = await draft(author, { title: '晴川区召开保密工作会议' });
  await send(author, `${sentBack}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${sentBack}/gates`);
  await send(author, `${sentBack}/acts/submit`);
  const secrecy = await desk.signIn(WHO.secrecy);
  expect((await secrecy.visit(PATH)).body).toContain('待审查');
  await send(secrecy, `${sentBack}/acts/secrecy`, {
    ...CLEAN_ANSWERS,
    conclusion: 'withhold',
    opinion: '涉及工作秘密',
  });

  const { body } = await secrecy.visit(`${PATH}?month=2026-03`);
  expect(body).toContain('2026年3月保密审查汇总表');
  // 件次, 信息, then 公开 and 不予公开.
  expect(rowOf(body, '何敬之').replaceAll(/\s+/g, ' ')).toContain('何敬之 2 2 1 1 0 0 0');
  expect(body).toContain('审查明细（2 件次）');
  const href = /href="([^"]*conclusion=withhold[^"]*)#reviews"/.exec(body)![1]!.replaceAll('&amp;', '&');
  const opened = (await secrecy.visit(href)).body;
  expect(opened).toContain('审查明细（1 件次）');
  expect(opened).toContain('晴川区召开保密工作会议');
  expect(opened).toContain(`${sentBack}/secrecy/`);

  const empty = await secrecy.visit(`${PATH}?month=2026-02`);
  expect(empty.body).toContain('零报告');

  const file = await secrecy.visit(`${PATH}.xlsx?month=2026-03`);
  const read = await readXlsx(file.rawPayload);
  expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['汇总', '审查人', '明细']);
});

test('a supervising office sees figures of every agency and the names of what was made public, never of what was kept back', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const kept = await draft(author, { title: '某项尚未公开的安排' });
  await send(author, `${kept}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${kept}/gates`);
  await send(author, `${kept}/acts/submit`);
  const secrecy = await desk.signIn(WHO.secrecy);
  await send(secrecy, `${kept}/acts/secrecy`, { ...CLEAN_ANSWERS, conclusion: 'withhold', opinion: '涉及工作秘密' });
  const supervisor = await desk.signIn(WHO.supervisor);
  const { body, statusCode } = await supervisor.visit(PATH);
  expect(statusCode).toBe(200);
  expect(body).toContain('名称由该机关保管');
  expect(body).not.toContain('某项尚未公开的安排');
  const schools = await desk.signIn(WHO.schools);
  expect((await schools.visit(PATH)).body).toContain('审查明细（0 件次）');
});
