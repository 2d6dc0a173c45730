import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { FlatBlock } from '../../platform/document/block.ts';
import { blockText } from '../rules/body.ts';
import type { Body } from '../rules/body.ts';
import { findArticle } from './find-article.ts';
import { proposeItem } from './propose-item.ts';
import type { ItemProposal } from './propose-item.ts';
import { LONGEST_HTML, readBodyTree } from './read-body-html.ts';

/** What a page says of itself, besides what any document does: the tags that government sites must have (国办发〔2017〕47号). */
export type PageProposal = ItemProposal & {
  /** As it stands there. */
  readonly publishedAt: string | null;
  readonly column: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly keywords: string | null;
  readonly summary: string | null;
};

function* elementsOf(root: Tree.ParentNode): Generator<Tree.Element> {
  const waiting: Tree.ParentNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    for (const child of node.childNodes.toReversed()) {
      if (!('tagName' in child)) continue;
      yield child;
      waiting.push(child);
    }
}

function tagsOf(elements: readonly Tree.Element[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const { tagName, attrs } of elements) {
    if (tagName !== 'meta') continue;
    const value = (name: string) => attrs.find(attribute => attribute.name === name)?.value.trim() ?? '';
    const name = value('name').toLowerCase();
    // Real sites carry tags with the word null in them.
    if (name !== '' && !/^(?:null|undefined)?$/i.test(value('content')) && !tags.has(name))
      tags.set(name, value('content'));
  }
  return tags;
}

/** All text of an element, white space as one blank. */
function textIn(element: Tree.Element | undefined): string {
  const waiting: Tree.ChildNode[] = element === undefined ? [] : [element];
  let text = '';
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    if (node.nodeName === '#text') text += (node as Tree.TextNode).value;
    else if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** 标题_栏目_网站, 标题-网站: what stands behind the title of a page names the site. */
const withoutSite = (title: string): string =>
  title.split(/\s*[_|]\s*|\s+[-–—]\s+|-(?=[^-]*(?:网|政府|门户)[^-]*$)/u)[0]!.trim();

const flat = (body: Body): readonly FlatBlock[] =>
  body.map(block => ({ kind: 'paragraph', text: blockText(block).split('\n')[0] ?? '' }));

/** The first block may repeat the title, which the page of an item shows above its text. */
function withoutTitle(body: Body, title: string | null): Body {
  const [first] = body;
  const bare = (text: string) => text.replaceAll(/\s+/gu, '');
  return first !== undefined && title !== null && bare(blockText(first)) === bare(title) ? body.slice(1) : body;
}

/**
 * The item that a web page seems to be: its text without what surrounds it on the site, and what its tags say. Pictures stay in their
 * place, under the address that the page gives them. Markup that is too long is cut.
 */
export function proposePage(markup: string): PageProposal {
  const page = parse(markup.slice(0, LONGEST_HTML));
  const elements = [...elementsOf(page)];
  const tags = tagsOf(elements);
  const tag = (...names: readonly string[]): string | null =>
    names.map(name => tags.get(name)).find(text => text !== undefined) ?? null;
  const first = (name: string) => textIn(elements.find(({ tagName }) => tagName === name));
  const title =
    [tag('articletitle', 'contenttitle') ?? '', withoutSite(first('title')), first('h1')].find(text => text !== '') ??
    null;
  const { body } = readBodyTree(findArticle(page), address => (address === '' ? undefined : address));
  const said = proposeItem(flat(body));
  return {
    title: title ?? said.title,
    documentNumber: said.documentNumber,
    genre: said.genre,
    issuer: said.issuer,
    madeOn: said.madeOn,
    body: withoutTitle(body, title),
    publishedAt: tag('pubdate', 'publishdate'),
    column: tag('columnname'),
    source: tag('contentsource'),
    author: tag('author'),
    keywords: tag('keywords'),
    summary: tag('description'),
  };
}
