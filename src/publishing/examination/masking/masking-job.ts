// Runs inside the sandbox: everything that touches the bytes of a file that is to be masked.
import { guarded } from '../../../platform/document/trouble.ts';
import { recogniseContent } from '../../../platform/files/recognise-content.ts';
import type { UploadKind } from '../../../platform/files/upload-kind.ts';
import { decodeText } from '../../../platform/text/decode-text.ts';
import { masked, masksOf } from '../../rules/masking.ts';
import type { MaskedPlace } from '../../rules/masking.ts';
import { maskExcel } from './mask-excel.ts';
import { withoutPictureMetadata } from './mask-picture.ts';
import { maskWord } from './mask-word.ts';

export type MaskingJob = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly officialNumbers: readonly string[];
};

export type MaskingAnswer =
  | { readonly kind: 'masked'; readonly bytes: Uint8Array; readonly places: readonly MaskedPlace[] }
  | { readonly kind: 'refused'; readonly why: string };

type Copy = { readonly bytes: Uint8Array; readonly places: readonly MaskedPlace[] };

function maskPlain(bytes: Uint8Array, officialNumbers: readonly string[]): Copy {
  const { text } = decodeText(bytes);
  const masks = masksOf(text, officialNumbers);
  return {
    bytes: new TextEncoder().encode(masked(text, masks)),
    places: masks.map(({ replacement, what }) => ({ place: '正文', replacement, what })),
  };
}

async function copyOf(kind: UploadKind, { bytes, officialNumbers }: MaskingJob): Promise<Copy | null> {
  switch (kind) {
    case 'docx':
      return maskWord(bytes, officialNumbers);
    case 'xlsx':
      return maskExcel(bytes, officialNumbers);
    case 'txt':
      return maskPlain(bytes, officialNumbers);
    case 'jpg':
    case 'png':
      return { bytes: withoutPictureMetadata(bytes), places: [] };
    // PDF is redacted by an engine of its own; the others are of formats that nobody writes any more.
    case 'pdf':
    case 'doc':
    case 'wps':
    case 'xls':
    case 'ofd':
      return null;
  }
}

/** Makes the masked copy of one file; what is wrong with it is an answer, only a fault of ours throws. */
export async function run(job: MaskingJob): Promise<MaskingAnswer> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(job.name)?.[1]?.toLowerCase() ?? '';
  const kind = await recogniseContent(job.bytes, extension);
  if (!kind.ok) return { kind: 'refused', why: kind.problem };
  const copy = await guarded(() => copyOf(kind.value, job));
  if (!copy.ok) return { kind: 'refused', why: '文件读不完整，不能生成脱敏副本，请在电脑上处理后重新上传' };
  return copy.value === null
    ? { kind: 'refused', why: '这种格式不能自动脱敏，请另存为 .docx、.xlsx 或者 PDF 后重新上传' }
    : { kind: 'masked', ...copy.value };
}
