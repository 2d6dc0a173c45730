import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPdf, line, shown, text } from '../../../test/pdf/drawn-pdf.ts';
import { hexText, ladenPdf, SONG } from '../../../test/pdf/laden-pdf.ts';
import { createTypesetter } from '../typst/typeset.ts';
import { comparable } from './find-terms.ts';
import { openDocument } from './open-document.ts';
import { openPdfium } from './pdfium.ts';
import { prepare, redactPdf } from './redact-pdf.ts';
import type { RedactionOrder, RedactionResult } from './redact-pdf.ts';
import { readWithSecondEngine } from './second-engine.ts';
import type { CheckName, VerificationReport } from './verification.ts';
import { verifyRedaction } from './verify.ts';

const pdfium = await openPdfium();
const { document: typeset } = createTypesetter(null);

async function redact(pdf: Uint8Array, order: Partial<RedactionOrder>): Promise<RedactionResult> {
  const redacted = await redactPdf(pdfium, pdf, { regions: [], terms: [], ...order });
  if (!redacted.ok) throw new Error(JSON.stringify(redacted.problem));
  return redacted.value;
}

async function release(pdf: Uint8Array, order: Partial<RedactionOrder>) {
  const result = await redact(pdf, order);
  expect(result.report.checks.filter(({ passed }) => !passed)).toEqual([]);
  if (result.kind !== 'released') throw new Error(result.kind);
  return result;
}

/** Text as each engine extracts it, without spaces. */
async function textOf(pdf: Uint8Array): Promise<readonly [string, string]> {
  const opened = openDocument(pdfium, pdf);
  if (!opened.ok) throw new Error(opened.problem);
  const { value } = opened;
  const first = Array.from({ length: value.pages }, (_, at) => value.textOf(at + 1));
  value.close();
  const second = (await readWithSecondEngine(pdf)).pages;
  const joined = (pages: typeof first) =>
    comparable(pages.map(({ characters }) => characters.map(({ text: own }) => own).join('')).join(''));
  return [joined(first), joined([...second])];
}

/** The file and all its streams, unpacked without any of the code under test. */
function everythingIn(pdf: Uint8Array): Buffer {
  const bytes = Buffer.from(pdf);
  const parts = [bytes];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    const end = bytes.indexOf('endstream', at);
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, end)));
    } catch {
      // Not packed this way: the bytes themselves are searched.
    }
  }
  return Buffer.concat(parts);
}

async function expectGone(pdf: Uint8Array, terms: readonly string[]) {
  const everything = everythingIn(pdf);
  const [first, second] = await textOf(pdf);
  for (const term of terms) {
    expect(first).not.toContain(comparable(term));
    expect(second).not.toContain(comparable(term));
    const wide = Buffer.from(term, 'utf16le').swap16();
    for (const form of [
      Buffer.from(term),
      wide,
      Buffer.from(wide.toString('hex')),
      Buffer.from(wide.toString('hex').toUpperCase()),
    ])
      expect(everything.includes(form), `${term} as ${form.toString('latin1')}`).toBe(false);
  }
}

const failed = ({ checks }: VerificationReport): CheckName[] =>
  checks.filter(({ passed }) => !passed).map(({ check }) => check);

const LETTER = typeset({
  title: ['关于张淏然申请公开信息的答复'],
  issuer: '示范市晴川区人民政府办公室',
  blocks: [
    {
      kind: 'paragraph',
      text: '申请人张淏然，证件号码990101199001011234，联系电话13800001234，住晴川区示范路8号。'.repeat(5),
    },
    { kind: 'paragraph', text: '以上内容由示范市晴川区人民政府办公室核对。' },
  ],
});

test('names and numbers go from a typeset letter, over line ends too, and nothing else does', async () => {
  const terms = ['张淏然', '990101199001011234', '13800001234'];
  const before = await textOf(LETTER);
  const { pdf, report } = await release(LETTER, { terms });
  await expectGone(pdf, terms);
  const rest = terms.reduce((words, term) => words.replaceAll(term, ''), before[1]);
  expect((await textOf(pdf))[1]).toBe(rest);
  expect(report.removedCharacters).toBe(6 * 3 + 5 * 18 + 5 * 11);
  expect(report.picturedPages).toEqual([]);
  expect(report.discarded).toMatchObject({ bookmarks: 1 });
});

test('a subset font no longer names or draws the characters of a name that stood nowhere else', async () => {
  const { pdf } = await release(LETTER, { terms: ['张淏然'] });
  const everything = everythingIn(pdf).toString('latin1');
  for (const character of '淏') expect(everything).not.toContain(`<${character.codePointAt(0)!.toString(16)}>`);
  expect(everything).toContain(`<${'联'.codePointAt(0)!.toString(16)}>`);
  const whole = everythingIn(LETTER).length;
  expect(everything.length).toBeLessThan(whole);
});

test('two regions in one line: what stands between and beside them stays', async () => {
  const pdf = drawPdf([{ content: text(50, 700, '甲乙丙丁戊己庚辛壬癸') }]);
  const regions = [
    { page: 1, left: 61, top: 132, right: 69, bottom: 144 },
    { page: 1, left: 101, top: 132, right: 119, bottom: 144 },
  ];
  const { pdf: released } = await release(pdf, { regions });
  expect((await textOf(released))[1]).toBe('甲丙丁戊辛壬癸');
});

test('a term broken over two lines, over two pages, and drawn in another order than it is read', async () => {
  const broken = drawPdf([
    { content: text(50, 700, '联系人为欧阳') + text(50, 680, '明月，其余不变') },
    { content: text(50, 60, '最后一行写着东方') },
    { content: text(50, 780, '既白等人') + text(90, 500, '门') + text(70, 500, '西') + text(80, 500, '华') },
  ]);
  const terms = ['欧阳明月', '东方既白', '西华门'];
  const { pdf } = await release(broken, { terms });
  await expectGone(pdf, terms);
  expect((await textOf(pdf))[1]).toBe('联系人为,其余不变最后一行写着等人');
});

test('radicals that a producer confuses with characters are found and removed', async () => {
  const { pdf } = await release(drawPdf([{ content: text(50, 700, '经办⼈⾦⽂⽟在场') }]), { terms: ['金文玉'] });
  expect((await textOf(pdf))[1]).toBe('经办人在场');
});

test('text inside forms, upside down, on turned pages and over a picture goes like any other', async () => {
  const name = shown('钱七七');
  const pages = [
    { content: '1 0 0 1 20 30 cm /A Do\n', forms: { A: { content: text(50, 600, '经办人钱七七签字') } } },
    { content: text(50, 700, '经办人钱七七签字'), rotate: 90 },
    { content: text(50, 700, '经办人钱七七签字'), rotate: 270 },
    { content: `BT /F 12 Tf -1 0 0 -1 300 400 Tm ${name} ET\n${text(50, 700, '签字')}` },
  ];
  const { pdf, report } = await release(drawPdf(pages), { terms: ['钱七七'] });
  await expectGone(pdf, ['钱七七']);
  expect(report.picturedPages).toEqual([]);
  expect((await textOf(pdf))[1]).toBe('经办人签字经办人签字经办人签字签字');
});

const SECRET = '赵钱孙';
const resources = '/Resources << /Font << /F 5 0 R >> >>';
const page = (more = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents 4 0 R ${more} >>`;
const laden = (
  catalogue: string,
  pageMore: string,
  others: Parameters<typeof ladenPdf>[0] = {},
  options: Parameters<typeof ladenPdf>[1] = {},
  content = text(50, 700, `收件人${SECRET}先生`),
) =>
  ladenPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      3: page(pageMore),
      4: { entries: '', stream: content },
      5: SONG,
      ...others,
    },
    options,
  );

test.each([
  ['properties', laden('', '', { 9: `<< /Title ${hexText(SECRET)} /Note ${hexText(SECRET)} >>` }, { info: 9 })],
  [
    'metadata in XML',
    laden('/Metadata 9 0 R', '', {
      9: {
        entries: '/Type /Metadata /Subtype /XML',
        stream: Buffer.from(`<x:xmpmeta>${SECRET}</x:xmpmeta>`),
        plain: true,
      },
    }),
  ],
  [
    'a note',
    laden('', '/Annots [9 0 R]', {
      9: `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ${hexText(SECRET)} /T ${hexText(SECRET)} >>`,
    }),
  ],
  [
    'a stamp that is seen',
    laden('', '/Annots [9 0 R]', {
      9: `<< /Type /Annot /Subtype /Stamp /Rect [300 600 400 640] /Contents ${hexText(SECRET)} /AP << /N 10 0 R >> >>`,
      10: {
        entries: `/Type /XObject /Subtype /Form /BBox [0 0 100 40] ${resources}`,
        stream: `BT /F 12 Tf 10 10 Td ${shown(SECRET)} ET`,
      },
    }),
  ],
  [
    'a form field',
    laden('/AcroForm << /Fields [9 0 R] /DR << >> >>', '/Annots [9 0 R]', {
      9: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V ${hexText(SECRET)} /Rect [300 600 400 640] /AP << /N 10 0 R >> >>`,
      10: {
        entries: `/Type /XObject /Subtype /Form /BBox [0 0 100 40] ${resources}`,
        stream: `/Tx BMC BT /F 12 Tf 10 10 Td ${shown(SECRET)} ET EMC`,
      },
    }),
  ],
  [
    'an attachment',
    laden('/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >>', '', {
      9: `<< /Type /Filespec /F (a.txt) /UF ${hexText(`${SECRET}.txt`)} /EF << /F 10 0 R >> >>`,
      10: { entries: '/Type /EmbeddedFile', stream: Buffer.from(SECRET) },
    }),
  ],
  [
    'a bookmark',
    laden('/Outlines 9 0 R', '', {
      9: '<< /Type /Outlines /First 10 0 R /Last 10 0 R /Count 1 >>',
      10: `<< /Title ${hexText(SECRET)} /Parent 9 0 R /Dest [3 0 R /Fit] >>`,
    }),
  ],
  [
    'a script',
    laden('/OpenAction << /S /JavaScript /JS 9 0 R >>', '', {
      9: { entries: '', stream: Buffer.from(`app.alert("${SECRET}")`) },
    }),
  ],
  [
    'a structure with replaced text',
    laden(
      '/MarkInfo << /Marked true >> /StructTreeRoot 9 0 R',
      '/StructParents 0',
      {
        9: `<< /Type /StructTreeRoot /K [<< /Type /StructElem /S /P /Alt ${hexText(SECRET)} /E ${hexText(SECRET)} >>] >>`,
      },
      {},
      `${text(50, 700, '收件人')}/Span << /ActualText ${hexText(SECRET)} /MCID 0 >> BDC ${text(100, 700, SECRET)} EMC\n${text(300, 700, '先生')}`,
    ),
  ],
  [
    'what is drawn, where a replaced text says otherwise',
    laden(
      '',
      '',
      {},
      {},
      `${text(50, 700, `收件人${SECRET}先生`)}/Span << /ActualText ${hexText('某')} >> BDC ${text(50, 500, SECRET)} EMC\n`,
    ),
  ],
  [
    'private data of an editor',
    laden('', '/PieceInfo << /Editor << /LastModified (D:2026) /Private 9 0 R >> >>', {
      9: `<< /Text ${hexText(SECRET)} >>`,
    }),
  ],
  [
    'text that is drawn in no colour',
    laden('', '', {}, {}, `${text(50, 700, `收件人${SECRET}先生`)} 3 Tr ${text(50, 300, SECRET)}`),
  ],
  [
    'an earlier revision',
    laden(
      '',
      '',
      {},
      {
        revisions: [
          { 4: { entries: '', stream: text(50, 700, `收件人${SECRET}先生，后改`) } },
          { 9: '<< /Nothing true >>' },
        ],
      },
    ),
  ],
])('a term in %s does not survive', async (_, pdf) => {
  // The trap is set: the file as it came holds the term at the place meant.
  const traps = everythingIn(pdf);
  const wide = Buffer.from(SECRET, 'utf16le').swap16();
  expect(traps.includes(wide.toString('hex')) || traps.includes(SECRET)).toBe(true);
  const { pdf: released } = await release(pdf, { terms: [SECRET] });
  await expectGone(released, [SECRET]);
  const { beside } = await readWithSecondEngine(released);
  expect(Object.values(beside).every(count => count === 0)).toBe(true);
  expect(released.length).toBeGreaterThan(400);
  expect(Buffer.from(released).toString('latin1').match(/%%EOF/g)).toHaveLength(1);
  expect((await textOf(released))[1]).toMatch(/^收件人先生(,后改)?$/);
});

/** A page that shows a picture of random grey, 100 by 140 pixels. */
function scan(): Uint8Array {
  const pixels = Uint8Array.from({ length: 100 * 140 }, (_, at) => (at * 73 + (at >> 3) * 31) % 251);
  return ladenPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Resources << /XObject << /P 5 0 R >> >> /Contents 4 0 R >>',
    4: { entries: '', stream: 'q 500 0 0 700 0 0 cm /P Do Q' },
    5: {
      entries: '/Type /XObject /Subtype /Image /Width 100 /Height 140 /ColorSpace /DeviceGray /BitsPerComponent 8',
      stream: pixels,
    },
  });
}

test('a scan is released as a picture in which the pixels are black, and words are not looked for in it', async () => {
  const region = { page: 1, left: 100, top: 100, right: 300, bottom: 200 };
  const { pdf, report } = await release(scan(), { regions: [region] });
  expect(report.picturedPages).toEqual([1]);
  const opened = openDocument(pdfium, pdf);
  if (!opened.ok) throw new Error(opened.problem);
  const picture = opened.value.draw(1, 1);
  opened.value.close();
  const colours = new Set<number>();
  for (let y = 101; y < 199; y += 1)
    for (let x = 101; x < 299; x += 1) colours.add(picture.rgba[(y * picture.width + x) * 4]!);
  expect([...colours]).toEqual([0]);
  expect(await redactPdf(pdfium, scan(), { regions: [], terms: ['甲'] })).toEqual({
    ok: false,
    problem: { kind: 'term-not-found', terms: ['甲'] },
  });
});

test('a drawing that reaches into a region cannot be taken out in part: the page becomes a picture', async () => {
  const drawing = '2 w 100 600 m 150 760 250 500 300 640 c S\n';
  const pdf = drawPdf([{ content: text(50, 700, '签名见图') + drawing }, { content: text(50, 700, '第二页') }]);
  const { pdf: released, report } = await release(pdf, {
    regions: [{ page: 1, left: 180, top: 150, right: 320, bottom: 260 }],
  });
  expect(report.picturedPages).toEqual([1]);
  expect((await textOf(released))[1]).toBe('第二页');
});

test('rules of a table that run through a region stay, and the text stays text', async () => {
  const table = line(50, 690, 400, 690) + line(50, 715, 400, 715) + line(200, 690, 200, 715);
  const pdf = drawPdf([{ content: table + text(60, 700, '姓名') + text(210, 700, '周五五') }]);
  const { report } = await release(pdf, { regions: [{ page: 1, left: 190, top: 120, right: 300, bottom: 160 }] });
  expect(report.picturedPages).toEqual([]);
});

test('layers that are switched off are not switched on by taking out the list of layers', async () => {
  const pdf = ladenPdf({
    1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] /Order [9 0 R] >> >> >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> /Properties << /L 9 0 R >> >> /Contents 4 0 R >>`,
    4: { entries: '', stream: `${text(50, 700, `收件人${SECRET}`)}/OC /L BDC ${text(50, 500, '内部意见')} EMC` },
    5: SONG,
    9: '<< /Type /OCG /Name (draft) >>',
  });
  const { pdf: released, report } = await release(pdf, { terms: [SECRET] });
  expect(report.picturedPages).toEqual([1]);
  await expectGone(released, [SECRET, '内部意见']);
});

test('a rectangle painted over a name is no redaction, and the verification says so', async () => {
  const original = drawPdf([{ content: text(50, 700, `收件人${SECRET}先生`) }]);
  const painted = drawPdf([{ content: `${text(50, 700, `收件人${SECRET}先生`)}0 g 80 697 30 12 re f\n` }]);
  const region = { page: 1, left: 80, top: 133, right: 110, bottom: 145 };
  const before = await prepare(pdfium, original);
  if (!before.ok) throw new Error(before.problem);
  const report = await verifyRedaction(pdfium, painted, painted, {
    original: before.value.bytes,
    before: (await readWithSecondEngine(original)).pages,
    regions: [region],
    terms: [SECRET],
    picturedPages: new Set(),
    discarded: null,
  });
  expect(report.passed).toBe(false);
  expect(failed(report)).toContain('text-under-regions');
  expect(failed(report)).toContain('terms-in-text');
  expect(failed(report)).toContain('terms-in-bytes');
  expect(report.checks.find(({ check }) => check === 'text-under-regions')!.leftovers).toContainEqual({
    page: 1,
    what: SECRET,
  });
});

test('a picture under a black rectangle is seen, and so are a mark left beside, a lost line and a second revision', async () => {
  const region = { page: 1, left: 100, top: 100, right: 300, bottom: 200 };
  const claim = {
    original: scan(),
    before: (await readWithSecondEngine(scan())).pages,
    regions: [region],
    terms: [],
    picturedPages: new Set<number>(),
    discarded: null,
  };
  expect(failed(await verifyRedaction(pdfium, scan(), scan(), claim))).toEqual(
    expect.arrayContaining(['black-on-page', 'nothing-under-black']),
  );
  const noted = laden(
    '',
    '/Annots [9 0 R]',
    { 9: '<< /Type /Annot /Subtype /Square /Rect [10 10 30 30] >>' },
    { revisions: [{ 10: 'null' }] },
  );
  const other = drawPdf([{ content: text(50, 700, '另有一行') }]);
  const report = await verifyRedaction(pdfium, noted, noted, {
    ...claim,
    original: other,
    before: (await readWithSecondEngine(other)).pages,
  });
  expect(failed(report)).toEqual(
    expect.arrayContaining(['beside-the-pages', 'single-revision', 'text-outside', 'look-outside']),
  );
});

test('an order for nothing, beside the page, or for a word that is not there is refused', async () => {
  const pdf = drawPdf([{ content: text(50, 700, '甲乙丙') }]);
  const refusal = async (order: Partial<RedactionOrder>) => {
    const redacted = await redactPdf(pdfium, pdf, { regions: [], terms: [], ...order });
    return redacted.ok ? null : redacted.problem;
  };
  expect(await refusal({})).toEqual({ kind: 'nothing-ordered' });
  expect(await refusal({ terms: ['丁'] })).toEqual({ kind: 'term-not-found', terms: ['丁'] });
  expect(await refusal({ regions: [{ page: 2, left: 0, top: 0, right: 9, bottom: 9 }] })).toEqual({
    kind: 'outside-page',
    page: 2,
  });
  expect(await refusal({ regions: [{ page: 1, left: 700, top: 0, right: 709, bottom: 9 }] })).toEqual({
    kind: 'outside-page',
    page: 1,
  });
});

test('whatever is written and whatever is to go, it goes and the rest stays', async () => {
  const alphabet = Array.from('天地玄黄宇宙洪荒日月盈昃辰宿列张0123456789ab');
  const lines = fc.array(
    fc.array(fc.constantFrom(...alphabet), { minLength: 6, maxLength: 30 }).map(letters => letters.join('')),
    {
      minLength: 2,
      maxLength: 8,
    },
  );
  const place = fc.record({ from: fc.nat(), length: fc.integer({ min: 2, max: 9 }) });
  await fc.assert(
    fc.asyncProperty(lines, fc.array(place, { minLength: 1, maxLength: 3 }), async (words, places) => {
      const whole = words.join('');
      const terms = places.map(({ from, length }) => whole.slice(from % (whole.length - 1)).slice(0, length));
      const pdf = drawPdf([{ content: words.map((own, at) => text(60, 780 - 20 * at, own)).join('') }]);
      const { pdf: released } = await release(pdf, { terms });
      const [first, second] = await textOf(released);
      const covered = new Set<number>();
      for (const term of terms)
        for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1))
          for (let unit = 0; unit < term.length; unit += 1) covered.add(at + unit);
      const rest = Array.from(whole)
        .filter((_, at) => !covered.has(at))
        .join('');
      expect([first, second]).toEqual([rest, rest]);
    }),
    { numRuns: 12 },
  );
});
