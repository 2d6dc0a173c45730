import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block } from '../document/block.ts';
import { readDocx } from './read-docx.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relationships = (...list: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships>${list
    .map(([kind, target], index) => `<Relationship Id="r${index}" Type="${TYPES}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A document from the inside of its body and other parts by name. */
function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
        'word/_rels/document.xml.rels': relationships(
          ['styles', 'styles.xml'],
          ['numbering', 'numbering.xml'],
          ['aFChunk', 'chunk.html'],
        ),
        'word/document.xml': `<w:document ${WORD} xmlns:mc="m" xmlns:r="r" xmlns:a="a"><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

const short = (blocks: readonly Block[]): unknown[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? block.heading === undefined
        ? block.text
        : `#${block.heading} ${block.text}`
      : block.cells.map(cell => {
          const span = cell.rowSpan * cell.columnSpan === 1 ? '' : ` ${cell.rowSpan}x${cell.columnSpan}`;
          const inside = short(cell.blocks).map(part => (typeof part === 'string' ? part : JSON.stringify(part)));
          return `${inside.join('/')}@${cell.row},${cell.column}${span}`;
        }),
  );

async function read(bytes: Uint8Array) {
  const document = await readDocx(bytes);
  if (!document.ok) throw new Error(document.problem);
  return short(document.value);
}

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const p = (inside: string) => `<w:p>${inside}</w:p>`;
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(inside))}</w:tc>`;

const down = (kind: string) => `<w:vMerge w:val="${kind}"/>`;
const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbered = (text: string, id: number, at: number) =>
  p(`<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}`);
const styled = (text: string, style: string) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}`);
const rowOfCells = (row: number) => Array.from({ length: 300 }, (_, at) => `<w:tc w:id="${row * at}"/>`).join('');

test('runs are joined, tabs and line breaks kept, hidden text and field codes left out', async () => {
  expect(
    await read(
      docx(
        p(`${run('20')}${run('23')}${run('年')}`) +
          p(
            `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>`,
          ) +
          p(`${run('看见')}${run('隐藏', '<w:vanish/>')}${run('不隐藏', '<w:vanish w:val="0"/>')}`) +
          p('<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>'),
      ),
    ),
  ).toEqual(['2023年', '甲\t乙', '丙', '看见不隐藏', '3']);
});

test('changes are read as accepted', async () => {
  expect(
    await read(
      docx(
        p(`<w:del>${run('旧')}</w:del><w:ins>${run('新')}</w:ins><w:moveFrom>${run('去')}</w:moveFrom>`) +
          `<w:tbl><w:tr>${cell('留')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}</w:tr></w:tbl>`,
      ),
    ),
  ).toEqual(['新', ['留@0,0']]);
});

test('merges across and down, rows that begin late, controls round cells', async () => {
  expect(
    await read(
      docx(
        `<w:tbl><w:tr>${cell('a', down('restart'))}${cell('b', '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${cell('不显示', '<w:vMerge/>')}<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${cell('c')}</w:sdtContent></w:sdt>${cell('d')}</w:tr>` +
          `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('e')}${cell('f', '<w:vMerge/>')}</w:tr></w:tbl>`,
      ),
    ),
  ).toEqual([['a@0,0 2x1', 'b@0,1 1x2', 'c@1,1', 'd@1,2', 'e@2,1', 'f@2,2']]);
});

test('a table in a cell stays in the cell', async () => {
  expect(
    await read(
      docx(`<w:tbl><w:tr><w:tc>${p(run('前'))}<w:tbl><w:tr>${cell('内')}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`),
    ),
  ).toEqual([['前/["内@0,0"]@0,0']]);
});

test('a text box is read once, behind the paragraph it is anchored in', async () => {
  const box = `<w:txbxContent>${p(run('框内'))}</w:txbxContent>`;
  expect(
    await read(
      docx(
        p(
          `${run('锚')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('点')}`,
        ),
      ),
    ),
  ).toEqual(['锚点', '框内']);
});

test('automatic numbers are written out, restart with the level above, and styles bring theirs', async () => {
  const numbering = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="5">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="6">${level(0, 'bullet', '●')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
  const styles = `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H1a"><w:name w:val="x"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>`;
  expect(
    await read(
      docx(
        styled('总体', 'H1') +
          numbered('甲', 1, 1) +
          numbered('乙', 1, 1) +
          numbered('丙', 1, 2) +
          styled('主动', 'H1') +
          numbered('丁', 1, 1) +
          numbered('点', 2, 0) +
          numbered('戊', 3, 1) +
          styled('无号', 'H1a'),
        { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
      ),
    ),
  ).toEqual([
    '#1 一、总体',
    '（一）甲',
    '（二）乙',
    '1.2.1 丙',
    '#1 二、主动',
    '（一）丁',
    '点',
    '（五）戊',
    '#1 无号',
  ]);
});

test('a page set in whole by a converter is read in its place', async () => {
  expect(
    await read(
      docx(`${p(run('前'))}<w:altChunk r:id="r2"/>${p(run('后'))}`, {
        'word/chunk.html': '<p>内<table><tr><td>1</table>',
      }),
    ),
  ).toEqual(['前', '内', ['1@0,0'], '后']);
});

test('a document of another prefix and of the strict namespace is read alike', async () => {
  const body =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>';
  expect(await read(docx('', { 'word/document.xml': body }))).toEqual(['严格']);
});

test('a document written by LibreOffice keeps its automatic headings and merged cells', async () => {
  expect(await read(readFileSync('fixtures/readers/numbered-headings.docx'))).toEqual([
    '甲县水务局2024年政府信息公开工作年度报告',
    '#1 一、总体情况',
    '#2 （一）主动公开',
    '全年发布信息12条。',
    '#2 （二）依申请公开',
    '1.收到申请3件。',
    '2.办结3件。',
    '#1 二、主动公开政府信息情况',
    ['项目/名称@0,0 2x1', '申请人@0,1 1x2', '自然人@1,1', '总计@1,2', '予以公开@2,0', '3@2,1', '@2,2'],
    '#2 （一）机制建设',
    '#1 三、改进情况',
  ]);
});

const troubleOf = async (bytes: Uint8Array) => {
  const document = await readDocx(bytes);
  return document.ok ? null : document.problem;
};

test('hostile documents are refused', async () => {
  expect(await troubleOf(docx('A'.repeat(30_000_000)))).toBe('bomb');
  expect(await troubleOf(docx('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }))).toBe(
    'doctype',
  );
  expect(await troubleOf(docx(Array.from({ length: 400 }, (_, at) => `<w:sdt w:id="${at}">`).join('')))).toBe(
    'too-deep',
  );
  expect(
    await troubleOf(
      docx(`<w:tbl>${Array.from({ length: 700 }, (_, row) => `<w:tr>${rowOfCells(row)}</w:tr>`).join('')}</w:tbl>`),
    ),
  ).toBe('too-many-cells');
  expect(await troubleOf(docx('<w:p>'))).toBe('damaged');
  expect(await troubleOf(zipSync({ 'word/other.xml': strToU8('<x/>') }))).toBe('no-content');
  expect(await troubleOf(docx('').subarray(0, 300))).toBe('damaged');
});
