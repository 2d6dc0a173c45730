import type { Block } from '../document/block.ts';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';
import { withoutInvisible } from '../text/clean-text.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { layOutTable } from './lay-out-table.ts';
import type { WordCell, WordRow } from './lay-out-table.ts';
import type { WordNumbering } from './numbering.ts';
import { isOn } from './styles.ts';
import type { WordStyles } from './styles.ts';
import type { WordNames } from './word-names.ts';

/** The text of a document; `chunks` are foreign files set in whole (w:altChunk) before the block with that number. */
export type WordBody = {
  readonly blocks: readonly Block[];
  readonly chunks: readonly { readonly relationship: string; readonly before: number }[];
};

type Paragraph = {
  readonly lines: string[];
  text: string;
  style?: string;
  numbering?: string;
  level?: number;
  heading?: number;
  /** What stands in text boxes anchored here. */
  readonly behind: Block[];
};
type Cell = { -readonly [Key in keyof WordCell]: WordCell[Key] } & { readonly blocks: Block[] };
type Row = { before: number; readonly cells: WordCell[]; gone: boolean };
type Table = { readonly rows: WordRow[]; row: Row | null };

/** Elements whose content is not part of the text as it stands now: deletions, earlier formats, readings above characters. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'rt',
  'instrText',
  'delText',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'tblGridChange',
  'numberingChange',
  'sdtPr',
]);

const CONTENTS_STYLE = /^toc \d$/i;
const ENDS_IN_MARK = /[、.．。,，:：)）】〕]$/;

/** The number and the text, with a space only where the number does not end in a mark of its own. */
const numbered = (label: string, text: string) =>
  label === '' ? text : `${label.trimEnd()}${ENDS_IN_MARK.test(label.trimEnd()) ? '' : ' '}${text}`;

/** Reads word/document.xml: what a person sees with changes accepted, hidden text left out, automatic numbers written out. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  names: WordNames,
  styles: WordStyles,
  numbering: WordNumbering,
): Promise<WordBody> {
  const body: Block[] = [];
  const foreign: { relationship: string; before: number }[] = [];
  const rooms: Block[][] = [body];
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  const cells: Cell[] = [];
  /** For each mc:AlternateContent that is open, whether a choice was taken. */
  const alternatives: boolean[] = [];
  let leftOut = 0;
  let cellCount = 0;
  let characters = 0;
  let inText = false;
  // Runs may hold text boxes with runs of their own; what is hidden ends with the run that says so.
  const runs: { hidden: boolean }[] = [];
  let inParagraphProperties = 0;
  let inRunProperties = 0;
  let inRowProperties = 0;

  function endLine() {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    paragraph.lines.push(paragraph.text);
    paragraph.text = '';
  }

  function write(text: string) {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || runs.at(-1)?.hidden === true) return;
    characters += text.length;
    if (characters > LIMITS.textCharacters) fail('too-large');
    paragraph.text += text;
  }

  function numberOf(paragraph: Paragraph): string {
    const style = styles.styleOf(paragraph.style);
    const id = paragraph.numbering ?? style?.numbering;
    if (id === undefined || id === '0') return '';
    const tied = paragraph.style === undefined ? undefined : numbering.levelOfStyle(id, paragraph.style);
    const level = paragraph.level ?? (paragraph.numbering === undefined ? tied : undefined) ?? style?.level ?? 0;
    return numbering.next(id, level);
  }

  function endParagraph() {
    endLine();
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const style = styles.styleOf(paragraph.style);
    const label = numberOf(paragraph);
    const heading = paragraph.heading ?? style?.heading;
    const room = rooms.at(-1)!;
    const isContents = style !== undefined && CONTENTS_STYLE.test(style.name);
    for (const [index, line] of paragraph.lines.entries()) {
      const written = withoutInvisible(line).replaceAll('\u00A0', ' ').trim();
      const text = index === 0 ? numbered(label, written) : written;
      if (text === '' || isContents) continue;
      room.push({ kind: 'paragraph', text, ...(heading === undefined || heading > 9 ? {} : { heading }) });
    }
    room.push(...paragraph.behind);
  }

  function beginRow() {
    const table = tables.at(-1);
    if (table !== undefined) table.row = { before: 0, cells: [], gone: false };
  }

  function endRow() {
    const table = tables.at(-1);
    if (table?.row === null || table === undefined) return;
    if (!table.row.gone) table.rows.push({ before: table.row.before, cells: table.row.cells });
    table.row = null;
  }

  function beginCell() {
    cellCount += 1;
    if (cellCount > LIMITS.cells) fail('too-many-cells');
    const cell: Cell = { span: 1, down: null, across: false, blocks: [] };
    cells.push(cell);
    rooms.push(cell.blocks);
  }

  function endCell() {
    const cell = cells.pop();
    if (cell === undefined) return;
    rooms.pop();
    tables.at(-1)?.row?.cells.push(cell);
  }

  function endTable() {
    const table = tables.pop();
    if (table === undefined) return;
    const laidOut = layOutTable(table.rows);
    if (laidOut.cells.length > 0) rooms.at(-1)!.push(laidOut);
  }

  /** What a property element says of the paragraph, run, row or cell that is open. */
  function property(local: string, value: string | undefined) {
    const paragraph = paragraphs.at(-1);
    const cell = cells.at(-1);
    const row = tables.at(-1)?.row;
    const amount = Number(value ?? 0);
    switch (local) {
      case 'pStyle':
        if (inParagraphProperties > 0 && paragraph !== undefined && value !== undefined) paragraph.style = value;
        return;
      case 'numId':
        if (inParagraphProperties > 0 && paragraph !== undefined && value !== undefined) paragraph.numbering = value;
        return;
      case 'ilvl':
        if (inParagraphProperties > 0 && paragraph !== undefined) paragraph.level = amount;
        return;
      case 'outlineLvl':
        if (inParagraphProperties > 0 && paragraph !== undefined) paragraph.heading = amount + 1;
        return;
      case 'rStyle':
      case 'vanish': {
        const run = runs.at(-1);
        if (run === undefined || inRunProperties === 0) return;
        if (local === 'vanish') run.hidden = isOn(value);
        else run.hidden = styles.styleOf(value)?.hidden ?? run.hidden;
        return;
      }
      case 'gridSpan':
        if (cell !== undefined && amount > 0) cell.span = amount;
        return;
      case 'vMerge':
        if (cell !== undefined) cell.down = value === 'restart' ? 'restart' : 'continue';
        return;
      case 'hMerge':
        if (cell !== undefined) cell.across = value !== 'restart';
        return;
      case 'gridBefore':
        if (row !== null && row !== undefined && amount > 0) row.before = amount;
        return;
      case 'hidden':
        if (inRowProperties > 0 && row !== null && row !== undefined) row.gone = isOn(value);
    }
  }

  function inlineText(local: string, value: string | undefined) {
    if (runs.length === 0 || inParagraphProperties > 0 || inRunProperties > 0) return;
    switch (local) {
      case 'tab':
      case 'ptab':
        write('\t');
        return;
      case 'br':
      case 'cr':
        endLine();
        return;
      case 'noBreakHyphen':
        write('-');
        return;
      case 'sym': {
        // Symbol fonts put their pictures into the private area; only a true character has a meaning without the font.
        const code = Number.parseInt(value ?? '', 16);
        if (code >= 0x20 && (code < 0xe000 || code > 0xf8ff) && code < 0xfffe) write(String.fromCharCode(code));
      }
    }
  }

  function open(local: string, value: string | undefined) {
    switch (local) {
      case 'p':
        paragraphs.push({ lines: [], text: '', behind: [] });
        return;
      case 'pPr':
        inParagraphProperties += 1;
        return;
      case 'r':
        runs.push({ hidden: false });
        return;
      case 'rPr':
        inRunProperties += 1;
        return;
      case 't':
        inText = inParagraphProperties === 0;
        return;
      case 'tbl':
        tables.push({ rows: [], row: null });
        if (tables.length > LIMITS.tableDepth) fail('too-deep');
        return;
      case 'tr':
        beginRow();
        return;
      case 'trPr':
        inRowProperties += 1;
        return;
      case 'tc':
        beginCell();
        return;
      case 'txbxContent':
        rooms.push([]);
        runs.push({ hidden: false });
        return;
      default:
        property(local, value);
        inlineText(local, value);
    }
  }

  function close(local: string) {
    switch (local) {
      case 'p':
        endParagraph();
        return;
      case 'pPr':
        inParagraphProperties -= 1;
        return;
      case 'r':
        runs.pop();
        return;
      case 'rPr':
        inRunProperties -= 1;
        return;
      case 't':
        inText = false;
        return;
      case 'tbl':
        endTable();
        return;
      case 'tr':
        endRow();
        return;
      case 'trPr':
        inRowProperties -= 1;
        return;
      case 'tc':
        endCell();
        return;
      case 'txbxContent': {
        runs.pop();
        const content = rooms.pop() ?? [];
        (paragraphs.at(-1)?.behind ?? rooms.at(-1) ?? body).push(...content);
      }
    }
  }

  /** Whether an element and all in it is to be passed over. */
  function isLeftOut(local: string): boolean {
    if (local === 'mc:Choice') {
      const taken = alternatives.at(-1) ?? false;
      if (!taken && alternatives.length > 0) alternatives[alternatives.length - 1] = true;
      return taken;
    }
    if (local === 'mc:Fallback') return alternatives.at(-1) ?? false;
    if (local === 'del' && inRowProperties > 0) {
      const row = tables.at(-1)?.row;
      if (row !== null && row !== undefined) row.gone = true;
    }
    return LEFT_OUT.has(local);
  }

  await walkXml(chunks, {
    open(name, attributes) {
      const local = names.localOf(name, attributes);
      if (leftOut > 0 || isLeftOut(local)) {
        leftOut += 1;
        return;
      }
      if (local === 'mc:AlternateContent') alternatives.push(false);
      else if (local === 'altChunk') foreign.push({ relationship: attributes['r:id'] ?? '', before: body.length });
      else open(local, names.attribute(attributes, local === 'sym' ? 'char' : 'val'));
    },
    close(name) {
      if (leftOut > 0) {
        leftOut -= 1;
        return;
      }
      const local = names.localOf(name);
      if (local === 'mc:AlternateContent') alternatives.pop();
      else close(local);
    },
    text(text) {
      if (inText && leftOut === 0) write(text);
    },
  });
  return { blocks: body, chunks: foreign };
}
