import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sniffFormat } from './sniff.ts';

const formatOf = (content: string | Uint8Array, name = 'a') => {
  const sniffed = sniffFormat(typeof content === 'string' ? strToU8(content) : content, name);
  return sniffed.ok ? sniffed.value : sniffed.problem.message;
};
const zip = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])));
/** Old office files: a compound file whose directory names are in UTF-16. */
const compound = (...names: readonly string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ...names.map(name => Buffer.from(name, 'utf16le')),
  ]);

describe('the content tells the format, whatever the name says', () => {
  test.each([
    ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'a.zip'],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.docx'],
    ['pdf', '%PDF-1.7\n', 'a.txt'],
    ['pdf', '\r\njunk before\r\n%PDF-1.4', 'a.pdf'],
    ['html', '\uFEFF<!DOCTYPE html><p>x', 'a.doc'],
    ['html', '<!-- made by --> <HTML><p>x', 'a.txt'],
    ['html', '<table><tr><td>规章<td>0</table>', 'a.txt'],
    ['html', '标题<br>正文', 'a.htm'],
    ['html', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b', 'a.mht'],
    ['html', 'From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>', 'a.doc'],
    ['json', ' {"title": "x"}', 'a.txt'],
    ['json', '[{"year": 2023}]', 'a'],
    ['text', '三、收到和处理政府信息公开申请情况\n新收\t3', 'a.html.txt'],
    ['text', '# 报告\n\n| 规章 | 0 |\n\n合并格用<br>分行', 'a.md'],
    ['text', '［一］ [注] 表中“<”表示少于', 'a'],
    ['text', '', 'a'],
  ])('%s', (format, content, name) => {
    expect(formatOf(content === '' ? Buffer.from('\uFEFF年报', 'utf16le') : content, name)).toBe(format);
  });
});

describe('what cannot be read is refused with what to do', () => {
  test.each([
    ['an empty file', '', '0 字节'],
    ['white space', ' \r\n\t', '没有任何文字'],
    ['Word of old', compound('WordDocument'), '另存为 .docx'],
    ['Excel of old', compound('Workbook'), '另存为 .xlsx'],
    ['another compound file', compound('Other'), '另存为'],
    ['an encrypted document', compound('EncryptedPackage'), '取消密码'],
    ['a binary workbook', zip('xl/workbook.bin'), '.xlsx'],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'OFD'],
    ['slides', zip('ppt/presentation.xml'), '演示文稿'],
    [
      'OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'OpenDocument',
    ],
    ['an archive', zip('报告.docx'), '解压'],
    ['RTF', '{\\rtf1\\ansi', 'RTF'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), '图片'],
    ['binary junk', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256), '不是文字'],
    ['Word’s flat XML', '<?xml version="1.0"?><w:wordDocument/>', 'XML'],
  ])('%s', (_name, content, words) => {
    expect(formatOf(content)).toContain(words);
  });

  test('a file beyond the limit', () => {
    expect(formatOf(new Uint8Array(50 * 1024 * 1024 + 1))).toContain('51 MB，超过 50 MB 上限');
  });
});
