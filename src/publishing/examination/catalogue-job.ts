// Runs inside the sandbox: everything that touches the bytes of a catalogue file.
import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { readCatalogueSheet } from '../parse/catalogue-table.ts';
import type { Catalogue } from '../rules/catalogue/catalogue-entry.ts';

export type CatalogueAnswer =
  | { readonly kind: 'read'; readonly catalogue: Catalogue }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads a catalogue from a workbook, every sheet of it; what is wrong with the file is an answer. */
export async function run(bytes: Uint8Array): Promise<CatalogueAnswer> {
  const workbook = await readXlsx(bytes);
  if (!workbook.ok)
    return { kind: 'unreadable', message: '文件不是完好的 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存后重试' };
  const sheets = workbook.value.sheets.map(({ name, blocks }) => readCatalogueSheet(name, blocks));
  const catalogue = {
    entries: sheets.flatMap(({ entries }) => entries),
    remarks: sheets.flatMap(({ remarks }) => remarks),
  };
  return catalogue.entries.length > 0
    ? { kind: 'read', catalogue }
    : { kind: 'unreadable', message: '没有找到公开目录的表格，表头应当有公开内容、公开时限、公开主体等栏' };
}
