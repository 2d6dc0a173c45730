import type { Press } from '../../platform/press/press.ts';
import type { CheckDeps } from '../../publishing/actions/check-item.ts';
import type { Redaction } from '../../platform/redaction/redaction.ts';
import type { AskPublic } from '../../publishing/rules/public-places.ts';
import type { AttachmentReader } from '../../publishing/examination/attachment-reader.ts';
import type { DocumentReader } from '../../publishing/examination/document-reader.ts';
import type { ImportReader } from '../../publishing/examination/import-reader.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';

/** What the desk that publishes needs besides what the desks that handle applications get. */
export type PublishingDeskDeps = ApplicationDeskDeps & {
  /** Reads attachments for the gates, in a process apart. */
  readonly attachmentReader: AttachmentReader;
  /** Reads documents that are to become items, likewise. */
  readonly documentReader: DocumentReader;
  /** Reads the tables of imports, likewise. */
  readonly importReader: ImportReader;
  /** Makes workbooks and printed documents. */
  readonly press: Press;
  /** Takes words out of PDF files for good. */
  readonly redaction: Redaction;
  /** Asks an address of the portal again, as a reader would. */
  readonly askPublic: AskPublic;
};

/** What an act on an item needs, out of what a desk has. */
export function publishingDepsOf(deps: PublishingDeskDeps): CheckDeps {
  const { database, files, calendar, today, now, attachmentReader: reader } = deps;
  return { queries: database.queries, files, calendar, today, now, reader };
}
