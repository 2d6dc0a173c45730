import type { Html } from '../html/html.ts';
import { trustedMarkup } from '../html/html.ts';

/** A comment or a declaration, a tag with its name and attributes, or text. */
const PIECE = /<[!?][^>]*>|<(?<close>\/?)(?<name>[a-z][\w-]*)(?<attributes>(?:"[^"]*"|[^">])*)>|[^<]+/gi;
/** What stands in these is no prose, or is what a person has typed and will send. */
const KEPT_WHOLE = new Set(['script', 'style', 'code', 'pre', 'textarea']);
/** Attributes that are shown or spoken. */
const SPOKEN = /(?<= (?:alt|title|placeholder|aria-label)=")[^"]*(?=")/g;

const isKept = (name: string, attributes: string): boolean =>
  KEPT_WHOLE.has(name) ||
  / translate="no"/.test(attributes) ||
  // The text of such an option is what is sent.
  (name === 'option' && !/ value="/.test(attributes));

/**
 * A page with its words converted: text, and attributes that are shown or spoken. Addresses, values of forms, code, data for programs
 * and elements marked `translate="no"` (which hold none of their own kind) stay as they are.
 */
export function convertText(page: Html, convert: (text: string) => string): Html {
  let within: string | null = null;
  const markup = page.markup.replaceAll(PIECE, (piece, ...rest) => {
    const { close, name: written, attributes = '' } = rest.at(-1) as Partial<Record<string, string>>;
    const name = written?.toLowerCase();
    if (within !== null) {
      if (close === '/' && name === within) within = null;
      return piece;
    }
    if (piece.startsWith('<')) {
      if (name === undefined || close === '/') return piece;
      if (isKept(name, attributes)) within = name;
      return within === null ? piece.replaceAll(SPOKEN, convert) : piece;
    }
    return convert(piece);
  });
  return trustedMarkup(markup);
}
