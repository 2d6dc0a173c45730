import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import { formTables } from './form-tables.ts';
import type { SpanCell, SpanTable } from './form-tables.ts';
import type { Random } from './random-source.ts';
import type { TableShape } from './table-shapes.ts';
import { asPrinted, byItems, cutByPage, withHeaderApart, withoutMerges } from './table-shapes.ts';
import type { TrueReport } from './true-report.ts';

/** A report as a Word file in the way that some office program or office makes it. */
export type WordStyle = {
  readonly name: string;
  readonly print: (report: TrueReport, random: Random) => Promise<Uint8Array>;
};

type Block = Paragraph | Table;
type Making = {
  readonly title: (report: TrueReport) => readonly Paragraph[];
  readonly heading: (text: string) => Paragraph;
  readonly paragraph: (text: string) => Paragraph;
  readonly cell: (cell: SpanCell, random: Random) => readonly Paragraph[];
  readonly shape: TableShape;
  /** Whether the header is repeated on every page. */
  readonly repeats: boolean;
  readonly isLandscape?: boolean;
  readonly header?: string;
  readonly before?: readonly Block[];
};

const REPORT = '政府信息公开工作年度报告';
const SECTIONS = ['1', '2', '3', '4', '5', '6'] as const;
const TABLE_OF = { '2': 0, '3': 1, '4': 2 } as const;
const centred = (text: string, size: number, bold = false) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size, bold })] });
const plain = (text: string) =>
  new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun({ text, size: 32 })] });
/** Digits in a run of their own, as an office program splits a text by its typefaces. */
const byTypeface = (text: string, size: number) =>
  text
    .split(/(\d+)/)
    .filter(part => part !== '')
    .map(part => new TextRun({ text: part, size, font: /\d/.test(part) ? 'Times New Roman' : '仿宋_GB2312' }));

function tableOf(table: SpanTable, making: Making, random: Random): Table {
  return new Table({
    width: { type: WidthType.PERCENTAGE, size: 100 },
    rows: table.rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: making.repeats && row < table.headerRows,
          children: cells.map(
            cell =>
              new TableCell({
                rowSpan: cell.rowSpan,
                columnSpan: cell.columnSpan,
                children: making.cell(cell, random),
              }),
          ),
        }),
    ),
  });
}

function write(report: TrueReport, making: Making, random: Random): Promise<Uint8Array> {
  const tables = formTables(report);
  const body = SECTIONS.flatMap((key): Block[] => {
    const parts = key in TABLE_OF ? making.shape(tables[TABLE_OF[key as keyof typeof TABLE_OF]], random) : [];
    const printed = parts.flatMap((part, index): Block[] => [
      ...(index > 0 ? [new Paragraph('')] : []),
      tableOf(part, making, random),
    ]);
    return [making.heading(SECTION_HEADING[key]), ...report.prose[key].map(making.paragraph), ...printed];
  });
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'headings',
          levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        ...(making.isLandscape === true
          ? { properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } } }
          : {}),
        ...(making.header === undefined
          ? {}
          : { headers: { default: new Header({ children: [centred(making.header, 18)] }) } }),
        footers: { default: new Footer({ children: [number] }) },
        children: [
          ...(making.before ?? []),
          ...making.title(report),
          ...report.prose.preface.map(making.paragraph),
          ...body,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const centredCell = ({ text }: SpanCell) => [centred(text, 18)];

const STYLES: readonly { readonly name: string; readonly making: Making }[] = [
  {
    name: 'Word: heading styles, header rows repeated',
    making: {
      title: report => [centred(`${report.agency}${report.year}年${REPORT}`, 44, true)],
      heading: text => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] }),
      paragraph: plain,
      cell: centredCell,
      shape: asPrinted,
      repeats: true,
    },
  },
  {
    name: 'WPS: title in two paragraphs, runs split by typeface, empty paragraphs in cells',
    making: {
      title: ({ agency, year }) => [
        centred(agency, 44),
        new Paragraph({ alignment: AlignmentType.CENTER, children: byTypeface(`${year}年${REPORT}`, 44) }),
        new Paragraph(''),
      ],
      heading: text => new Paragraph({ children: byTypeface(text, 32) }),
      paragraph: text => new Paragraph({ indent: { firstLine: 640 }, children: byTypeface(text, 32) }),
      cell: ({ text, isDatum }, random) => {
        const own = new Paragraph({ alignment: AlignmentType.CENTER, children: byTypeface(text, 18) });
        return isDatum && random.chance(0.2) ? [new Paragraph(''), own] : [own];
      },
      shape: byItems,
      repeats: false,
    },
  },
  {
    name: 'headings numbered by the program, running head',
    making: {
      title: ({ agency, year }) => [centred(`${year}年${agency}${REPORT}`, 40)],
      heading: text =>
        new Paragraph({
          numbering: { reference: 'headings', level: 0 },
          children: [new TextRun({ text: text.slice(2), bold: true })],
        }),
      paragraph: plain,
      cell: centredCell,
      shape: cutByPage,
      repeats: true,
      header: '晴川区政府信息公开',
    },
  },
  {
    name: 'tables without merged cells, across the page',
    making: {
      title: ({ agency, year }) => [centred(`${agency}${year}年度${REPORT}`, 40)],
      heading: text => new Paragraph({ children: [new TextRun({ text, font: '黑体', size: 32 })] }),
      paragraph: plain,
      cell: centredCell,
      shape: withoutMerges,
      repeats: true,
      isLandscape: true,
    },
  },
  {
    name: 'cover page, header of the table apart',
    making: {
      before: [centred('示范市晴川区政府信息公开', 52), new Paragraph({ children: [new PageBreak()] })],
      title: ({ agency, year }) => [
        centred(agency, 44),
        centred(`${year}年政府信息公开`, 44),
        centred('工作年度报告', 44),
      ],
      heading: text => new Paragraph({ children: byTypeface(text, 32) }),
      paragraph: plain,
      cell: ({ text, rowSpan }) =>
        rowSpan > 3 ? text.split('').map(character => centred(character, 18)) : [centred(text, 18)],
      shape: withHeaderApart,
      repeats: false,
    },
  },
];

export const WORD_STYLES: readonly WordStyle[] = STYLES.map(({ name, making }) => ({
  name,
  print: (report, random) => write(report, making, random),
}));
