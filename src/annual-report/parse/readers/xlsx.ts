import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FlatBlock } from '../../../platform/document/block.ts';
import { readXlsx } from '../../../platform/xlsx/read-xlsx.ts';
import type { Workbook, WorkbookSheet } from '../../../platform/xlsx/read-xlsx.ts';
import type { ReaderOutput, Unreadable } from '../piece.ts';
import { piecesOf } from './pieces.ts';
import { sentenceFor } from './sentence.ts';

/** A sheet's name that counts like a heading (三、依申请公开) may be the heading of what stands on it; any other only files it. */
const HEADING = /^[一二三四五六七][、.．]/;

function blocksOf({ name, blocks }: WorkbookSheet, sheets: number): readonly FlatBlock[] {
  const [first] = blocks;
  const isRepeated = first?.kind === 'paragraph' && first.text === name;
  if (sheets < 2 || blocks.length === 0 || isRepeated || !HEADING.test(name.trim())) return blocks;
  return [{ kind: 'paragraph', text: name.trim() }, ...blocks];
}

/** A sentence for each sheet of which something was not read. */
function notesOn({ sheets, hiddenSheets }: Workbook): readonly string[] {
  const parts = sheets.flatMap(({ name, hiddenRows, hiddenColumns }) => {
    const hidden = [hiddenRows > 0 ? `${hiddenRows} 行` : '', hiddenColumns > 0 ? `${hiddenColumns} 列` : ''];
    const what = hidden.filter(part => part !== '').join('、');
    return what === '' ? [] : [`工作表“${name}”有 ${what}被隐藏，没有读取；如属于报告，请取消隐藏后重试`];
  });
  const whole = hiddenSheets.map(name => `工作表“${name}”被隐藏，没有读取；如属于报告，请取消隐藏后重试`);
  return [...parts, ...whole];
}

/** Reads a workbook (.xlsx): the visible sheets one after another, with a note on what is hidden. */
export async function readXlsxPieces(bytes: Uint8Array): Promise<Result<ReaderOutput, Unreadable>> {
  const workbook = await readXlsx(bytes);
  if (!workbook.ok) return refuse({ message: sentenceFor(workbook.problem) });
  const { sheets } = workbook.value;
  const pieces = piecesOf(sheets.flatMap(sheet => blocksOf(sheet, sheets.length)));
  const notes = notesOn(workbook.value);
  return ok({ format: 'xlsx', pieces, ...(notes.length === 0 ? {} : { notes }) });
}
