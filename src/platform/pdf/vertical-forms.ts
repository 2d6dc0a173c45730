// Punctuation drawn in its form for vertical writing, and ligatures, as the characters they stand for.
const PAIRS =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］';

const HORIZONTAL = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) HORIZONTAL.set(PAIRS[at]!, PAIRS[at + 1]!);

const SPECIAL = /[\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE4F\uF900-\uFAFF]/g;

/** The text with vertical punctuation, Latin ligatures and compatibility ideographs replaced by the plain characters. */
export function horizontalForm(text: string): string {
  return text.replaceAll(SPECIAL, character => HORIZONTAL.get(character) ?? character.normalize('NFKC'));
}
