import type { Scanner } from '../../../platform/files/scanner.ts';
import type { ImportReader } from '../../examination/import-reader.ts';
import type { CheckDeps } from '../check-item.ts';

/** What an import needs of the world besides what a check of one item does. */
export type ImportDeps = CheckDeps & { readonly scanner: Scanner; readonly importReader: ImportReader };

/** Why an import stops before its end, in one sentence; it can go on later. */
export class ImportHalted extends Error {
  override readonly name = 'ImportHalted';
}
