import { walkXml } from '../xml/walk-xml.ts';
import type { WordNames } from './word-names.ts';

/** What a style says about text. Everything is as written in it; `styleOf` adds what it inherits. */
type WordStyle = {
  readonly name: string;
  readonly basedOn?: string;
  /** 1 is the highest. */
  readonly heading?: number;
  readonly numbering?: string;
  readonly level?: number;
  readonly hidden?: boolean;
};

export type WordStyles = {
  /** A style with all that it inherits; undefined for an unknown id. Without an id, the paragraph style used by default. */
  readonly styleOf: (id: string | undefined) => WordStyle | undefined;
};

type Draft = { -readonly [Key in keyof WordStyle]: WordStyle[Key] };

const MAX_INHERITANCE = 20;
/** The built-in headings keep their English name in a file of any language; some writers give them no outline level. */
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;

/** Whether an on/off element such as w:vanish is on: it is without a value, and off for 0, false and off. */
export const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off)$/i.test(value);

/** Reads word/styles.xml. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>, names: WordNames): Promise<WordStyles> {
  const styles = new Map<string, Draft>();
  let current: Draft | undefined;
  let byDefault: string | undefined;
  await walkXml(chunks, {
    open(name, attributes) {
      const local = names.localOf(name, attributes);
      const value = names.attribute(attributes, 'val');
      switch (local) {
        case 'style': {
          const id = names.attribute(attributes, 'styleId') ?? '';
          current = { name: '' };
          styles.set(id, current);
          if (names.attribute(attributes, 'type') === 'paragraph' && names.attribute(attributes, 'default') === '1')
            byDefault = id;
          return;
        }
        case 'name':
          if (current !== undefined) {
            current.name = value ?? '';
            const level = HEADING_NAME.exec(current.name)?.[1];
            if (level !== undefined) current.heading = Number(level);
          }
          return;
        case 'basedOn':
          if (current !== undefined && value !== undefined) current.basedOn = value;
          return;
        case 'outlineLvl':
          if (current !== undefined && /^[0-8]$/.test(value ?? '')) current.heading = Number(value) + 1;
          return;
        case 'numId':
          if (current !== undefined && value !== undefined) current.numbering = value;
          return;
        case 'ilvl':
          if (current !== undefined) current.level = Number(value ?? 0);
          return;
        case 'vanish':
          if (current !== undefined) current.hidden = isOn(value);
      }
    },
    close(name) {
      if (names.localOf(name) === 'style') current = undefined;
    },
  });

  const resolved = new Map<string, WordStyle>();
  function resolve(id: string): WordStyle | undefined {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const chain: Draft[] = [];
    for (
      let at: string | undefined = id;
      at !== undefined && chain.length < MAX_INHERITANCE;
      at = styles.get(at)?.basedOn
    ) {
      const style = styles.get(at);
      if (style === undefined) break;
      chain.push(style);
    }
    const [own] = chain;
    if (own === undefined) return undefined;
    const style = Object.assign({}, ...chain.toReversed()) as WordStyle;
    resolved.set(id, style);
    return style;
  }
  return { styleOf: id => (id === undefined && byDefault === undefined ? undefined : resolve(id ?? byDefault!)) };
}

/** The styles of a document that has none. */
export const NO_STYLES: WordStyles = { styleOf: () => undefined };
