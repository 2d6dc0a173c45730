// Runs inside the sandbox: everything that touches the bytes of a document that is to become an item.
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Trouble } from '../../platform/document/trouble.ts';
import { unfoldTables } from '../../platform/document/unfold-tables.ts';
import { readDocx } from '../../platform/docx/read-docx.ts';
import { proposeItem } from '../parse/propose-item.ts';
import type { ItemProposal } from '../parse/propose-item.ts';

export type DocumentJob = { readonly bytes: Uint8Array };

const SENTENCE = {
  'too-large': '文档内容过多，没有读完，请分成几份再导入',
  'too-deep': '文档结构异常，请用 Word 或 WPS 打开后另存为 .docx 再导入',
  'too-many-parts': '文档内部的部件过多，请用 Word 或 WPS 打开后另存为 .docx 再导入',
  'too-many-cells': '文档里的表格过大，请把表格作为附件上传',
  bomb: '文档展开后的体积异常，已停止读取，请核实来源',
  doctype: '文档结构异常，请用 Word 或 WPS 打开后另存为 .docx 再导入',
  damaged: '文档已损坏或者不是 .docx，请用 Word 或 WPS 打开后另存为 .docx 再导入',
  encrypted: '文档设有打开密码，请取消密码后再导入',
  'no-content': '文档没有正文，请核对后再导入',
} as const satisfies Record<Trouble, string>;

/** What a Word document proposes as an item; a sentence where it cannot be read. */
export async function run({ bytes }: DocumentJob): Promise<Result<ItemProposal, string>> {
  const read = await readDocx(bytes);
  return read.ok ? ok(proposeItem(unfoldTables(read.value))) : refuse(SENTENCE[read.problem]);
}
