type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5';

export type DecodedText = { readonly text: string; readonly encoding: TextEncoding };

/** Share of characters that a wrong guess at the encoding may leave undecodable. */
const MAX_REPLACED = 0.002;
const SAMPLE_BYTES = 256 * 1024;

const decode = (bytes: Uint8Array, encoding: TextEncoding) => new TextDecoder(encoding).decode(bytes);

function bomOf(bytes: Uint8Array): TextEncoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` forgives a character cut off at the end of the bytes.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: every other byte of Latin text, digits and line ends is zero. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.05 && even === 0) return 'utf-16le';
  if (even > pairs * 0.05 && odd === 0) return 'utf-16be';
  return null;
}

/** The share of characters that are Chinese of everyday use, full-width punctuation, digits or ASCII; 0 if much is undecodable. */
function plausibilityOf(text: string): number {
  const replaced = text.match(/\uFFFD|[\uE000-\uF8FF]/g)?.length ?? 0;
  if (replaced > text.length * MAX_REPLACED + 1) return 0;
  // The most frequent characters of official prose in both scripts; a wrong table gives rare ones instead.
  const usual =
    text.match(/[的一是不在有和人大为行政府信息公開开本年度工作申請请主動动机機關关情況况件，。、（）：\s]/g)?.length ??
    0;
  return (usual + 1) / (text.length - (text.match(/[\u0021-\u007E]/g)?.length ?? 0) + 1);
}

const LABELS: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/**
 * Text of unknown encoding: byte-order mark, then valid UTF-8, then the encoding `declared` (a page's charset), then whichever of
 * GB18030 and Big5 gives everyday Chinese. What is declared never overrides bytes that say otherwise. Undecodable bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = bomOf(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked };
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8' };
  const label = LABELS[declared?.trim().toLowerCase() ?? ''];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const candidates: readonly TextEncoding[] =
    label === undefined || label === 'utf-8' ? ['gb18030', 'big5'] : [label, 'gb18030', 'big5'];
  const [best] = candidates
    .map(encoding => ({ encoding, plausibility: plausibilityOf(decode(sample, encoding)) }))
    .sort((a, b) => b.plausibility - a.plausibility);
  // A few bytes damaged in a UTF-8 text must not turn all of it into other characters.
  const asUtf8 = plausibilityOf(decode(sample, 'utf-8'));
  const encoding = best === undefined || asUtf8 >= best.plausibility ? 'utf-8' : best.encoding;
  return { text: decode(bytes, encoding), encoding };
}
