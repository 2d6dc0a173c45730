import type { XmlAttributes } from '../xml/walk-xml.ts';

const NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Tells the names of WordprocessingML from others, whatever prefix the file binds to its namespace. */
export type WordNames = {
  /** The name without its prefix if it is WordprocessingML's, else as written. Give the attributes of opening tags. */
  readonly localOf: (name: string, attributes?: XmlAttributes) => string;
  readonly attribute: (attributes: XmlAttributes, name: string) => string | undefined;
};

/** Names of one part; the prefix is learnt from its root element. */
export function createWordNames(): WordNames {
  let prefix: string | undefined;
  return {
    localOf(name, attributes = {}) {
      if (prefix === undefined) {
        const bound = Object.entries(attributes).find(
          ([key, value]) => (key === 'xmlns' || key.startsWith('xmlns:')) && NAMESPACES.has(value),
        );
        prefix = bound === undefined ? 'w:' : bound[0] === 'xmlns' ? '' : `${bound[0].slice(6)}:`;
      }
      if (prefix === '') return name;
      return name.startsWith(prefix) ? name.slice(prefix.length) : name;
    },
    attribute: (attributes, name) => attributes[`${prefix ?? 'w:'}${name}`] ?? attributes[name],
  };
}
