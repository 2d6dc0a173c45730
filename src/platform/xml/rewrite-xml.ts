import { walkXml } from './walk-xml.ts';
import type { XmlAttributes } from './walk-xml.ts';

/** What becomes of an element: it stays, it goes with all that is in it, or only its content stays. */
export type Fate = 'keep' | 'drop' | 'unwrap';

/** Decides what stays, and hears what is kept: `at` is the place of its piece. */
export type XmlRewriter = {
  readonly fate: (name: string, attributes: XmlAttributes) => Fate;
  /** The attributes that a kept element gets. */
  readonly attributes?: (name: string, attributes: XmlAttributes) => XmlAttributes;
  readonly opened?: (name: string, attributes: XmlAttributes, at: number) => void;
  readonly closed?: (name: string, at: number) => void;
  readonly text?: (at: number) => void;
};

/** A piece of XML that is being written: markup as it stands, or text without escapes. */
export type XmlPiece = { readonly kind: 'markup' | 'text'; readonly value: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapedValue = (text: string): string =>
  escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const tagOf = (name: string, attributes: XmlAttributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapedValue(value)}"`)
    .join('')}>`;

/** Copies XML but for the elements that go, as pieces that can still be changed. Comments and processing instructions go too. */
export async function rewriteXml(chunks: AsyncIterable<Uint8Array>, rewriter: XmlRewriter): Promise<XmlPiece[]> {
  const { fate, attributes: changed, opened, closed, text: heard } = rewriter;
  const pieces: XmlPiece[] = [];
  const fates: Fate[] = [];
  let dropped = 0;
  await walkXml(chunks, {
    open(name, attributes) {
      const own = dropped > 0 ? 'drop' : fate(name, attributes);
      fates.push(own);
      if (own === 'drop') dropped += 1;
      if (own !== 'keep') return;
      pieces.push({ kind: 'markup', value: tagOf(name, changed?.(name, attributes) ?? attributes) });
      opened?.(name, attributes, pieces.length - 1);
    },
    close(name) {
      const own = fates.pop();
      if (own === 'drop') dropped -= 1;
      if (own !== 'keep') return;
      pieces.push({ kind: 'markup', value: `</${name}>` });
      closed?.(name, pieces.length - 1);
    },
    text(text) {
      if (dropped > 0) return;
      pieces.push({ kind: 'text', value: text });
      heard?.(pieces.length - 1);
    },
  });
  return pieces;
}

/** The XML that pieces make. */
export function xmlOf(pieces: readonly XmlPiece[]): string {
  const text = pieces.map(({ kind, value }) => (kind === 'text' ? escaped(value) : value)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
}
