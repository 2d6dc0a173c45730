import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { guarded } from '../document/trouble.ts';
import type { Trouble } from '../document/trouble.ts';
import { decodeText } from '../text/decode-text.ts';
import { isBinary } from '../text/is-binary.ts';
import { openZip } from '../zip/open-zip.ts';
import type { ZipContainer } from '../zip/open-zip.ts';
import { findCompoundNames, isCompoundFile } from './compound-file.ts';
import { findImageSize, isJpeg, isPng } from './image-size.ts';
import { ACCEPTED_SENTENCE } from './upload-kind.ts';
import type { UploadKind } from './upload-kind.ts';

/** Pixels of a picture: an A3 page at 600 dpi has 70 million. A decoder takes four bytes for each. */
const MAX_PIXELS = 80_000_000;

const CONVERT = `请转换为 ${ACCEPTED_SENTENCE} 中的一种再上传`;
const MACROS = '带有宏，可能夹带病毒；请另存为不带宏的文档或 PDF 再上传';
const ENCRYPTED = '设有打开密码，工作人员打不开；请去掉密码再上传';

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString('latin1');

const isPdf = (bytes: Uint8Array) => /^(?:\u00EF\u00BB\u00BF)?\s{0,8}%PDF-\d/.test(latin(bytes, 0, 32));
const isZip = (bytes: Uint8Array) =>
  begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6) || begins(bytes, 0x50, 0x4b, 7, 8);

const isProgram = (bytes: Uint8Array) =>
  begins(bytes, 0x4d, 0x5a) || // Windows
  begins(bytes, 0x7f, 0x45, 0x4c, 0x46) || // Linux
  [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(uint32(bytes)) || // macOS, Java
  begins(bytes, 0x23, 0x21) || // a script
  begins(bytes, 0x4c, 0, 0, 0, 1, 0x14, 2, 0); // a link of Windows

function uint32(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

/** Files that people try to upload and that are not taken, with what to do instead. */
function foreignSentence(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 0, 16);
  if (isProgram(bytes)) return '是程序文件，不能上传';
  if (/^(?:Rar!|7z\u00BC\u00AF|BZh|\u00FD7zXZ)/.test(head) || begins(bytes, 0x1f, 0x8b))
    return '是压缩包，里面的内容无法检查；请解压后把文件逐个上传';
  if (head.startsWith('{\\rtf')) return `是 RTF 文档；${CONVERT}`;
  if (head.slice(4, 8) === 'ftyp') return `是苹果照片（HEIC）或者视频；${CONVERT}`;
  if (/^(?:GIF8|BM|II\*\0|MM\0\*|RIFF)/.test(head)) return `是不支持的图片或音视频格式；${CONVERT}`;
  return undefined;
}

function troubleSentence(trouble: Trouble): string {
  switch (trouble) {
    case 'too-large':
    case 'bomb':
    case 'too-many-parts':
    case 'too-deep':
    case 'too-many-cells':
      return '展开后的内容过大，无法接收；请另存为较小的文档或 PDF 再上传';
    case 'encrypted':
      return ENCRYPTED;
    case 'damaged':
    case 'doctype':
    case 'no-content':
      return '已损坏，打不开；请在电脑上打开确认，另存一份再上传';
  }
}

function officeKind(zip: ZipContainer): UploadKind | undefined {
  if (zip.has('OFD.xml')) return 'ofd';
  if (!zip.has('[Content_Types].xml')) return undefined;
  if (zip.has('word/document.xml')) return 'docx';
  return zip.has('xl/workbook.xml') ? 'xlsx' : undefined;
}

/** Every part is unfolded once under the limits of the containers: a bomb is found whatever its directory claims. */
async function recogniseZip(bytes: Uint8Array): Promise<Result<UploadKind, string>> {
  const read = await guarded(async () => {
    const zip = await openZip(bytes);
    const names = zip.names();
    const kind = officeKind(zip);
    if (kind === undefined) return refuse('是压缩包，里面的内容无法检查；请解压后把文件逐个上传');
    if (names.some(name => /vbaproject\.bin$|^(?:word|xl)\/(?:activex|macrosheets)\//.test(name)))
      return refuse(MACROS);
    for (const name of names) for await (const chunk of zip.chunks(name)) void chunk;
    return ok(kind);
  });
  return read.ok ? read.value : refuse(troubleSentence(read.problem));
}

function recogniseCompound(bytes: Uint8Array, extension: string): Result<UploadKind, string> {
  const names = findCompoundNames(bytes);
  if (names === undefined || names.length === 0) return refuse(troubleSentence('damaged'));
  const has = (...wanted: string[]) => names.some(name => wanted.includes(name));
  if (has('EncryptedPackage')) return refuse(ENCRYPTED);
  if (has('VBA', 'Macros', '_VBA_PROJECT', '_VBA_PROJECT_CUR')) return refuse(MACROS);
  if (has('WordDocument')) return ok(extension === 'wps' ? 'wps' : 'doc');
  if (has('Workbook', 'Book')) return ok('xls');
  return refuse(`不是 Word、WPS 文字或 Excel 文档；${CONVERT}`);
}

function recogniseImage(bytes: Uint8Array): Result<UploadKind, string> {
  const size = findImageSize(bytes);
  if (size === undefined) return refuse(troubleSentence('damaged'));
  if (size.width * size.height > MAX_PIXELS)
    return refuse(`图片有 ${size.width}×${size.height} 像素，过大；请缩小后再上传`);
  return ok(isPng(bytes) ? 'png' : 'jpg');
}

/** Markup can carry scripts that run in the reader's browser; no text that a person types begins like this. */
const MARKUP = /^\s*(?:<\?xml|<!doctype|<!--|<\/?[a-z][a-z0-9:-]*[\s/>])|<(?:script|svg|html|iframe)[\s>]/i;

function recogniseText(bytes: Uint8Array): Result<UploadKind, string> {
  const { text, encoding } = decodeText(bytes);
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) return refuse(`不是可以接收的格式；${CONVERT}`);
  if (MARKUP.test(text.slice(0, 64 * 1024))) return refuse(`是网页或者矢量图，可能带有脚本；${CONVERT}`);
  return ok('txt');
}

/**
 * What bytes really are, whatever they are called; the extension (lower case) only tells WPS from Word, which share a format.
 * Refuses with the second half of a sentence, to be put behind the file's name.
 */
export async function recogniseContent(bytes: Uint8Array, extension: string): Promise<Result<UploadKind, string>> {
  if (isPdf(bytes)) return ok('pdf');
  if (isZip(bytes)) return recogniseZip(bytes);
  if (isCompoundFile(bytes)) return recogniseCompound(bytes, extension);
  if (isPng(bytes) || isJpeg(bytes)) return recogniseImage(bytes);
  const foreign = foreignSentence(bytes);
  return foreign === undefined ? recogniseText(bytes) : refuse(foreign);
}
