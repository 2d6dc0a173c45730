import { zipSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { GateFinding } from '../rules/gates/gate.ts';
import { openStops } from '../rules/fold.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { listFindings } from '../store/finding.store.ts';
import { contentOn } from '../testing/contents.ts';
import { checked, done, drafted, openPublishing, refOf, refused } from '../testing/publishing.ts';
import type { Publishing } from '../testing/publishing.ts';
import { checkItem } from './check-item.ts';
import { editItem } from './edit-item.ts';
import { overrideFinding } from './override-finding.ts';
import { publishInEmergency } from './publish-in-emergency.ts';
import { submitItem } from './submit-item.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

const relationshipsTo = (kind: string, target: string) =>
  `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/></Relationships>`;

const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook whose second sheet is hidden and names a person (the number is no real one, its check digit is right). */
function workbookWithHiddenSheet(): Uint8Array {
  const sheets =
    '<sheets><sheet name="公示" sheetId="1" r:id="r1"/><sheet name="底稿" sheetId="2" state="veryHidden" r:id="r2"/></sheets>';
  return pack({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationshipsTo('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONSHIPS}">${sheets}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cell('A1', '单位')}${cell('B1', '户数')}</row><row r="2">${cell('A2', '望江街道')}${cell('B2', '12')}</row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row r="1">${cell('A1', '证件号码')}</row><row r="2">${cell('A2', '110101199003074514')}</row></sheetData></worksheet>`,
  });
}

/** A Word document with a header of its own. */
function documentWithHeader(header: string): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return pack({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationshipsTo('officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document ${namespace}><w:body>${paragraph('晴川区绿化工作方案')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsTo('header', 'header1.xml'),
    'word/header1.xml': `<w:hdr ${namespace}>${paragraph(header)}</w:hdr>`,
  });
}

/** Tries every way to the public that a checked draft has; gives what stopped it. */
async function stoppedBy(
  publishing: Publishing,
  draft: ItemFile,
): Promise<{ readonly file: ItemFile; readonly stops: readonly GateFinding[] }> {
  const { deps, officer } = publishing;
  const file = await checked(publishing, draft);
  expect(refused(await submitItem(deps, await officer(['case-handler']), refOf(file)))).toContain('必须处理');
  const urgent = await publishInEmergency(deps, await officer(['disclosure-head']), refOf(file), { reason: '急' });
  expect(refused(urgent)).toContain('必须处理');
  const stops = new Set(openStops(file.publication).map(({ key }) => key));
  const findings = await listFindings(deps.queries, file.registration.id, file.publication.edition);
  return { file, stops: findings.filter(({ key }) => stops.has(key)) };
}

test('an identity number in a hidden sheet of an attached workbook stops publication, and is not repeated in the finding', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const draft = await drafted(publishing, contentOn(publishing.today()), 'news', [
    { name: '低保户数公示.xlsx', bytes: workbookWithHiddenSheet() },
  ]);
  const { stops } = await stoppedBy(publishing, draft);
  const places = stops.map(({ gate, place }) => `${gate} ${place}`);
  expect(places).toContain('private-data 附件“低保户数公示.xlsx”隐藏的工作表“底稿”');
  expect(places).toContain('hidden-content 附件“低保户数公示.xlsx”隐藏的工作表“底稿”');
  expect(JSON.stringify(stops)).not.toContain('19900307');
});

test.each(['机密★1年', '机密', '机密  注意保存'])(
  'the mark %s in the header of a Word document stops publication',
  async mark => {
    await using publishing = await openPublishing('2026-03-02');
    const draft = await drafted(publishing, contentOn(publishing.today()), 'news', [
      { name: '晴川区绿化工作方案.docx', bytes: documentWithHeader(mark) },
    ]);
    const { stops } = await stoppedBy(publishing, draft);
    expect(stops).toMatchObject([{ gate: 'secrecy-marks', place: '附件“晴川区绿化工作方案.docx”页眉' }]);
  },
);

test('扫黑险恶 in a title stops publication until it is mended', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const title = '晴川区部署推进扫黑险恶工作';
  const draft = await drafted(publishing, contentOn(publishing.today(), { title }));
  const { file: found, stops } = await stoppedBy(publishing, draft);
  expect(stops).toMatchObject([{ gate: 'wording', place: '标题', quote: '扫黑险恶', suggestion: '改为“扫黑除恶”' }]);
  const author = await officer(['case-handler']);
  const mended = { ...draft.latest.content, title: '晴川区部署推进扫黑除恶工作' };
  const edited = done(await editItem(deps, author, refOf(found), mended));
  expect(refused(await submitItem(deps, author, refOf(edited)))).toContain('还没有作发布前检查');
  done(await submitItem(deps, author, refOf(done(await checkItem(deps, author, refOf(edited))))));
});

test('a drafter lets a matter of wording stand with a reason; of personal data and secrets only the 保密审查员 may', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const author = await officer(['case-handler']);
  const draft = await drafted(publishing, contentOn(publishing.today(), { title: '扫黑险恶与晴川区回访13800138000' }));
  const file = await checked(publishing, draft);
  const [wording, privateData] = (['wording', 'private-data'] as const).map(gate => {
    const { key } = openStops(file.publication).find(stop => stop.gate === gate)!;
    return { edition: 1, finding: key, gate, reason: '是引文原文' };
  });
  expect(refused(await overrideFinding(deps, author, refOf(file), { ...wording!, reason: '' }))).toContain('理由');
  const one = done(await overrideFinding(deps, author, refOf(file), wording!));
  expect(refused(await overrideFinding(deps, author, refOf(one), privateData!))).toContain('进行保密审查');
  const two = done(await overrideFinding(deps, await officer(['secrecy-reviewer']), refOf(one), privateData!));
  done(await submitItem(deps, author, refOf(two)));
});

test('a file that no program can read is looked at by a person and never called passed', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const old = new Uint8Array(1024).fill(32);
  old.set(new TextEncoder().encode('%PDF-1.4\n%%EOF'));
  const draft = await drafted(publishing, contentOn(publishing.today()), 'news', [{ name: '扫描件.pdf', bytes: old }]);
  const { stops } = await stoppedBy(publishing, draft);
  expect(stops).toMatchObject([{ gate: 'unreadable', quote: '扫描件.pdf' }]);
});
