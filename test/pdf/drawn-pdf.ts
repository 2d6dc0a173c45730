import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A page by its content stream. Fonts: `F` Chinese without a font file, `H` Helvetica, `X` without a map to characters. */
export type DrawnPage = {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** Form objects by name, with their matrix; they know each other by the same names. */
  readonly forms?: Readonly<Record<string, { readonly matrix?: string; readonly content: string }>>;
};

export type DrawnOptions = {
  /** Passwords; the file is encrypted when they are given. An empty one opens by itself. */
  readonly passwords?: { readonly user: string; readonly owner: string };
  readonly title?: string;
};

/** Shows a text with its baseline at x, y; PDF counts y upwards from the lower edge. */
export function text(x: number, y: number, words: string, { size = 10, font = 'F' } = {}): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown(words, font)} ET\n`;
}

/** The operator that shows the words in the font selected. */
export function shown(words: string, font = 'F'): string {
  if (font === 'H') return `(${words}) Tj`;
  return `<${Array.from(words, word => word.charCodeAt(0).toString(16).padStart(4, '0')).join('')}> Tj`;
}

export const line = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;

/** The rules of a plain grid, and the texts of its cells row by row from the top. */
export function ruledGrid(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): string {
  const rules = [...xs.map(x => line(x, ys[0]!, x, ys.at(-1)!)), ...ys.map(y => line(xs[0]!, y, xs.at(-1)!, y))];
  const words = rows.flatMap((row, at) => row.map((word, column) => text(xs[column]! + 4, ys[at + 1]! + 5, word)));
  return [...rules, ...words].join('');
}

type Encryption = { readonly dictionary: string; readonly seal: (bytes: Uint8Array) => Uint8Array };

const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;

/** AES-256 of revision 5, the simplest of today's. */
function encryptionWith(passwords: { readonly user: string; readonly owner: string }): Encryption {
  const key = Buffer.alloc(32, 7);
  const [check, salt, zero] = [Buffer.alloc(8, 1), Buffer.alloc(8, 2), Buffer.alloc(16)];
  const wrap = (wrapping: Uint8Array) =>
    createCipheriv('aes-256-cbc', wrapping, zero).setAutoPadding(false).update(key);
  const [user, owner] = [Buffer.from(passwords.user), Buffer.from(passwords.owner)];
  const u = Buffer.concat([sha256(user, check), check, salt]);
  const o = Buffer.concat([sha256(owner, check, u), check, salt]);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x54, 0x61, 0x64, 0x62, 1, 2, 3, 4]);
  const perms = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(permissions);
  return {
    dictionary: `<< /Filter /Standard /V 5 /R 5 /Length 256 /P -4 /U ${hex(u)} /O ${hex(o)} /UE ${hex(wrap(sha256(user, salt)))} /OE ${hex(wrap(sha256(owner, salt, u)))} /Perms ${hex(perms)} /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /Identity >>`,
    seal: bytes => {
      const cipher = createCipheriv('aes-256-cbc', key, zero);
      return Buffer.concat([zero, cipher.update(bytes), cipher.final()]);
    },
  };
}

/** A PDF of these pages, as small as it can be. */
export function drawPdf(pages: readonly DrawnPage[], options: DrawnOptions = {}): Uint8Array {
  const encryption = options.passwords === undefined ? null : encryptionWith(options.passwords);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const object = (number: number, body: string | Buffer) => {
    offsets[number] = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  };
  const stream = (number: number, entries: string, content: string) => {
    const packed = deflateSync(Buffer.from(content, 'latin1'));
    const bytes = encryption === null ? packed : encryption.seal(packed);
    const head = `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
    object(number, Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]));
  };

  const fonts =
    '/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [3 0 R] >>' +
    ' /V << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [3 0 R] >>' +
    ' /X << /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [4 0 R] >>' +
    ' /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const descendant = (registry: string, ordering: string, name: string) =>
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (${registry}) /Ordering (${ordering}) /Supplement 0 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>`;

  let next = 5;
  const kids = pages.map(page => {
    const own = next;
    const names = Object.keys(page.forms ?? {});
    next += 2 + names.length;
    const objects = names.map((name, at) => `/${name} ${own + 2 + at} 0 R`).join(' ');
    const resources = `/Resources << ${fonts} /XObject << ${objects} >> >>`;
    const { width = 595, height = 842, rotate = 0 } = page;
    object(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ${resources} /Contents ${own + 1} 0 R >>`,
    );
    stream(own + 1, '', page.content);
    for (const [at, name] of names.entries()) {
      const form = page.forms![name]!;
      const matrix = form.matrix === undefined ? '' : `/Matrix [${form.matrix}]`;
      stream(
        own + 2 + at,
        `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] ${matrix} ${resources}`,
        form.content,
      );
    }
    return own;
  });
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`);
  object(3, descendant('Adobe', 'GB1', 'STSong-Light'));
  object(4, descendant('Adobe', 'Identity', 'Unknown'));
  if (encryption !== null) object(next, encryption.dictionary);
  object(next + 1, `<< /Title (${options.title ?? ''}) >>`);
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = Array.from({ length: next + 2 }, (_, number) =>
    offsets[number] === undefined ? '0000000000 65535 f \n' : `${String(offsets[number]).padStart(10, '0')} 00000 n \n`,
  );
  const id = '<000102030405060708090a0b0c0d0e0f>';
  const encrypt = encryption === null ? '' : `/Encrypt ${next} 0 R`;
  const trailer = `trailer\n<< /Size ${next + 2} /Root 1 0 R /Info ${next + 1} 0 R /ID [${id} ${id}] ${encrypt} >>\nstartxref\n${start}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${next + 2}\n${rows.join('')}${trailer}`));
  return new Uint8Array(Buffer.concat(parts));
}
