import type { ImportAct, ImportId, LineOutcome } from '../../../publishing/rules/import/item-import.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';

export const IMPORTS_PATH = `${PUBLISHING_PATH}/imports`;
export const NEW_IMPORT_PATH = `${IMPORTS_PATH}/new`;
export const TEMPLATE_PATH = `${IMPORTS_PATH}/template.csv`;
export const importPath = (id: ImportId): string => `${IMPORTS_PATH}/${id}`;
export const importActPath = (id: ImportId, act: ImportAct): string => `${importPath(id)}/acts/${act}`;
export const progressPath = (id: ImportId): string => `${importPath(id)}/progress`;
export const reportPath = (id: ImportId, format: 'csv' | 'xlsx'): string => `${importPath(id)}/report.${format}`;

/** The page of an import at some lines of its report. */
export const importLinesPath = (id: ImportId, outcome: LineOutcome | null, page = 1): string =>
  pageAddress(importPath(id), { outcome, page: page === 1 ? null : page });
