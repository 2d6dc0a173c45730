import type { Scanner } from '../../../platform/files/scanner.ts';
import type { AttachmentReader } from '../../examination/attachment-reader.ts';
import type { ImportReader } from '../../examination/import-reader.ts';
import type { PublishingDeps } from '../deps.ts';

/** What an import needs of the world besides what an act on one item does. */
export type ImportDeps = PublishingDeps & {
  readonly reader: Pick<AttachmentReader, 'read'>;
  readonly importReader: ImportReader;
  readonly scanner: Scanner;
};

/** Why an import stops before its end, in one sentence; it can go on later. */
export class ImportHalted extends Error {
  override readonly name = 'ImportHalted';
}
