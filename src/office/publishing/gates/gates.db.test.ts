import { expect, test } from 'vitest';
import { PLANTED_ID, run, wordFile, workbook } from '../../../publishing/examination/testing/planted-files.ts';
import { draft, fileOf, openPublishingDesk, send, typedNews, WHO } from '../testing/desk-items.ts';
import type { Desk } from '../../testing/open-desk.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheet = (text: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

const HIDDEN_SHEET = workbook([['街道', '户数']], {
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${R}"><sheets><sheet name="户数" sheetId="1" r:id="r1"/><sheet name="底稿" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${R}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
  'xl/worksheets/sheet2.xml': sheet(PLANTED_ID),
});
const MARKED = wordFile([run('绿化工作方案')], {
  'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>${run('机密')}</w:p></w:hdr>`,
});

type Planted = { readonly title: string; readonly file: { readonly name: string; readonly bytes: Uint8Array } | null };

/** Drafts an item with something planted in it and tries to get it out, by the forms of the desk; gives what the gates' page says. */
async function triedToPublish(desk: Desk, { title, file }: Planted): Promise<string> {
  const author = await desk.signIn(WHO.author);
  const path = await draft(author, { title });
  if (file !== null) {
    const version = String((await fileOf(desk, path)).publication.version);
    const sent = { ...typedNews({ title }), version };
    const answer = await author.upload(`${path}/edit`, sent, { field: 'files', ...file });
    if (answer.statusCode !== 303) throw new Error(`not attached: ${answer.statusCode}`);
  }
  await send(author, `${path}/acts/attribute`, { attribute: 'proactive' });
  await send(author, `${path}/gates`);
  expect((await send(author, `${path}/acts/submit`)).statusCode).toBe(409);
  const head = await desk.signIn(WHO.head);
  expect((await send(head, `${path}/acts/publish`)).statusCode).toBe(409);
  const urgent = await send(head, `${path}/acts/emergency`, { reason: '情况紧急' });
  expect(urgent.statusCode).toBe(409);
  expect(urgent.body).toContain('必须处理');
  expect((await fileOf(desk, path)).publication.publicEdition).toBeNull();
  return (await author.visit(`${path}/gates`)).body;
}

test('an identity number in a hidden sheet, 机密 in a header and 扫黑险恶 in a title each stop publication, urgent or not', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const sheetFound = await triedToPublish(desk, {
    title: '晴川区公布低保户数',
    file: { name: '低保户数.xlsx', bytes: HIDDEN_SHEET },
  });
  for (const words of ['隐藏的工作表“底稿”', '个人信息', '隐藏内容', '生成脱敏副本'])
    expect(sheetFound).toContain(words);
  expect(sheetFound).not.toContain(PLANTED_ID);

  const markFound = await triedToPublish(desk, {
    title: '晴川区公布绿化工作方案',
    file: { name: '绿化工作方案.docx', bytes: MARKED },
  });
  for (const words of ['页眉', '密级标志', '机密', '只有保密审查员可以决定保留']) expect(markFound).toContain(words);

  const wordFound = await triedToPublish(desk, { title: '晴川区部署推进扫黑险恶工作', file: null });
  for (const words of ['标题', '扫黑险恶', '扫黑除恶']) expect(wordFound).toContain(words);
});
