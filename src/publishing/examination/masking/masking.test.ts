import { expect, test } from 'vitest';
import { readPictureMetadata } from '../../../platform/files/picture-metadata.ts';
import { masksOf } from '../../rules/masking.ts';
import { run as read } from '../job.ts';
import { jpegWithMetadata, PLANTED_ID, pngWithMetadata, run, wordFile, workbook } from '../testing/planted-files.ts';
import { run as mask } from './masking-job.ts';

async function maskedCopy(name: string, bytes: Uint8Array, officialNumbers: readonly string[] = []) {
  const answer = await mask({ name, bytes, officialNumbers });
  if (answer.kind === 'refused') throw new Error(answer.why);
  const reading = await read({ name, bytes: answer.bytes });
  return { ...answer, reading, text: reading.kind === 'read' ? reading.text : '' };
}

/** Whatever stands in the bytes themselves, packed parts unpacked by the reader: nothing of the number is left. */
const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const PHONE = '13800138000';
const CARD = '6222021234567890128';

test('numbers keep their first and last digits, an address ends at the street, an office’s own number stays', () => {
  const text = `身份证号${PLANTED_ID}，手机${PHONE}，家庭住址：望江街道三号楼2单元501室。联系电话：13900139000。`;
  const replaced = masksOf(text, ['13900139000']).map(({ replacement }) => replacement);
  expect(replaced).toEqual(['11*************02X', '138****8000', '望江街道***']);
});

test('of a Word document words are masked over runs, and what nobody sees is gone; what is seen stays', async () => {
  const bytes = wordFile(
    [
      `${run('身份证号：')}${run(PLANTED_ID.slice(0, 7))}${run(PLANTED_ID.slice(7))}${run('，请核对。')}`,
      `${run('看得见')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:del w:author="某人"><w:r><w:delText>删掉的</w:delText></w:r></w:del><w:ins w:author="某人">${run('加上的')}</w:ins><w:r><w:commentReference w:id="0"/></w:r>`,
    ],
    {
      'word/comments.xml':
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:author="某人"><w:p><w:r><w:t>再核</w:t></w:r></w:p></w:comment></w:comments>',
      'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>${run(`电话 ${PHONE}`)}</w:p></w:hdr>`,
      'word/embeddings/sheet1.xlsx': workbook([[PLANTED_ID]]),
      'word/media/image1.jpeg': jpegWithMetadata(),
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="x/comments" Target="comments.xml"/><Relationship Id="i" Type="x/image" Target="media/image1.jpeg"/><Relationship Id="t" Type="x/attachedTemplate" Target="file:///C:/a.dot" TargetMode="External"/></Relationships>',
      'docProps/core.xml': '<cp:coreProperties><dc:creator>某人</dc:creator></cp:coreProperties>',
      'docProps/custom.xml': '<Properties><property name="来源"><vt:lpwstr>内部</vt:lpwstr></property></Properties>',
    },
  );
  const { reading, text, places } = await maskedCopy('名单.docx', bytes);
  expect(text).toBe('身份证号：11*************02X，请核对。\n看得见加上的');
  expect(reading.parts.filter(part => part.hidden)).toEqual([]);
  expect(reading.properties).toEqual([]);
  expect(places.map(({ place, replacement }) => `${place} ${replacement}`).toSorted()).toEqual([
    '正文 11*************02X',
    '页眉 138****8000',
  ]);
});

test('of a workbook a new one is made from what is seen; numbers are masked beside their headings too', async () => {
  const bytes = workbook(
    [
      ['姓名', '身份证号', '银行卡号', '金额'],
      ['甲', PLANTED_ID, CARD, '1200'],
    ],
    {
      'xl/comments1.xml':
        '<comments><commentList><comment><text><t>不对外</t></text></comment></commentList></comments>',
      'docProps/core.xml': '<cp:coreProperties><dc:creator>某人</dc:creator></cp:coreProperties>',
    },
  );
  const { reading, text } = await maskedCopy('名单.xlsx', bytes);
  expect(text).toContain('11*************02X');
  expect(text).toContain('1200');
  expect(text).not.toContain(PLANTED_ID.slice(6, 14));
  expect(text).not.toContain(CARD);
  expect(reading.parts.filter(part => part.hidden)).toEqual([]);
  expect(reading.properties).toEqual([]);
});

test('of a text only the numbers change; of a picture nothing but what was written beside it', async () => {
  expect((await maskedCopy('a.txt', new TextEncoder().encode(`手机${PHONE}。`))).text).toBe('手机138****8000。');
  for (const [name, bytes] of [
    ['a.jpg', jpegWithMetadata()],
    ['a.png', pngWithMetadata()],
  ] as const) {
    const { bytes: copy } = await maskedCopy(name, bytes);
    expect(readPictureMetadata(copy)).toEqual([]);
    expect(bytesOf(copy)).not.toContain('Invented Camera');
  }
});

test('what cannot be masked is refused with a sentence', async () => {
  const answer = await mask({ name: 'a.docx', bytes: wordFile([run('文')]).subarray(0, 300), officialNumbers: [] });
  expect(answer.kind).toBe('refused');
});
