import { AlignmentType, Footer, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import type { Document, IFontAttributesProperties, IPageMarginAttributes, IPageSizeAttributes } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xmlText } from '../xml/xml-text.ts';
import { PAGE, STYLES, TYPEFACES } from './write-docx-type.ts';

/** What every Word file set by GB/T 9704—2012 shares. */
export const HINT = { hint: 'eastAsia' } as const;

/** The runs of a text; a tab within it becomes a tab of the document. */
export function runsOf(text: string, font: IFontAttributesProperties = HINT, size?: number): TextRun[] {
  const look = size === undefined || size === STYLES.tableText.run.size ? { font } : { font, size };
  return xmlText(text)
    .split('\t')
    .map((part, index) => new TextRun({ ...look, children: index === 0 ? [part] : [new Tab(), part] }));
}

/** `— 1 —`, one character from the outer edge: right on odd pages, left on even ones. */
export function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLES.pageNumber.id,
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: 280 },
        children: [new TextRun({ font: HINT, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** Names for each official typeface the one that stands in where a computer lacks it. */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
  TYPEFACES,
)
  .map(
    ([name, standIn]) =>
      `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`;

export const DOCUMENT_STYLES = {
  default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } },
  paragraphStyles: Object.values(STYLES),
} as const;

/** A4 and 版心. */
export const TYPE_AREA: { readonly size: IPageSizeAttributes; readonly margin: IPageMarginAttributes } = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left, footer: PAGE.footer },
};

/** No full stop beyond the edge and no space between Chinese and figures: both break the 28 characters of a line. */
const ON_THE_GRID = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** The style sheet with what the library cannot say; in paragraph properties these elements come right before the spacing. */
function onTheGrid(styles: string): string {
  return styles.replaceAll(/<w:pPr>.*?<\/w:pPr>/gs, properties =>
    properties.replace('<w:spacing ', `${ON_THE_GRID}<w:spacing `),
  );
}

/** The file, with the table that names for each official typeface its stand-in. */
export async function packed(file: Document): Promise<Uint8Array> {
  const bytes = await Packer.toArrayBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]);
  const parts = unzipSync(new Uint8Array(bytes));
  const styles = onTheGrid(strFromU8(parts['word/styles.xml']!));
  return zipSync({ ...parts, 'word/styles.xml': strToU8(styles) });
}
