import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { writeLetter } from './write-letter.ts';

const LETTER: OfficialLetter = {
  letterhead: '示范市晴川区人民政府办公室',
  documentNumber: '晴政办依复〔2026〕1号',
  title: ['政府信息公开告知书'],
  addressee: '江玥堃',
  blocks: [
    { kind: 'heading', text: '一、关于甲' },
    { kind: 'paragraph', text: '现予告知<&>。' },
  ],
  attachments: ['甲', '乙'],
  signatory: '示范市晴川区人民政府办公室',
  date: '2026年1月5日',
  annotation: '联系电话：0990-0000101',
  mark: null,
};

async function partsOf(letter: OfficialLetter) {
  const files = unzipSync(await writeLetter(letter));
  return (name: string) => strFromU8(files[name]!);
}
const part = await partsOf(LETTER);
const textsOf = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(match => match[1]);
const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4);

test('the name of the agency and the red lines stand in the head and foot of the first page alone', () => {
  const document = part('word/document.xml');
  expect(document).toContain('<w:titlePg/>');
  const first = /w:headerReference w:type="first" r:id="([^"]+)"/.exec(document)![1]!;
  const target = new RegExp(
    `Target="(header\\d\\.xml)"[^>]*Id="${first}"|Id="${first}"[^>]*Target="(header\\d\\.xml)"`,
  ).exec(part('word/_rels/document.xml.rels'))!;
  const header = part(`word/${target[1] ?? target[2]!}`);
  expect(textsOf(header)).toEqual([LETTER.letterhead]);
  expect(header).toContain('w:color w:val="E60012"');
  expect(header).toMatch(/<w:bottom w:val="thickThinSmallGap" w:color="E60012"/);
});

test('the head begins 30 mm below the edge; the lines reach 20 mm from both edges of the paper', () => {
  const document = part('word/document.xml');
  expect(millimetres(/w:header="(\d+)"/.exec(document)![1])).toBe(30);
  const header = ['word/header1.xml', 'word/header2.xml'].map(part).find(xml => xml.includes('thickThin'))!;
  const [, left, right] = /<w:ind w:left="(-\d+)" w:right="(-\d+)"\/>/.exec(header)!;
  expect([28 + millimetres(left), 26 + millimetres(right)]).toEqual([20, 20]);
});

test('the first page has no number, the others have it outside', () => {
  const document = part('word/document.xml');
  expect(document).toMatch(/footerReference w:type="first"/);
  const footers = ['word/footer1.xml', 'word/footer2.xml', 'word/footer3.xml'].map(part);
  expect(footers.filter(xml => xml.includes('PAGE'))).toHaveLength(2);
  expect(footers.find(xml => !xml.includes('PAGE'))).toContain('thinThickSmallGap');
});

test('everything that the letter says is there, in its order', () => {
  expect(textsOf(part('word/document.xml')).filter(text => text !== '')).toEqual([
    LETTER.documentNumber,
    LETTER.title[0],
    '江玥堃：',
    '一、关于甲',
    '现予告知&lt;&amp;&gt;。',
    '附件：1. 甲',
    '2. 乙',
    LETTER.signatory,
    LETTER.date,
    '（联系电话：0990-0000101）',
  ]);
});

test('the signature stays with the last paragraph', () => {
  const paragraphs = part('word/document.xml').match(/<w:p>.*?<\/w:p>/gs)!;
  const kept = paragraphs.filter(xml => xml.includes('<w:keepNext/>')).flatMap(textsOf);
  expect(kept).toEqual(['现予告知&lt;&amp;&gt;。', '附件：1. 甲', '2. 乙', LETTER.signatory]);
});

test('a letter without a number has no line for one, a draft says so', async () => {
  const plain = await partsOf({ ...LETTER, documentNumber: null });
  expect(textsOf(plain('word/document.xml'))[0]).toBe(LETTER.title[0]);
  const draft = await partsOf({ ...LETTER, documentNumber: null, mark: '草稿' });
  expect(textsOf(draft('word/document.xml'))[0]).toBe('草稿');
});
