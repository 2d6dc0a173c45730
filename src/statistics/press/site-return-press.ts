import { downloadOf } from '../../platform/press/download.ts';
import type { Download } from '../../platform/press/download.ts';
import type { Press } from '../../platform/press/press.ts';
import { siteReturnDocument, siteReturnTitle, siteReturnWorkbook } from '../render/site-return-files.ts';
import type { SiteReturnPaper } from '../render/site-return-files.ts';

/** The files that a return can be taken as, by what people call them. */
export const SITE_RETURN_FORMATS = { docx: 'Word 文档', pdf: 'PDF', xlsx: '电子表格（XLSX）' } as const;
export type SiteReturnFormat = keyof typeof SITE_RETURN_FORMATS;

const MEDIA_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<SiteReturnFormat, string>;

/** The format of an address; undefined where there is no such file. */
export const findSiteReturnFormat = (text: string): SiteReturnFormat | undefined =>
  (Object.keys(SITE_RETURN_FORMATS) as SiteReturnFormat[]).find(format => format === text);

/** A return as a file. Fails only for a fault of ours. */
export async function printSiteReturn(
  press: Press,
  paper: SiteReturnPaper,
  format: SiteReturnFormat,
): Promise<Download> {
  const bytes =
    format === 'xlsx'
      ? await press.workbook(siteReturnWorkbook(paper))
      : await press.document(siteReturnDocument(paper), format);
  return downloadOf(
    bytes,
    `${paper.issuer}${siteReturnTitle(paper)}.${format}`,
    `site-return-${paper.year}.${format}`,
    MEDIA_TYPE[format],
  );
}
