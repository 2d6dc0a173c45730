import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../document/block.ts';
import { chineseCount, letterCount, romanCount } from '../document/counting.ts';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';
import { layOutTable, spanOf } from './lay-out-table.ts';
import type { TagCell } from './lay-out-table.ts';
import { createLineBuilder } from './line-builder.ts';

const words = (list: string) => new Set(list.split(' '));

/** Elements a reader never sees, or that hold no text of the document. */
const LEFT_OUT = words(
  'script style noscript template head title meta link base xml select datalist object embed applet audio video canvas svg math map iframe frameset noframes noembed rp rt input progress meter',
);
const BLOCKS = words(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup p plaintext pre search section summary ul xmp caption table tbody thead tfoot tr td th',
);
const SKELETON = words('table thead tbody tfoot tr colgroup');
const PREFORMATTED = words('pre listing plaintext xmp textarea');

type Row = TagCell[];
type Room =
  | { readonly kind: 'page'; readonly blocks: Block[] }
  | { readonly kind: 'cell'; readonly blocks: Block[]; readonly rowSpan: number; readonly columnSpan: number }
  | { readonly kind: 'table'; readonly groups: Row[][] };
type Numbering = { readonly markerOf: ((value: number) => string) | null; next: number };

const attribute = (element: Tree.Element, name: string) => element.attrs.find(attr => attr.name === name)?.value;

const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;
const INVISIBLE = /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)|(?:^|;)\s*mso-hide\s*:\s*all/i;
const OUTLINE_LEVEL = /mso-outline-level\s*:\s*([1-9])/i;
const PRESERVES = /white-space\s*:\s*(?:pre|break-spaces)/i;

function markerFor(list: Tree.Element): Numbering['markerOf'] {
  if (list.tagName !== 'ol') return null;
  const style =
    /list-style(?:-type)?\s*:[^;]*?\b(none|cjk-ideographic|simp-chinese-[a-z]+|trad-chinese-[a-z]+|[a-z]+-roman|[a-z]+-(?:alpha|latin)|decimal)\b/i
      .exec(attribute(list, 'style') ?? '')?.[1]
      ?.toLowerCase();
  if (style === 'none') return null;
  if (style?.includes('chinese') === true || style === 'cjk-ideographic') return value => `${chineseCount(value)}、`;
  const type = attribute(list, 'type');
  if (style === 'upper-roman' || type === 'I') return value => `${romanCount(value)}. `;
  if (style === 'lower-roman' || type === 'i') return value => `${romanCount(value).toLowerCase()}. `;
  if (style?.startsWith('upper-') === true || type === 'A') return value => `${letterCount(value)}. `;
  if (style?.startsWith('lower-') === true || type === 'a') return value => `${letterCount(value).toLowerCase()}. `;
  return value => `${value}. `;
}

function headingOf(element: Tree.Element, style: string): number | undefined {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (tag !== undefined) return Number(tag);
  if (style !== '' && OUTLINE_LEVEL.test(style)) return Number(OUTLINE_LEVEL.exec(style)![1]);
  if (attribute(element, 'role') === 'heading')
    return Number.parseInt(attribute(element, 'aria-level') ?? '2', 10) || 2;
  return undefined;
}

/**
 * What a tree shows, as paragraphs and tables in reading order. `openFrame` gives the tree of a page written into a frame.
 * The walk keeps its own stack, so that no depth of the tree can exhaust the machine's.
 */
export async function walkTree(
  root: Tree.Document,
  openFrame: (source: string) => Promise<Tree.Document>,
): Promise<Block[]> {
  const page: Block[] = [];
  const rooms: Room[] = [{ kind: 'page', blocks: page }];
  const lists: Numbering[] = [];
  const line = createLineBuilder();
  let heading: number | undefined;
  let preformatted = 0;
  let tables = 0;
  let marker = '';

  const blocks = (): Block[] => {
    const room = rooms.findLast(candidate => candidate.kind !== 'table')!;
    return room.blocks;
  };

  function endLine() {
    if (line.isEmpty()) {
      line.take();
      return;
    }
    const text = line.take();
    if (text !== '') blocks().push({ kind: 'paragraph', text, ...(heading === undefined ? {} : { heading }) });
  }

  function write(text: string) {
    if (marker !== '' && /[^ \t\n\f\r]/.test(text)) {
      line.add(marker);
      marker = '';
    }
    if (preformatted === 0) {
      line.add(text);
      return;
    }
    for (const [index, part] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) endLine();
      line.addVerbatim(part);
    }
  }

  function beginListItem(item: Tree.Element) {
    const list = lists.at(-1);
    marker = '';
    if (list === undefined || list.markerOf === null) return;
    const value = Number.parseInt(attribute(item, 'value') ?? '', 10);
    if (!Number.isNaN(value)) list.next = value;
    marker = list.markerOf(list.next);
    list.next += 1;
  }

  /** Opens an element; gives what to do when it ends. */
  function enter(element: Tree.Element, style: string): () => void {
    const tag = element.tagName;
    const display = style === '' ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase();
    const isBlock = BLOCKS.has(tag) || (display !== undefined && /^(block|flex|grid|table|list-item)/.test(display));
    if (tag === 'br') {
      endLine();
      return () => {};
    }
    if (!isBlock && !PREFORMATTED.has(tag)) return () => {};
    endLine();
    switch (tag) {
      case 'table': {
        tables += 1;
        if (tables > LIMITS.tableDepth) fail('too-deep');
        const table = { kind: 'table', groups: [] } as const satisfies Room;
        rooms.push(table);
        const outer = { heading, preformatted };
        heading = undefined;
        return () => {
          endLine();
          rooms.pop();
          tables -= 1;
          ({ heading, preformatted } = outer);
          const laidOut = layOutTable(table.groups);
          if (laidOut.cells.length > 0) blocks().push(laidOut);
        };
      }
      case 'thead':
      case 'tbody':
      case 'tfoot': {
        const room = rooms.at(-1);
        if (room?.kind === 'table') room.groups.push([]);
        return endLine;
      }
      case 'tr': {
        const room = rooms.at(-1);
        if (room?.kind === 'table') room.groups.at(-1)?.push([]);
        return endLine;
      }
      case 'td':
      case 'th': {
        const row = rooms.at(-1);
        if (row?.kind !== 'table') return endLine;
        const cell: Room = {
          kind: 'cell',
          blocks: [],
          rowSpan: spanOf(attribute(element, 'rowspan'), 'row'),
          columnSpan: spanOf(attribute(element, 'colspan'), 'column'),
        };
        rooms.push(cell);
        marker = '';
        return () => {
          endLine();
          rooms.pop();
          row.groups.at(-1)?.at(-1)?.push(cell);
        };
      }
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir': {
        const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
        lists.push({ markerOf: markerFor(element), next: Number.isNaN(start) ? 1 : start });
        return () => {
          endLine();
          lists.pop();
        };
      }
      case 'li':
        beginListItem(element);
        return () => {
          endLine();
          marker = '';
        };
    }
    const outer = { heading, preformatted };
    heading = headingOf(element, style) ?? heading;
    if (PREFORMATTED.has(tag) || PRESERVES.test(style)) preformatted += 1;
    return () => {
      endLine();
      ({ heading, preformatted } = outer);
    };
  }

  type Step = { readonly node: Tree.ParentNode; next: number; readonly leave: () => void };
  const steps: Step[] = [{ node: root, next: 0, leave: endLine }];
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const child = step.node.childNodes[step.next];
    step.next += 1;
    if (child === undefined) {
      step.leave();
      steps.pop();
    } else if (child.nodeName === '#text') {
      // Between the tags of a table's skeleton a tree has white space only.
      if (!SKELETON.has(step.node.nodeName)) write((child as Tree.TextNode).value);
    } else if ('tagName' in child) {
      const source = child.tagName === 'iframe' ? attribute(child, 'srcdoc') : undefined;
      if (source !== undefined) {
        endLine();
        steps.push({ node: await openFrame(source), next: 0, leave: endLine });
      } else if (!LEFT_OUT.has(child.tagName) && attribute(child, 'hidden') === undefined) {
        const style = attribute(child, 'style') ?? '';
        if (style === '' || !(DISPLAY.exec(style)?.[1]?.toLowerCase() === 'none' || INVISIBLE.test(style)))
          steps.push({ node: child, next: 0, leave: enter(child, style) });
      }
    }
  }
  return page;
}
