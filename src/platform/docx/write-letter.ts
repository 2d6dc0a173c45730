import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  Paragraph,
  TextRun,
} from 'docx';
import { attachmentLines } from '../../views/official-letter/official-letter.ts';
import type { LetterBlock, OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { xmlText } from '../xml/xml-text.ts';
import { DOCUMENT_STYLES, packed, pageNumber, runsOf, TYPE_AREA } from './gongwen-parts.ts';
import { PAGE, STYLES, TEXT_WIDTH, typeface } from './write-docx-type.ts';

const RED = 'E60012';
const LINE = 29 * 20;
/** 3号 in twips; a character takes a quarter point less. */
const CHARACTER = 316;

/** Both red lines are 170 mm long in the middle of the paper: 8 mm beyond the type area at the left, 6 mm at the right. */
const BEYOND = {
  left: convertMillimetersToTwip(20) - PAGE.left,
  right: convertMillimetersToTwip(20) - PAGE.right,
} as const;

/** 发文机关标志 in half points: 40 pt, smaller where the name is wider than the type area. */
function letterheadSize(letterhead: string): number {
  const fitting = Math.floor((convertMillimetersToTwip(152) / Math.max(1, Array.from(letterhead).length) / 20) * 2);
  return Math.min(80, fitting);
}

/** 30 mm below the edge of the paper the name, 4 mm below it the red lines, thick above thin. */
function letterheadOf(letterhead: string): Header {
  const size = letterheadSize(letterhead);
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: size * 10, lineRule: 'exact', before: 0, after: 0 },
        indent: BEYOND,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 11 } },
        children: [new TextRun({ text: xmlText(letterhead), size, color: RED, font: typeface('方正小标宋简体') })],
      }),
      // Keeps the lines apart from the text; the first line of the text has 7/8 of a character above its letters.
      new Paragraph({ spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 }, children: [] }),
    ],
  });
}

/** 20 mm above the lower edge the second pair of lines, thin above thick; no number on the first page. */
const FIRST_FOOT = () =>
  new Footer({
    children: [
      new Paragraph({
        spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 },
        indent: BEYOND,
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 1 } },
        children: [],
      }),
    ],
  });

/** Flush left: LibreOffice loses a full stop at the end of a justified line. */
const body = (text: string, more: Partial<ConstructorParameters<typeof Paragraph>[0] & object> = {}) =>
  new Paragraph({ style: STYLES.body.id, alignment: AlignmentType.LEFT, ...more, children: runsOf(text) });
const FLUSH = { firstLine: 0, firstLineChars: 0 } as const;
const blank = () => new Paragraph({ style: STYLES.body.id, children: [] });

function numberLine({ documentNumber, mark }: OfficialLetter): Paragraph[] {
  if (documentNumber === null && mark === null) return [];
  return [
    body(`${mark ?? ''}\t${documentNumber ?? ''}`, {
      indent: FLUSH,
      tabStops: [{ type: 'right', position: TEXT_WIDTH }],
    }),
  ];
}

function titleOf(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: STYLES.title.id,
        ...(index === lines.length - 1 ? { spacing: { ...STYLES.title.paragraph.spacing, after: LINE } } : {}),
        children: runsOf(line),
      }),
  );
}

function blockOf({ kind, text }: LetterBlock, keepNext: boolean): Paragraph {
  return kind === 'heading'
    ? new Paragraph({ style: STYLES.heading1.id, children: runsOf(text) })
    : body(text, { keepNext });
}

/** Names below one another begin under the first: 附件： is three characters wide, 附件：1. four. */
function attachmentsOf(attachments: readonly string[]): Paragraph[] {
  const numbered = attachments.length > 1;
  return attachmentLines(attachments).map((line, index) => {
    const head = numbered ? 4 : 3;
    const hanging = index === 0 ? head * CHARACTER : CHARACTER;
    return body(line, {
      keepNext: true,
      spacing: { line: LINE, lineRule: 'exact', before: index === 0 ? LINE : 0, after: 0 },
      indent: { left: 2 * CHARACTER + head * CHARACTER, hanging },
    });
  });
}

/** How wide a text is, in characters of 3号: figures and letters are half as wide. */
const widthOf = (text: string) => Array.from(text).reduce((sum, sign) => sum + (/[ -~]/.test(sign) ? 0.5 : 1), 0);

/** 成文日期 four characters from the right, the agency's name in the middle above it, both kept together for the seal. */
function signatureOf({ signatory, date }: OfficialLetter): Paragraph[] {
  const [name, day] = [widthOf(signatory), widthOf(date)];
  const right = Math.max(0, 4 - Math.max(0, (name - day) / 2));
  const width = Math.max(name, day) + 0.5;
  const place = {
    alignment: AlignmentType.CENTER,
    indent: {
      ...FLUSH,
      left: Math.max(0, TEXT_WIDTH - Math.round((right + width) * CHARACTER)),
      right: Math.round(right * CHARACTER),
    },
  } as const;
  return [
    body(signatory, {
      ...place,
      keepNext: true,
      spacing: { line: LINE, lineRule: 'exact', before: 2 * LINE, after: 0 },
    }),
    body(date, place),
  ];
}

/**
 * The letter as a .docx file in 信函格式 (GB/T 9704—2012, 10.1): the name of the agency and the red lines stand in the head and
 * foot of the first page alone, so that whoever edits the text cannot move them; pages are numbered from the second on.
 */
export async function writeLetter(letter: OfficialLetter): Promise<Uint8Array> {
  const last = letter.blocks.length - 1;
  const file = new Document({
    title: xmlText(letter.title.join('')),
    creator: xmlText(letter.signatory),
    lastModifiedBy: xmlText(letter.signatory),
    evenAndOddHeaderAndFooters: true,
    styles: DOCUMENT_STYLES,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            ...TYPE_AREA,
            margin: { ...TYPE_AREA.margin, header: convertMillimetersToTwip(30), footer: PAGE.footer },
          },
        },
        headers: { first: letterheadOf(letter.letterhead), default: new Header({ children: [] }) },
        footers: { first: FIRST_FOOT(), default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...numberLine(letter),
          blank(),
          blank(),
          ...titleOf(letter.title),
          body(`${letter.addressee}：`, { indent: FLUSH }),
          ...letter.blocks.map((block, index) => blockOf(block, index === last)),
          ...attachmentsOf(letter.attachments),
          ...signatureOf(letter),
          ...(letter.annotation === null ? [] : [body(`（${letter.annotation}）`)]),
        ],
      },
    ],
  });
  return packed(file);
}
