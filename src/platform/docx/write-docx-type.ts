import { AlignmentType, convertMillimetersToTwip, LineRuleType } from 'docx';
import type { IFontAttributesProperties, IParagraphStyleOptions } from 'docx';

/** Lengths of GB/T 9704—2012 in twips (1/20 pt): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 29 pt. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: convertMillimetersToTwip(37),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  // 35 mm less 0.2 mm: 22 lines of 29 pt are 0.2 pt more than 225 mm.
  bottom: convertMillimetersToTwip(34.8),
  // The dash of the page number stands 7 mm below the type area, in the middle of a line of 14 pt.
  footer: convertMillimetersToTwip(35 - 7 - 2.47),
} as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

const BODY_LINE = 29 * 20;
const TITLE_LINE = 36 * 20;
/** 3号: 16 pt, in half points. */
const BODY_SIZE = 32;
/** 28 characters of 16 pt are wider than 156 mm: each gives a quarter point away. */
const BODY_TRACKING = -5;

/** The official typefaces, which offices have, and for each the name of its usual stand-in. */
export const TYPEFACES = {
  方正小标宋简体: '华文中宋',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
} as const;
type Typeface = keyof typeof TYPEFACES;

/** Latin letters and digits in Times New Roman, by custom; the hint keeps Chinese quotation marks and dashes Chinese. */
export function typeface(name: Typeface): IFontAttributesProperties {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: name,
    hint: 'eastAsia',
  };
}

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 }) as const;
const twoCharacters = { firstLine: 640, firstLineChars: 200 } as const;
const plain = { bold: false, italics: false, color: '000000' } as const;

/** The styles a person sees in the word processor, by the id that the writer uses. */
export const STYLES = {
  title: {
    id: 'GongwenTitle',
    name: '公文标题',
    basedOn: 'Normal',
    next: 'GongwenBody',
    quickFormat: true,
    run: { ...plain, size: 44, font: typeface('方正小标宋简体') },
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(TITLE_LINE), keepNext: true },
  },
  body: {
    id: 'GongwenBody',
    name: '公文正文',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: BODY_SIZE, font: typeface('仿宋_GB2312'), characterSpacing: BODY_TRACKING },
    paragraph: { alignment: AlignmentType.BOTH, spacing: exactly(BODY_LINE), indent: twoCharacters },
  },
  heading1: {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'GongwenBody',
    quickFormat: true,
    run: { ...plain, size: BODY_SIZE, font: typeface('黑体'), characterSpacing: BODY_TRACKING },
    paragraph: { spacing: exactly(BODY_LINE), indent: twoCharacters, keepNext: true, outlineLevel: 0 },
  },
  heading2: {
    id: 'Heading2',
    name: 'heading 2',
    basedOn: 'Normal',
    next: 'GongwenBody',
    quickFormat: true,
    run: { ...plain, size: BODY_SIZE, font: typeface('楷体_GB2312'), characterSpacing: BODY_TRACKING },
    paragraph: { spacing: exactly(BODY_LINE), indent: twoCharacters, keepNext: true, outlineLevel: 1 },
  },
  tableText: {
    id: 'GongwenTable',
    name: '公文表格',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18, font: typeface('宋体') },
    paragraph: { spacing: exactly(11.5 * 20) },
  },
  pageNumber: {
    id: 'GongwenPageNumber',
    name: '公文页码',
    basedOn: 'Normal',
    run: { size: 28, font: { ...typeface('宋体'), ascii: 'SimSun', hAnsi: 'SimSun' } },
    paragraph: { spacing: exactly(14 * 20) },
  },
} as const satisfies Record<string, IParagraphStyleOptions>;
