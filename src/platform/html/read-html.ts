import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Result } from '../../kernel/result.ts';
import type { Block } from '../document/block.ts';
import { LIMITS } from '../document/limits.ts';
import { guarded } from '../document/trouble.ts';
import type { Trouble } from '../document/trouble.ts';
import { withoutInvisible } from '../text/clean-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { parseTree } from './parse-tree.ts';
import type { NodeBudget } from './parse-tree.ts';
import { walkTree } from './walk-tree.ts';

/** A page: `title` from its meta data or its title element. */
export type HtmlDocument = { readonly title?: string; readonly blocks: readonly Block[] };

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i;
/** The meta names under which Chinese government sites give an article's title (ArticleTitle is required of them). */
const TITLE_NAMES = ['articletitle', 'contenttitle', 'og:title'];

/** The charset a page declares in its first bytes, if it does. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const match = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 8192)));
  return match?.[1] ?? match?.[2];
}

function elementsOf(document: Tree.Document, tagName: string): Tree.Element[] {
  const html = document.childNodes.find(node => node.nodeName === 'html') as Tree.Element | undefined;
  const heads = (html?.childNodes ?? []).filter(node => node.nodeName === 'head') as Tree.Element[];
  const bodies = (html?.childNodes ?? []).filter(node => node.nodeName === 'body') as Tree.Element[];
  return [...heads, ...bodies].flatMap(
    part => part.childNodes.filter(node => node.nodeName === tagName) as Tree.Element[],
  );
}

function titleOf(document: Tree.Document): string | undefined {
  const metas = elementsOf(document, 'meta').map(meta => new Map(meta.attrs.map(({ name, value }) => [name, value])));
  const named = TITLE_NAMES.flatMap(name => metas.filter(meta => meta.get('name')?.toLowerCase() === name));
  const written = elementsOf(document, 'title').map(title => (title.childNodes[0] as Tree.TextNode | undefined)?.value);
  return [...named.map(meta => meta.get('content')), ...written]
    .map(text =>
      withoutInvisible(text ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .find(text => text !== '');
}

/** Reads a page given as text. Nothing in it is run or fetched. */
export function readHtmlText(source: string): Promise<Result<HtmlDocument, Trouble>> {
  return guarded(async () => {
    const budget: NodeBudget = { nodes: LIMITS.htmlNodes, cells: LIMITS.cells };
    const tree = await parseTree(source, budget);
    const blocks = await walkTree(tree, frame => parseTree(frame, budget));
    const title = titleOf(tree);
    return { blocks, ...(title === undefined ? {} : { title }) };
  });
}

/** Reads a page given as bytes, in whatever encoding. */
export const readHtml = (bytes: Uint8Array): Promise<Result<HtmlDocument, Trouble>> =>
  readHtmlText(decodeText(bytes, declaredCharset(bytes)).text);
