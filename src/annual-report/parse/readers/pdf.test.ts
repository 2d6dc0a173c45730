import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawPdf, text } from '../../../../test/pdf/drawn-pdf.ts';
import type { Piece, ReaderOutput } from '../piece.ts';
import { readPdf } from './pdf.ts';

const folder = new URL('../../../../fixtures/readers/pdf/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

type Expected = { readonly paragraphs: readonly string[]; readonly grids: readonly unknown[] };

async function read(name: string): Promise<ReaderOutput> {
  const result = await readPdf(bytesOf(name));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const gridsOf = ({ pieces }: ReaderOutput) => pieces.flatMap(piece => (piece.kind === 'grid' ? [piece.grid] : []));
const textOf = (piece: Piece) => (piece.kind === 'line' ? [piece.text] : []);
/** Typst sets the space between Chinese and Latin letters without drawing one. */
const unspaced = (text: string) => text.replaceAll(/(?<=[一-龥]) (?=[A-Z])| (?=[一-龥])/g, '');

const fixtures = readdirSync(folder).filter(name => name.endsWith('.pdf'));

test('there are files of three producers', () => {
  expect(new Set(fixtures.map(name => name.split('-')[0]))).toEqual(new Set(['chromium', 'libreoffice', 'typst']));
});

test.each(fixtures)('every cell, merge and paragraph of %s comes back as it was printed', async name => {
  const own = `${name.slice(0, -4)}.expected.json`;
  const expectation = readdirSync(folder).includes(own) ? own : 'report.expected.json';
  const expected = JSON.parse(readFileSync(new URL(expectation, folder), 'utf8')) as Expected;
  const output = await read(name);
  expect(output.pieces.filter(piece => piece.kind === 'verbatim')).toEqual([]);
  expect(output.pieces.flatMap(textOf).map(unspaced)).toEqual(expected.paragraphs.map(unspaced));
  expect(gridsOf(output)).toEqual(expected.grids);
});

test('tables stand between the lines where they were printed, with their page and number', async () => {
  const { pieces } = await read('typst-portrait.pdf');
  expect(pieces.map(piece => (piece.kind === 'line' ? piece.text.slice(0, 3) : piece.kind)).slice(7, 13)).toEqual([
    '二、主',
    'grid',
    '三、收',
    'grid',
    '四、政',
    'grid',
  ]);
  expect(pieces.filter(piece => piece.kind === 'grid').map(piece => piece.place)).toEqual([
    { page: 1, table: 1 },
    { page: 1, table: 2 },
    { page: 2, table: 3 },
  ]);
});

test('a file that cannot be read is refused with one sentence that says what to do', async () => {
  const refusal = async (bytes: Uint8Array) => {
    const result = await readPdf(bytes);
    return result.ok ? null : result.problem.message;
  };
  const page = { content: text(60, 700, '这里的文字只为让这一页有足够多的字，与表格没有关系。') };
  expect(await refusal(drawPdf([{ content: '0.9 g 0 0 595 842 re f' }]))).toMatch(/没有文字层.*请提供 Word、网页版/);
  expect(await refusal(drawPdf([page], { passwords: { user: 'a', owner: 'b' } }))).toMatch(/打开密码.*请先去除密码/);
  expect(await refusal(drawPdf(Array.from({ length: 201 }, () => page)))).toMatch(/有 201 页，超过 200 页上限/);
  expect(await refusal(drawPdf([page]).subarray(0, 300))).toMatch(/已损坏/);
  expect(await refusal(new TextEncoder().encode('只是一段文字'))).toMatch(/不是 PDF/);
  expect(await refusal(drawPdf([page]))).toBeNull();
});

test('a title written by an office program is none', async () => {
  const titled = async (title: string) => {
    const page = { content: text(60, 700, '这里的文字只为让这一页有足够多的字，与表格没有关系。') };
    const result = await readPdf(drawPdf([page], { title }));
    return result.ok ? result.value.title : null;
  };
  expect(await titled('Annual report 2023')).toBe('Annual report 2023');
  for (const title of ['', 'Microsoft Word - 1.doc', 'report.docx', 'Untitled'])
    expect(await titled(title)).toBeUndefined();
});
