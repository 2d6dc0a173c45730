import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Names under which the publishing systems of Chinese government sites keep the text of a page, the surest first. */
const ARTICLE_NAMES: readonly string[] = [
  'ucap-content',
  'zoom',
  'trs_editor',
  'trs_ueditor',
  'artibody',
  'articlecontent',
  'article-content',
  'article_content',
  'pages_content',
  'xxgk_content',
  'contentbody',
  'content-body',
  'info-content',
  'wzcontent',
  'wznr',
  'newscontent',
  'news_content',
  'detail-content',
  'detail_content',
  'mainbox',
  'textcontent',
  'vsb_content',
  'v_news_content',
  'bt-content',
  'txtcontent',
];
/** What surrounds a text on every page of a site. */
const SURROUNDINGS = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'select',
  'script',
  'style',
  'noscript',
  'iframe',
]);
/** A page nests some dozens deep; what lies deeper is not searched. */
const DEEPEST = 200;

const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;
const attributeOf = (node: Tree.Element, name: string) => node.attrs.find(attribute => attribute.name === name)?.value;

type Weighed = {
  readonly node: Tree.Element;
  readonly names: readonly string[];
  text: number;
  linked: number;
  own: number;
};

function namesOf(node: Tree.Element): readonly string[] {
  return [attributeOf(node, 'id') ?? '', ...(attributeOf(node, 'class') ?? '').split(/\s+/u)]
    .filter(name => name !== '')
    .map(name => name.toLowerCase());
}

const PARAGRAPHS = new Set([
  'p',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  '#text',
  'br',
  'span',
  'strong',
  'b',
  'font',
]);

/** Every element below a node with the length of its text, of the linked part, and of what stands in it as paragraphs. */
function weigh(root: Tree.ParentNode): readonly Weighed[] {
  const all: Weighed[] = [];
  const visit = (node: Tree.ParentNode, deep: number, isLinked: boolean): { text: number; linked: number } => {
    const sum = { text: 0, linked: 0 };
    let own = 0;
    for (const child of node.childNodes) {
      let inner = { text: 0, linked: 0 };
      if (child.nodeName === '#text') {
        const text = (child as Tree.TextNode).value.replaceAll(/\s+/gu, '').length;
        inner = { text, linked: isLinked ? text : 0 };
      } else if (isElement(child) && deep < DEEPEST && !SURROUNDINGS.has(child.tagName))
        inner = visit(child, deep + 1, isLinked || child.tagName === 'a');
      sum.text += inner.text;
      sum.linked += inner.linked;
      if (PARAGRAPHS.has(child.nodeName)) own += inner.text - inner.linked;
    }
    if (isElement(node as Tree.ChildNode)) {
      const element = node as Tree.Element;
      all.push({ node: element, names: namesOf(element), ...sum, own });
    }
    return sum;
  };
  visit(root, 0, false);
  return all;
}

/**
 * The part of a page that holds its text: by the names that publishing systems give it, else the element with most text in its own
 * paragraphs. A page that is nothing but text is its own article.
 */
export function findArticle(page: Tree.Document): Tree.ParentNode {
  const weighed = weigh(page);
  const heaviest = (found: readonly Weighed[]) => found.toSorted((one, other) => other.text - one.text)[0];
  for (const name of ARTICLE_NAMES) {
    const named = heaviest(weighed.filter(({ names, text }) => text > 0 && names.includes(name)));
    if (named !== undefined) return named.node;
  }
  const body = weighed.find(({ node }) => node.tagName === 'body');
  // Little of the page is links: nothing surrounds the text.
  if (body !== undefined && body.linked * 5 <= body.text && body.node.childNodes.every(isPlain)) return body.node;
  const article = heaviest(weighed.filter(({ node, text }) => node.tagName === 'article' && text > 0));
  if (article !== undefined) return article.node;
  return weighed.toSorted((one, other) => other.own - one.own)[0]?.node ?? page;
}

const isPlain = (node: Tree.ChildNode): boolean => !isElement(node) || !SURROUNDINGS.has(node.tagName);
