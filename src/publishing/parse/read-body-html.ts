import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Body, BodyBlock, BodyCell, Inline } from '../rules/body.ts';
import { findAttachmentId } from '../rules/ids.ts';

/** More than this nobody pastes; it bounds what a tree may take. */
export const LONGEST_HTML = 2_000_000;
/** Word nests a dozen deep. What lies deeper is left out. */
const DEEPEST = 100;

const IGNORED = new Set([
  'head',
  'iframe',
  'link',
  'math',
  'meta',
  'object',
  'script',
  'style',
  'svg',
  'template',
  'title',
  'xml',
]);
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'header',
  'html',
  'main',
  'nav',
  'p',
  'pre',
  'section',
  'form',
  'fieldset',
]);
const HEADING_LEVEL: ReadonlyMap<string, 2 | 3 | 4> = new Map([
  ['h1', 2],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 4],
  ['h6', 4],
]);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d]*[1-9])/i;
const ADDRESS = /^(?:https?:\/\/[^\s]+|\/(?!\/)[^\s]*|mailto:[^\s@]+@[^\s]+|tel:[\d+-]+)$/i;
const WIDE = /[\u2E80-\u30FF\u3100-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60]/;

type Align = 'center' | 'end' | undefined;

/** A body that was read from markup; `leftOut` counts pictures that were pasted, which have to be uploaded instead. */
export type ReadBody = { readonly body: Body; readonly leftOut: number };

/** The attachment that a picture's address stands for, where there is one. */
export type PictureOf = (address: string) => string | undefined;

const attributeOf = (node: Tree.Element, name: string) => node.attrs.find(attribute => attribute.name === name)?.value;

function isHidden(node: Tree.Element): boolean {
  return attributeOf(node, 'hidden') !== undefined || HIDDEN.test(attributeOf(node, 'style') ?? '');
}

function alignOf(node: Tree.Element, inherited: Align): Align {
  if (node.tagName === 'center') return 'center';
  const said = `${attributeOf(node, 'class') ?? ''} ${attributeOf(node, 'align') ?? ''} ${/text-align\s*:\s*(\w+)/i.exec(attributeOf(node, 'style') ?? '')?.[1] ?? ''}`;
  if (/\b(?:align-)?center\b/i.test(said)) return 'center';
  return /\b(?:right|align-end)\b/i.test(said) ? 'end' : inherited;
}

/** White space as a browser shows it; a line end between two Chinese characters is none. */
function spaced(text: string): string {
  return text
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[ \t\f]*[\r\n]+[ \t\f\r\n]*/g, (_all, at: number, whole: string) => {
      const after = whole.slice(at).trimStart()[0] ?? '';
      return WIDE.test(whole[at - 1] ?? '') && WIDE.test(after) ? '' : ' ';
    })
    .replaceAll(/[ \t\f]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}

type Line = { parts: Inline[]; align: Align };

/** Runs of the same kind beside each other are one, the ends are trimmed. */
function tidied(parts: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.strong === part.strong)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  const trimmed = joined.map((part, index) => {
    let { text } = part;
    if (index === 0) text = text.trimStart();
    if (index === joined.length - 1) text = text.trimEnd();
    return { ...part, text };
  });
  const kept = trimmed.filter(({ text }) => text !== '');
  return kept.every(({ text }) => text.trim() === '') ? [] : kept;
}

function createReader(pictureOf: PictureOf) {
  const blocks: BodyBlock[] = [];
  let leftOut = 0;
  let line: Line = { parts: [], align: undefined };

  function flush() {
    const inlines = tidied(line.parts);
    if (inlines.length > 0)
      blocks.push({ kind: 'paragraph', inlines, ...(line.align === undefined ? {} : { align: line.align }) });
    line = { parts: [], align: line.align };
  }

  /** The runs of an element that holds text; what stands in it as a block ends a line there. */
  function addInlines(node: Tree.ChildNode, into: Inline[], strong: boolean, deep: number): void {
    if (node.nodeName === '#text') {
      const text = spaced((node as Tree.TextNode).value);
      if (text !== '') into.push(strong ? { kind: 'text', text, strong: true } : { kind: 'text', text });
      return;
    }
    if (!('tagName' in node) || deep > DEEPEST || IGNORED.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'br') return void into.push({ kind: 'text', text: ' ' });
    if (node.tagName === 'img') return void (leftOut += 1);
    if (node.tagName === 'a') {
      const href = (attributeOf(node, 'href') ?? '').trim();
      const text = tidied(flatInlines(node, deep))
        .map(part => part.text)
        .join('');
      if (text !== '' && ADDRESS.test(href)) into.push({ kind: 'link', text, href });
      else if (text !== '') into.push({ kind: 'text', text });
      return;
    }
    const isStrong = strong || node.tagName === 'b' || node.tagName === 'strong';
    for (const child of node.childNodes) addInlines(child, into, isStrong, deep + 1);
  }

  function flatInlines(node: Tree.Element, deep: number): Inline[] {
    const into: Inline[] = [];
    for (const child of node.childNodes) {
      addInlines(child, into, false, deep + 1);
      if ('tagName' in child && (BLOCKS.has(child.tagName) || child.tagName === 'li'))
        into.push({ kind: 'text', text: ' ' });
    }
    return into;
  }

  const flatText = (node: Tree.Element, deep: number) =>
    tidied(flatInlines(node, deep))
      .map(({ text }) => text)
      .join('');

  const span = (node: Tree.Element, name: string, most: number) => {
    const value = Number.parseInt(attributeOf(node, name) ?? '1', 10);
    return Number.isInteger(value) ? Math.min(Math.max(value, 1), most) : 1;
  };

  function addTable(table: Tree.Element, deep: number): void {
    const rows: BodyCell[][] = [];
    let caption: string | null = null;
    const visit = (node: Tree.Element) => {
      for (const child of node.childNodes) {
        if (!('tagName' in child) || isHidden(child)) continue;
        if (child.tagName === 'caption') caption = flatText(child, deep) || null;
        else if (child.tagName === 'tr')
          rows.push(
            child.childNodes.flatMap(cell =>
              'tagName' in cell && (cell.tagName === 'td' || cell.tagName === 'th') && !isHidden(cell)
                ? [
                    {
                      text: flatText(cell, deep + 2),
                      heading: cell.tagName === 'th',
                      rowSpan: span(cell, 'rowspan', 1000),
                      columnSpan: span(cell, 'colspan', 100),
                    },
                  ]
                : [],
            ),
          );
        else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) visit(child);
      }
    };
    visit(table);
    const filled = rows.filter(row => row.length > 0);
    if (filled.length > 0) blocks.push({ kind: 'table', caption, rows: filled });
  }

  function addList(list: Tree.Element, deep: number): void {
    const entries = list.childNodes.flatMap(child => {
      if (!('tagName' in child) || isHidden(child)) return [];
      const parts = tidied(flatInlines(child, deep));
      return parts.length === 0 ? [] : [parts];
    });
    if (entries.length > 0) blocks.push({ kind: 'list', ordered: list.tagName === 'ol', entries });
  }

  function addImage(node: Tree.Element, caption: string | null): void {
    const attachment =
      findAttachmentId(attributeOf(node, 'data-attachment') ?? '') ?? pictureOf(attributeOf(node, 'src') ?? '');
    if (attachment === undefined) leftOut += 1;
    else blocks.push({ kind: 'image', attachment, alt: spaced(attributeOf(node, 'alt') ?? '').trim(), caption });
  }

  function addFigure(node: Tree.Element, align: Align, deep: number): void {
    const find = (name: string) => node.childNodes.find(child => 'tagName' in child && child.tagName === name);
    const [image, caption] = [find('img'), find('figcaption')] as [Tree.Element | undefined, Tree.Element | undefined];
    if (image === undefined) return visitAll(node, align, deep);
    addImage(image, caption === undefined ? null : flatText(caption, deep) || null);
  }

  function visitAll(node: Tree.ParentNode, align: Align, deep: number): void {
    for (const child of node.childNodes) visitNode(child, align, deep + 1);
  }

  function visitNode(node: Tree.ChildNode, align: Align, deep: number): void {
    if (!('tagName' in node)) return addInlines(node, line.parts, false, deep);
    const { tagName } = node;
    if (deep > DEEPEST || IGNORED.has(tagName) || isHidden(node)) return;
    const level = HEADING_LEVEL.get(tagName);
    const isBlock =
      level !== undefined || BLOCKS.has(tagName) || ['table', 'ul', 'ol', 'img', 'br', 'hr'].includes(tagName);
    if (!isBlock) {
      // A run may hold blocks, as pasted spans and links often do.
      if (holdsBlock(node)) return visitAll(node, align, deep);
      return addInlines(node, line.parts, false, deep);
    }
    flush();
    line.align = alignOf(node, align);
    if (level !== undefined) {
      const text = flatText(node, deep);
      if (text !== '') blocks.push({ kind: 'heading', level, text });
    } else if (tagName === 'table') addTable(node, deep);
    else if (tagName === 'ul' || tagName === 'ol') addList(node, deep);
    else if (tagName === 'img') addImage(node, null);
    else if (tagName === 'figure') addFigure(node, line.align, deep);
    else visitAll(node, line.align, deep);
    flush();
    line.align = align;
  }

  return {
    read: (node: Tree.ParentNode): ReadBody => {
      visitAll(node, undefined, 0);
      flush();
      return { body: blocks, leftOut };
    },
  };
}

function holdsBlock(node: Tree.Element): boolean {
  const waiting: { readonly node: Tree.Element; readonly deep: number }[] = [{ node, deep: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const child of next.node.childNodes) {
      if (!('tagName' in child)) continue;
      if (
        BLOCKS.has(child.tagName) ||
        ['table', 'ul', 'ol', 'br', 'img'].includes(child.tagName) ||
        HEADING_LEVEL.has(child.tagName)
      )
        return true;
      if (next.deep < DEEPEST) waiting.push({ node: child, deep: next.deep + 1 });
    }
  return false;
}

/**
 * The body that markup says, as Word, WPS or a browser paste it: paragraphs, headings, lists, tables, links and strong text stay, everything
 * else goes, hidden text first of all. Markup that is too long is cut.
 */
export function readBodyHtml(markup: string): ReadBody {
  return createReader(() => undefined).read(parseFragment(markup.slice(0, LONGEST_HTML)));
}

/** The body in a part of a page; pictures that stand for an attachment stay where they are. */
export function readBodyTree(node: Tree.ParentNode, pictureOf: PictureOf): ReadBody {
  return createReader(pictureOf).read(node);
}
