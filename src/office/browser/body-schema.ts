import { Extension, Node } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

// What the editor can hold is what the body of an item can say (publishing/rules/body.ts): paragraphs, three levels of headings, lists,
// tables with a name, links, strong text and pictures that are attachments of the item. Nothing else can be typed or pasted.

const ALIGNMENTS = ['center', 'end'] as const;

/** The alignment of a paragraph as a class: the page's policy lets no style attribute through. */
const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        align: {
          default: null,
          parseHTML: element => ALIGNMENTS.find(align => element.classList.contains(`align-${align}`)) ?? null,
          renderHTML: ({ align }) => (typeof align === 'string' ? { class: `align-${align}` } : {}),
        },
      },
    },
  ],
});

/** A table with its name; the name is an attribute, so that no cell can slip into it. */
const NamedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: null,
        parseHTML: element => element.querySelector('caption')?.textContent ?? null,
        renderHTML: () => ({}),
      },
    };
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML({ node }) {
    const caption: unknown = node.attrs['caption'];
    return ['table', ...(typeof caption === 'string' ? [['caption', caption] as const] : []), ['tbody', 0]];
  },
});

/** A picture that is an attachment of the item. */
const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    attachment: { default: '' },
    src: { default: '' },
    alt: { default: '' },
    caption: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: figure => {
        const image = figure.querySelector<HTMLImageElement>('img[data-attachment]');
        if (image === null) return false;
        return {
          attachment: image.dataset['attachment'],
          src: image.getAttribute('src'),
          alt: image.alt,
          caption: figure.querySelector('figcaption')?.textContent ?? null,
        };
      },
    },
  ],
  renderHTML({ node }) {
    const { attachment, src, alt, caption } = node.attrs as Record<string, string | null>;
    const image = ['img', { src, alt, 'data-attachment': attachment }] as const;
    return ['figure', image, ...(caption === null || caption === '' ? [] : [['figcaption', caption ?? ''] as const])];
  },
});

/** Everything that the editor knows. */
export const BODY_EXTENSIONS: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    italic: false,
    strike: false,
    underline: false,
    link: { openOnClick: false, autolink: false, linkOnPaste: true, HTMLAttributes: { target: null, rel: null } },
  }),
  Alignment,
  NamedTable.configure({ resizable: false, View: null }),
  TableRow,
  TableHeader.extend({ content: 'paragraph' }),
  TableCell.extend({ content: 'paragraph' }),
  Picture,
];
