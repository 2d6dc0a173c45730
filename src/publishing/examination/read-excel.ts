import { fail } from '../../platform/document/trouble.ts';
import { plainNumber } from '../../platform/xlsx/number-formats.ts';
import { readSheet } from '../../platform/xlsx/sheet.ts';
import type { Sheet, SheetCell } from '../../platform/xlsx/sheet.ts';
import { localName, readSharedStrings } from '../../platform/xlsx/strings.ts';
import { walkXml } from '../../platform/xml/walk-xml.ts';
import { openZip } from '../../platform/zip/open-zip.ts';
import type { ZipContainer } from '../../platform/zip/open-zip.ts';
import { readRelationships } from '../../platform/zip/relationships.ts';
import type { AttachmentReading, ReadingPart } from '../rules/gates/reading.ts';
import {
  attributesIn,
  newTextBudget,
  readEmbedded,
  readPictureProperties,
  readProperties,
  spend,
  wordsIn,
} from './office-parts.ts';
import type { ReadInner, TextBudget } from './office-parts.ts';

type Listed = { readonly name: string; readonly relationship: string; readonly hidden: boolean };

async function readSheetList(zip: ZipContainer, part: string): Promise<readonly Listed[]> {
  const sheets: Listed[] = [];
  await walkXml(zip.chunks(part), {
    open(element, attributes) {
      if (localName(element) !== 'sheet') return;
      const relationship = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key !== 'id')?.[1];
      sheets.push({
        name: attributes['name'] ?? '',
        relationship: relationship ?? '',
        hidden: /hidden/i.test(attributes['state'] ?? ''),
      });
    },
    close: () => {},
  });
  return sheets;
}

/** The text of cells, a row a line with tabs between cells. */
function textOfCells(cells: readonly SheetCell[], budget: TextBudget): string {
  const rows = Map.groupBy(
    cells.filter(({ text }) => text !== ''),
    ({ row }) => row,
  );
  return spend(budget, [...rows.values()].map(row => row.map(({ text }) => text).join('\t')).join('\n'));
}

const isHidden = ({ hiddenRows, hiddenColumns }: Sheet, { row, column }: SheetCell): boolean =>
  hiddenRows.has(row) || hiddenColumns.some(({ from, to }) => column >= from && column <= to);

async function readComments(zip: ZipContainer, budget: TextBudget): Promise<string> {
  const texts: string[] = [];
  for (const name of zip
    .names()
    .filter(one => /^xl\/(?:comments\d*|threadedcomments\/.*)\.xml$/.test(one))
    .toSorted()) {
    let inText = false;
    await walkXml(zip.chunks(name), {
      open: element => {
        const local = localName(element);
        if (local === 't' || local === 'text') inText = true;
      },
      close: element => {
        const local = localName(element);
        if (local === 't') inText = false;
        if (local === 'comment' || local === 'threadedComment') {
          inText = false;
          texts.push('\n');
        }
      },
      text: text => {
        if (inText) texts.push(spend(budget, text));
      },
    });
  }
  return texts.join('').trim();
}

/** Codes of Excel in headers and footers: &C, &"宋体,加粗", &12, &P. */
const MARGIN_CODES = /&(?:"[^"]*"|[LCRPNDTZFASUEXYBIKG&]|\d{1,3})/gu;
const MARGIN_ELEMENTS = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']);

/** What a workbook keeps besides its cells: margins and text boxes are seen, the rest is not. */
async function readBesideCells(zip: ZipContainer, budget: TextBudget): Promise<readonly ReadingPart[]> {
  const margins = (await wordsIn(zip, /^xl\/worksheets\/[^/]+\.xml$/, MARGIN_ELEMENTS, budget)).replace(
    MARGIN_CODES,
    '',
  );
  const drawn = await wordsIn(zip, /^xl\/drawings\/[^/]+\.xml$/, new Set(['t']), budget);
  const names = await wordsIn(zip, /^xl\/workbook\.xml$/, new Set(['definedName']), budget);
  const cached = await attributesIn(
    zip,
    /^xl\/pivotcache\/pivotcache(?:definition|records)\d*\.xml$/,
    (element, attribute) => element === 's' && attribute === 'v',
    budget,
  );
  const linked = await wordsIn(zip, /^xl\/externallinks\/[^/]+\.xml$/, new Set(['v']), budget);
  // A name that only points to cells says nothing that the cells do not say.
  const constants = names.split('\n').filter(name => /"[^"]+"/u.test(name));
  return [
    { place: '页眉', text: margins.trim(), hidden: false },
    { place: '图形里的文字', text: drawn, hidden: false },
    { place: '定义的名称', text: constants.join('\n'), hidden: true },
    { place: '数据透视表的缓存', text: cached.join('\n'), hidden: true },
    { place: '外部链接的缓存', text: linked, hidden: true },
  ].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Reads a workbook with its hidden sheets, rows and columns and its comments, each as a part of its own. */
export async function readExcel(bytes: Uint8Array, inner: ReadInner): Promise<AttachmentReading> {
  const zip = await openZip(bytes);
  const main = (await readRelationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.target;
  const workbook = main !== undefined && zip.has(main) ? main : 'xl/workbook.xml';
  if (!zip.has(workbook)) fail('no-content');
  const relationships = (await readRelationships(zip, workbook)).filter(({ target }) => zip.has(target));
  const stringsPart = relationships.find(({ kind }) => kind === 'sharedStrings')?.target;
  const strings = stringsPart === undefined ? [] : await readSharedStrings(zip.chunks(stringsPart));
  const budget = newTextBudget();
  const cells = { cells: 0, characters: 0 };
  const parts: ReadingPart[] = [];
  for (const { name, relationship, hidden } of await readSheetList(zip, workbook)) {
    const target = relationships.find(({ id }) => id === relationship);
    if (target?.kind !== 'worksheet') continue;
    const sheet = await readSheet(zip.chunks(target.target), { strings, print: plainNumber }, cells);
    const shown = textOfCells(
      sheet.cells.filter(cell => !isHidden(sheet, cell)),
      budget,
    );
    const covered = textOfCells(
      sheet.cells.filter(cell => isHidden(sheet, cell)),
      budget,
    );
    const place = `工作表“${name}”`;
    if (shown !== '') parts.push({ place: hidden ? `隐藏的${place}` : place, text: shown, hidden });
    if (covered !== '') parts.push({ place: `${place}隐藏的行或列`, text: covered, hidden: true });
  }
  const comments = await readComments(zip, budget);
  if (comments !== '') parts.push({ place: '批注', text: comments, hidden: true });
  parts.push(...(await readBesideCells(zip, budget)), ...(await readEmbedded(zip, inner)));
  const people = await attributesIn(
    zip,
    /^xl\/persons\/[^/]+\.xml$/,
    (_element, attribute) => attribute === 'displayName',
    budget,
  );
  return {
    kind: 'read',
    text: parts
      .filter(({ hidden, place }) => !hidden && place !== '页眉')
      .map(({ text }) => text)
      .join('\n'),
    parts,
    properties: [
      ...(await readProperties(zip)),
      ...people.map(value => ({ name: '批注的作者', value: value.slice(0, 100) })),
      ...(await readPictureProperties(zip)),
    ],
  };
}
