import type { SaxesTagPlain } from 'saxes';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What hears the elements of a part in order; names are as written, with their prefix. */
export type XmlListener = {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
};

function decoderFor(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/**
 * Reads XML as it arrives, in constant memory. Ends with a trouble for a document type, elements nested too deep or too many,
 * or XML that is not well-formed.
 */
export async function walkXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [depth, elements, attributes] = [0, 0, 0];
  parser.on('doctype', () => fail('doctype'));
  parser.on('error', () => fail('damaged'));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > LIMITS.xmlAttributes) fail('too-large');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    elements += 1;
    attributes = 0;
    if (depth > LIMITS.xmlDepth) fail('too-deep');
    if (elements > LIMITS.xmlElements) fail('too-large');
    listener.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    listener.close(tag.name);
  });
  const { text } = listener;
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}
