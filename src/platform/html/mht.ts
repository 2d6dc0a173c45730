/** The page inside a file that a browser or Word saved as one: its bytes, transfer encoding undone, and the charset declared. */
export type SavedPage = { readonly bytes: Uint8Array; readonly charset?: string };

const HEAD_CHARACTERS = 4096;

/** One character per byte; TextDecoder's latin1 is windows-1252 and would not give the bytes back. */
const characters = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Whether a file is a page saved as one, by its first header lines. */
export const isMht = (bytes: Uint8Array): boolean => {
  const head = characters(bytes.subarray(0, HEAD_CHARACTERS));
  return /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i.test(head.trimStart()) && /Content-Type:/i.test(head);
};

const headerOf = (headers: string, name: string) =>
  new RegExp(`^${name}:\\s*([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, 'im').exec(headers)?.[1]?.trim();

function fromQuotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const bytes = new Uint8Array(joined.length);
  let length = 0;
  for (let index = 0; index < joined.length; index += 1) {
    const hex = joined[index] === '=' ? /^[\dA-F]{2}/i.exec(joined.slice(index + 1, index + 3))?.[0] : undefined;
    bytes[length] = hex === undefined ? joined.charCodeAt(index) : Number.parseInt(hex, 16);
    length += 1;
    if (hex !== undefined) index += 2;
  }
  return bytes.subarray(0, length);
}

function bodyBytes(body: string, transferEncoding: string): Uint8Array {
  if (transferEncoding === 'quoted-printable') return fromQuotedPrintable(body);
  return Buffer.from(body, transferEncoding === 'base64' ? 'base64' : 'latin1');
}

/** The first HTML part of a page saved as one file (.mht, RFC 2557); null if the bytes are not such a file or hold no page. */
export function findPageInMht(bytes: Uint8Array): SavedPage | null {
  if (!isMht(bytes)) return null;
  const whole = characters(bytes).trimStart();
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(whole.slice(0, HEAD_CHARACTERS))?.[1];
  const parts = boundary === undefined ? [whole] : whole.split(`--${boundary}`).slice(1);
  for (const part of parts) {
    const split = /\r?\n[ \t]*\r?\n/.exec(part);
    if (split === null) continue;
    const headers = part.slice(0, split.index).replaceAll('\r\n', '\n');
    const type = headerOf(headers, 'Content-Type');
    if (type === undefined || !/^text\/html/i.test(type)) continue;
    const encoding = headerOf(headers, 'Content-Transfer-Encoding')?.toLowerCase() ?? '8bit';
    const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
    return {
      bytes: bodyBytes(part.slice(split.index + split[0].length), encoding),
      ...(charset === undefined ? {} : { charset }),
    };
  }
  return null;
}
