import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';
import { describeUpload } from './describe-upload.ts';
import { createScanner } from './scanner.ts';
import { compoundFile } from './testing/compound-file.ts';
import { MAX_UPLOAD_BYTES } from './upload-kind.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const DOCX = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') });
const XLSX = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
const OFD = zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') });
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 10, 1, 1, 17, 0]);

function png(width: number, height: number): Uint8Array {
  const part = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.byteLength);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  return Buffer.concat([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(new Uint8Array(10))),
    part('IEND', new Uint8Array()),
  ]);
}

async function kindOf(bytes: Uint8Array, name: string): Promise<string> {
  const described = await describeUpload(bytes, name);
  return described.ok ? described.value.kind : described.problem;
}

test('each kind is known by its content', async () => {
  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['pdf', 'a.pdf', utf8('%PDF-1.7\n%âãÏÓ\n')],
    ['docx', 'a.docx', DOCX],
    ['xlsx', 'a.xlsx', XLSX],
    ['ofd', 'a.ofd', OFD],
    ['doc', 'a.doc', compoundFile('Root Entry', 'WordDocument', '1Table')],
    ['wps', 'a.wps', compoundFile('Root Entry', 'WordDocument', 'WpsCustomData')],
    ['xls', 'a.xls', compoundFile('Root Entry', 'Workbook')],
    ['jpg', 'a.jpeg', JPEG],
    ['png', 'a.png', png(10, 10)],
    ['txt', 'a.txt', utf8('补正说明：申请 2024 年<公交线路>调整方案。')],
  ];
  for (const [kind, name, bytes] of files) expect(await kindOf(bytes, name), name).toBe(kind);
});

test('a description has size, digest, media type and a name with the right extension', async () => {
  expect(await describeUpload(DOCX, '申请表.DOC')).toEqual({
    ok: true,
    value: {
      name: '申请表.docx',
      kind: 'docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: DOCX.byteLength,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
  });
  const unnamed = await describeUpload(JPEG, '照片');
  expect(unnamed.ok && unnamed.value.name).toBe('照片.jpg');
});

test('a real Word file is taken', async () => {
  const file = new URL('../../../fixtures/', import.meta.url);
  const { readdirSync } = await import('node:fs');
  const names = readdirSync(file, { recursive: true, encoding: 'utf8' });
  const found = names.filter(name => /\.(?:docx|xlsx|pdf)$/.test(name)).slice(0, 6);
  expect(found.length).toBeGreaterThan(0);
  for (const name of found)
    expect(await kindOf(readFileSync(new URL(name, file)), name), name).toBe(name.split('.').at(-1));
});

describe('refused with a sentence that names the file:', () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8(''),
    'word/document.xml': strToU8(''),
    'word/media/a.png': new Uint8Array(200_000_000),
  });
  const cases: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
    ['an empty file', 'a.pdf', new Uint8Array(), /是空文件/],
    ['one that is too large', 'a.pdf', new Uint8Array(MAX_UPLOAD_BYTES + 1), /超过 20 MB/],
    ['a program', '工资表.pdf', utf8('MZ\u0090\u0000'), /是程序文件/],
    ['a program of Linux', 'a.txt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2]), /是程序文件/],
    ['a script', 'a.txt', utf8('#!/bin/sh\nrm -rf /'), /是程序文件/],
    ['a web page', 'a.txt', utf8('\n<!DOCTYPE html><p>'), /网页或者矢量图/],
    [
      'a drawing with a script',
      'a.png',
      utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()">'),
      /网页或者矢量图/,
    ],
    ['a drawing behind a declaration', 'a.svg', utf8('\uFEFF<?xml version="1.0"?><svg/>'), /网页或者矢量图/],
    ['a script inside a text', 'a.txt', utf8('申请<script>alert(1)</script>'), /网页或者矢量图/],
    ['an archive', 'a.zip', zipSync({ 'a.exe': utf8('MZ') }), /压缩包.*请解压/],
    ['an archive called a document', 'a.docx', zipSync({ 'a.exe': utf8('MZ') }), /压缩包/],
    ['another archive', 'a.rar', utf8('Rar!\u001a\u0007'), /压缩包/],
    [
      'a document with macros',
      'a.docx',
      zipSync({
        '[Content_Types].xml': strToU8(''),
        'word/document.xml': strToU8(''),
        'word/vbaProject.bin': utf8('x'),
      }),
      /带有宏/,
    ],
    ['an old document with macros', 'a.doc', compoundFile('Root Entry', 'WordDocument', 'Macros', 'VBA'), /带有宏/],
    ['a document with a password', 'a.docx', compoundFile('Root Entry', 'EncryptedPackage'), /打开密码/],
    ['an installer', 'a.msi', compoundFile('Root Entry', 'SummaryInformation'), /不是 Word/],
    ['a zip bomb', 'a.docx', bomb, /展开后的内容过大/],
    ['a broken document', 'a.docx', DOCX.subarray(0, -30), /已损坏/],
    ['a broken old document', 'a.doc', compoundFile('Root Entry').subarray(0, 600), /已损坏/],
    ['a picture bomb', 'a.png', png(60_000, 60_000), /60000×60000 像素/],
    ['a picture without size', 'a.jpg', JPEG.subarray(0, 6), /已损坏/],
    ['a disguise', '通知.pdf', DOCX, /内容是Word 文档，与扩展名 \.pdf 不符/],
    ['a double extension', '通知.pdf.exe', utf8('%PDF-1.7'), /与扩展名 \.exe 不符/],
    ['a photograph of a telephone', 'a.heic', utf8('\0\0\0\u0018ftypheic'), /请转换为/],
    ['bytes of no kind', 'a.dat', Uint8Array.from({ length: 500 }, (_, index) => index % 7), /不是可以接收的格式/],
  ];
  test.each(cases)('%s', async (_, name, bytes, sentence) => {
    const answer = await kindOf(bytes, name);
    expect(answer).toMatch(sentence);
    expect(answer).toMatch(/^“.+”/);
  });
});

describe('a file’s name', () => {
  const cleaned = (name: string) => {
    const { stem, extension } = cleanFileName(name);
    return extension === '' ? stem : `${stem}.${extension}`;
  };
  test.each([
    ['C:\\用户\\桌面\\申请表.docx', '申请表.docx'],
    ['../../etc/passwd', 'passwd'],
    ['附件1.申请表.pdf', '附件1.申请表.pdf'],
    ['2024.12.31.pdf', '2024.12.31.pdf'],
    ['发票.exe.pdf', '发票_exe.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\u0000\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['con.txt', '文件con.txt'],
    ['...pdf', '文件.pdf'],
    ['', '文件'],
    ['  通 知 .PDF ', '通 知.pdf'],
    ['a"b<c>?.png', 'a_b_c__.png'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleaned(given)).toBe(expected);
  });

  test('is short, visible and never empty, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
        const result = cleaned(name);
        expect(result.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(result)).toBeLessThan(300);
        expect(result).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]|^\./u);
      }),
    );
  });
});

describe('the scanner', () => {
  async function asked(answer: string, bytes: Uint8Array): Promise<{ verdict: unknown; sent: Buffer }> {
    const received: Buffer[] = [];
    const server = createServer(socket => {
      socket.on('error', () => {});
      socket.on('data', chunk => {
        received.push(chunk as Buffer);
        if (Buffer.concat(received).subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const verdict = await createScanner(`127.0.0.1:${port}`)(bytes);
    server.close();
    return { verdict, sent: Buffer.concat(received) };
  }

  test('hands the bytes over in pieces and understands the answers', async () => {
    const bytes = new Uint8Array(100_000).fill(7);
    const { verdict, sent } = await asked('stream: OK\0', bytes);
    expect(verdict).toEqual({ kind: 'clean' });
    expect(sent.length).toBe('zINSTREAM\0'.length + 100_000 + 3 * 4);
    expect((await asked('stream: Eicar-Test FOUND\0', bytes)).verdict).toEqual({
      kind: 'infected',
      found: 'Eicar-Test',
    });
    expect((await asked('INSTREAM size limit exceeded. ERROR\0', bytes)).verdict).toEqual({ kind: 'not-scanned' });
  });

  test('that is absent or does not answer leaves the file visibly not scanned', async () => {
    expect(await createScanner(null)(new Uint8Array(1))).toEqual({ kind: 'not-scanned' });
    expect(await createScanner('/nowhere/clamd.sock')(new Uint8Array(1))).toEqual({ kind: 'not-scanned' });
    expect((await asked('', new Uint8Array(1))).verdict).toEqual({ kind: 'not-scanned' });
  });
});
