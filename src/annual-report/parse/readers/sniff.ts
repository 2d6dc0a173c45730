import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { LIMITS } from '../../../platform/document/limits.ts';
import { isMht } from '../../../platform/html/mht.ts';
import { decodeText } from '../../../platform/text/decode-text.ts';
import { isBinary } from '../../../platform/text/is-binary.ts';
import type { SourceFormat, Unreadable } from '../piece.ts';

type Sniffed = Result<SourceFormat, Unreadable>;

const no = (message: string): Sniffed => refuse({ message });

const HEAD_BYTES = 1024;

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const view = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Names of parts stand uncompressed in a zip container; directory names of a compound file in UTF-16. */
const holds = (bytes: Uint8Array, name: string, encoding: 'latin1' | 'utf16le' = 'latin1') =>
  view(bytes).includes(name, 0, encoding);

function sniffZip(bytes: Uint8Array): Sniffed {
  if (holds(bytes, 'word/')) return ok('docx');
  if (holds(bytes, 'xl/workbook.bin')) return no('这是二进制工作簿（.xlsb），请在 Excel 或 WPS 中另存为 .xlsx 再试');
  if (holds(bytes, 'xl/')) return ok('xlsx');
  if (holds(bytes, 'OFD.xml'))
    return no('这是 OFD 版式文件，暂不能读取，请提供同一报告的 .docx、.xlsx 或带文字层的 PDF');
  if (holds(bytes, 'ppt/'))
    return no('这是演示文稿（.pptx），不是年度报告，请提供 .docx、.xlsx、PDF、HTML 或 TXT 文件');
  if (holds(bytes, 'application/vnd.oasis.opendocument'))
    return no('这是 OpenDocument 文件（.odt/.ods），请在 WPS 或 LibreOffice 中另存为 .docx 或 .xlsx 再试');
  return no('这是压缩包，不是一份报告，请解压后逐个提供其中的 .docx、.xlsx、PDF、HTML 或 TXT 文件');
}

function sniffCompound(bytes: Uint8Array): Sniffed {
  const has = (name: string) => holds(bytes, name, 'utf16le');
  if (has('EncryptedPackage')) return no('文件设置了打开密码，无法读取，请取消密码后另存再试');
  if (has('WordDocument'))
    return no('这是旧版 Word 或 WPS 文字文档（.doc/.wps），请用 Word 或 WPS 打开后另存为 .docx 再试');
  if (has('Workbook') || has('Book'))
    return no('这是旧版 Excel 或 WPS 表格文件（.xls/.et），请用 Excel 或 WPS 打开后另存为 .xlsx 再试');
  if (has('PowerPoint Document'))
    return no('这是旧版演示文稿（.ppt），不是年度报告，请提供 .docx、.xlsx、PDF、HTML 或 TXT 文件');
  return no('这是旧版办公软件文件，请用 Word 或 WPS 打开后另存为 .docx、.xlsx 或 PDF 再试');
}

const IMAGES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x42, 0x4d],
  [0x52, 0x49, 0x46, 0x46],
];
const ARCHIVES: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|meta|table|tbody|tr|td|th|div|span|p|br|h[1-6]|ul|ol|li|font|center|article|section|pre)(?:\s[^<>]*)?\/?>/gi;
const SAMPLE_CHARACTERS = 200_000;

/** Whether text is a page: it begins as one, or markup is frequent. A text that mentions a tag in passing is none. */
function isMarkup(text: string, name: string): boolean {
  const start = text.slice(0, 500).trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start)) return true;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const tags = sample.match(MARKUP)?.length ?? 0;
  if (/\.x?html?$/i.test(name)) return tags > 0;
  // Markdown may hold a table or a line break in HTML; a page has a tag in every few dozen characters, or tables throughout.
  return start.startsWith('<') ? tags > 2 : tags * 150 > sample.length && tags > 5;
}

function isJson(text: string, name: string): boolean {
  const start = text.slice(0, 200).trimStart();
  return (
    /^\{\s*(?:"|\})/.test(start) || /^\[\s*(?:\{|\])/.test(start) || (/\.json$/i.test(name) && /^[[{]/.test(start))
  );
}

function sniffText(bytes: Uint8Array, name: string): Sniffed {
  const { text, encoding } = decodeText(bytes.subarray(0, SAMPLE_CHARACTERS));
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!isWide && isBinary(bytes))
    return no('文件内容不是文字，无法读取，请提供 .docx、.xlsx、PDF、HTML、TXT 或 JSON 格式的年度报告');
  const replaced = text.match(/\uFFFD/g)?.length ?? 0;
  if (replaced > text.length * 0.05) return no('无法识别文件的文字编码，请用记事本打开后以 UTF-8 编码另存再试');
  if (text.trim() === '') return no('文件里没有任何文字，请检查是否选错了文件');
  if (text.startsWith('{\\rtf')) return no('这是 RTF 文档，请用 Word 或 WPS 打开后另存为 .docx 再试');
  if (isJson(text.replace(/^\uFEFF/, ''), name)) return ok('json');
  if (isMht(bytes) || isMarkup(text.replace(/^\uFEFF/, ''), name)) return ok('html');
  if (text.trimStart().startsWith('<?xml'))
    return no('这是 XML 文件（可能是 Word 或 Excel 的 XML 格式），请用 Word 或 WPS 打开后另存为 .docx 或 .xlsx 再试');
  return ok('text');
}

/**
 * The format of a file by its content, and by its name only where the content leaves it open.
 * Refuses, in one Chinese sentence, what is empty, too large, encrypted, or of a kind that cannot be read.
 */
export function sniffFormat(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.byteLength === 0) return no('文件是空的（0 字节），请重新下载或检查是否选错了文件');
  if (bytes.byteLength > LIMITS.fileBytes) {
    const size = Math.ceil(bytes.byteLength / 1024 / 1024);
    return no(`文件有 ${size} MB，超过 ${LIMITS.fileBytes / 1024 / 1024} MB 上限，请只保留年度报告部分后重试`);
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return sniffZip(bytes);
  if (startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return no('这是空的压缩包，请检查是否选错了文件');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffCompound(bytes);
  if (holds(bytes.subarray(0, HEAD_BYTES), '%PDF-')) return ok('pdf');
  if (isBinary(bytes) && IMAGES.some(signature => startsWith(bytes, ...signature)))
    return no('这是图片，不能从中读取文字，请提供同一报告的 .docx、.xlsx、带文字层的 PDF 或网页');
  if (ARCHIVES.some(signature => startsWith(bytes, ...signature)))
    return no('这是压缩包，不是一份报告，请解压后逐个提供其中的 .docx、.xlsx、PDF、HTML 或 TXT 文件');
  return sniffText(bytes, name);
}
