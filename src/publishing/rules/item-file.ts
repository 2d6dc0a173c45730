import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Content } from './content.ts';
import type { Publication } from './fold.ts';
import type { ItemKind } from './item-kind.ts';
import type { AttachmentId, ItemId } from './ids.ts';
import type { Entry } from './publication-log.ts';

/** What was fixed when an item was drafted and does not change. */
export type ItemRegistration = {
  readonly id: ItemId;
  /** Unique in the installation; part of the address. */
  readonly number: number;
  readonly agency: AgencyCode;
  readonly kind: ItemKind;
  readonly indexNumber: string;
};

/** An edition as it was saved. */
export type ItemEdition = {
  readonly edition: number;
  readonly content: Content;
  readonly author: StaffId | null;
  readonly savedAt: Temporal.Instant;
};

/** What is known of an attachment's file; `title` stands in the edition that shows it. */
export type Attachment = {
  readonly id: AttachmentId;
  /** The id under which the file store keeps it. */
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The file of which this is a masked copy; absent where it is none. */
  readonly maskedFrom?: AttachmentId;
};

/** An item with its log, what the log says, its newest edition and the attachments kept for it. */
export type ItemFile = {
  readonly registration: ItemRegistration;
  readonly log: readonly Entry[];
  readonly publication: Publication;
  readonly latest: ItemEdition;
  readonly attachments: readonly Attachment[];
};
