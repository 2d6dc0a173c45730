import type { Trouble } from '../../../platform/document/trouble.ts';
import { assertNever } from '../../../kernel/assert-never.ts';

/** What is wrong with a document and what to do, as one sentence for people. */
export function sentenceFor(trouble: Trouble): string {
  switch (trouble) {
    case 'too-large':
      return '文件内容过大，远超一份年度报告，请只保留年度报告部分，另存为 .docx 后重试';
    case 'too-deep':
      return '文件的标记嵌套层数异常，无法读取，请用 Word 或 WPS 打开后另存为 .docx 再试';
    case 'too-many-parts':
      return '文件内部的部件数量异常，无法读取，请用 Word 或 WPS 打开后另存为新文件再试';
    case 'too-many-cells':
      return '文件中的表格过大（超过 20 万个单元格），不像年度报告，请只保留年度报告部分后重试';
    case 'bomb':
      return '文件展开后的体积异常（疑似压缩炸弹），已停止读取，请核实文件来源';
    case 'doctype':
      return '文件内部的 XML 含有不允许的文档类型声明，已停止读取，请用 Word 或 WPS 打开后另存为新文件再试';
    case 'damaged':
      return '文件已损坏或不完整，无法读取，请用 Word 或 WPS 打开检查后另存为新文件再试';
    case 'encrypted':
      return '文件设置了打开密码，无法读取，请取消密码后另存再试';
    case 'no-content':
      return '文件中没有找到正文内容，请用 Word 或 WPS 打开检查后另存为新文件再试';
  }
  return assertNever(trouble);
}
