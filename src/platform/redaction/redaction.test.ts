import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { drawPdf, text } from '../../../test/pdf/drawn-pdf.ts';
import { ladenPdf } from '../../../test/pdf/laden-pdf.ts';
import { writeDocx } from '../docx/write-docx.ts';
import { createTypesetter } from '../typst/typeset.ts';
import { openRedaction } from './redaction.ts';

const redaction = openRedaction();
afterAll(() => redaction.close());

const LETTER = drawPdf([{ content: text(50, 700, '收件人赵钱孙先生') + text(50, 680, '住晴川区') }]);

test('a document is looked at, searched, drawn and redacted in a process apart', async () => {
  const seen = await redaction.look(LETTER);
  expect(seen.ok && seen.value.pages.map(({ lines }) => lines.map(line => line.text))).toEqual([
    ['收件人赵钱孙先生', '住晴川区'],
  ]);
  const found = await redaction.find(LETTER, ['赵钱孙', '没有']);
  expect(found.ok && found.value.map(({ term, places }) => [term, places.length])).toEqual([
    ['赵钱孙', 1],
    ['没有', 0],
  ]);
  const drawn = await redaction.draw(LETTER, 1, 1);
  expect(drawn.ok && Buffer.from(drawn.value.subarray(1, 4)).toString()).toBe('PNG');
  const redacted = await redaction.redact(LETTER, { regions: [], terms: ['赵钱孙'] });
  expect(redacted.ok && redacted.value.kind).toBe('released');
});

const refusal = async (pdf: Uint8Array) => {
  const looked = await redaction.look(pdf);
  return looked.ok ? null : looked.problem;
};

test('a file that cannot be worked on is refused with one sentence', async () => {
  const encrypted = drawPdf([{ content: text(50, 700, '甲') }], { passwords: { user: 'secret', owner: 'owner' } });
  expect(await refusal(encrypted)).toBe('文件设有打开密码，请用密码打开后另存为不加密的 PDF 再上传');
  expect(await refusal(LETTER.subarray(0, 300))).toBe(
    '文件已损坏或者不是 PDF，请在电脑上打开后“打印”为新的 PDF 再上传',
  );
  expect(await refusal(new TextEncoder().encode('你好'))).toMatch(/^文件已损坏或者不是 PDF/);
  const many = drawPdf(Array.from({ length: 501 }, () => ({ content: '' })));
  expect(await refusal(many)).toBe('文件超过 500 页，请拆分成几份分别处理');
  const huge = drawPdf([{ content: '', width: 20_000, height: 20_000 }]);
  expect(await refusal(huge)).toMatch(/^文件中有尺寸异常的页面/);
});

test('a file that only its owner may change opens without a password, and is released without protection', async () => {
  const guarded = new Uint8Array(
    readFileSync(new URL('../../../fixtures/redaction/owner-password.pdf', import.meta.url)),
  );
  const redacted = await redaction.redact(guarded, { regions: [], terms: ['赵钱孙'] });
  expect(redacted.ok && redacted.value.kind).toBe('released');
});

test('a hostile file ends with a sentence, and the next one is served', async () => {
  // Unfolds to 600 MB of drawing.
  const bomb = ladenPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    4: {
      entries: '/Filter [/FlateDecode /FlateDecode]',
      stream: deflateSync(deflateSync(Buffer.alloc(100_000_000, '0 0 m 9 9 l S\n'))),
      plain: true,
    },
  });
  const looked = await redaction.look(bomb);
  expect(looked.ok ? '，请' : looked.problem).toMatch(/，请/);
  const next = await redaction.look(LETTER);
  expect(next.ok).toBe(true);
}, 200_000);

test('a Word file and a workbook become a document that says that it was set anew, and is then redacted', async () => {
  const document = {
    title: ['会议纪要'],
    issuer: null,
    blocks: [
      { kind: 'paragraph', text: '出席人员赵钱孙、周吴郑。' },
      { kind: 'paragraph', text: '事项已经办结。' },
    ],
  } as const;
  const set = await redaction.setAnew(await writeDocx(document), 'docx', '会议纪要.docx');
  if (!set.ok) throw new Error(set.problem);
  expect(JSON.stringify(set.value)).toContain('重新排版');
  const { document: typeset } = createTypesetter(null);
  const redacted = await redaction.redact(typeset(set.value), { regions: [], terms: ['赵钱孙'] });
  expect(redacted.ok && redacted.value.kind).toBe('released');
  expect(await redaction.setAnew(new Uint8Array([80, 75, 3, 4]), 'xlsx', '表.xlsx')).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/请用 Word 或 WPS 打开检查，“打印”为 PDF 再上传$/) as string,
  });
});

test('a photograph becomes a page, upright, without what the camera wrote into it', async () => {
  const png = await redaction.draw(LETTER, 1, 1);
  if (!png.ok) throw new Error(png.problem);
  const wrapped = await redaction.wrapImage(png.value);
  if (!wrapped.ok) throw new Error(wrapped.problem);
  const seen = await redaction.look(wrapped.value);
  expect(seen.ok && seen.value.pages.map(({ isScan }) => isScan)).toEqual([true]);
  const redacted = await redaction.redact(wrapped.value, {
    regions: [{ page: 1, left: 70, top: 120, right: 130, bottom: 150 }],
    terms: [],
  });
  expect(redacted.ok && redacted.value.kind).toBe('released');
  const broken = await redaction.wrapImage(png.value.subarray(0, 20));
  expect(broken).toEqual({ ok: false, problem: '图片已损坏，请重新扫描或者另存后再上传' });
});
