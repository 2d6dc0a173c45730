import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FlatBlock } from '../../../platform/document/block.ts';
import { readXlsx } from '../../../platform/xlsx/read-xlsx.ts';
import type { WorkbookSheet } from '../../../platform/xlsx/read-xlsx.ts';
import type { ReaderOutput, Unreadable } from '../piece.ts';
import { piecesOf } from './pieces.ts';
import { sentenceFor } from './sentence.ts';

/** Names that programs give to new sheets; any other was chosen and may be the heading of what stands on the sheet. */
const GIVEN_NAME = /^(?:sheet|工作表|表格)\s*\d*$/i;

function blocksOf({ name, blocks }: WorkbookSheet, sheets: number): readonly FlatBlock[] {
  const [first] = blocks;
  const isRepeated = first?.kind === 'paragraph' && first.text === name;
  if (sheets < 2 || blocks.length === 0 || isRepeated || GIVEN_NAME.test(name.trim())) return blocks;
  return [{ kind: 'paragraph', text: name.trim() }, ...blocks];
}

/** Reads a workbook (.xlsx): the visible sheets one after another. */
export async function readXlsxPieces(bytes: Uint8Array): Promise<Result<ReaderOutput, Unreadable>> {
  const workbook = await readXlsx(bytes);
  if (!workbook.ok) return refuse({ message: sentenceFor(workbook.problem) });
  const { sheets } = workbook.value;
  return ok({ format: 'xlsx', pieces: piecesOf(sheets.flatMap(sheet => blocksOf(sheet, sheets.length))) });
}
