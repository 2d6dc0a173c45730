import type { Content } from '../content.ts';
import type { ItemKind } from '../item-kind.ts';
import type { AttachmentReading } from './reading.ts';

/** An attachment that an edition names, with what was found in it. */
export type ExaminedAttachment = {
  readonly title: string;
  readonly fileName: string;
  readonly reading: AttachmentReading;
  /** A picture of the body: whoever reads the body sees it, but what a camera wrote into it they do not. */
  readonly inBody: boolean;
};

/** What the gates look at: an edition, its attachments, and what is known from elsewhere. */
export type Examined = {
  readonly kind: ItemKind;
  readonly content: Content;
  readonly attachments: readonly ExaminedAttachment[];
  readonly today: Temporal.PlainDate;
  /** Telephone numbers that the agency makes public. */
  readonly officialNumbers: readonly string[];
  /** Names of the district and its agencies, proofread like the built-in ones. */
  readonly names: readonly string[];
  /** Whether another item of the agency bears this 文号. */
  readonly documentNumberTaken: boolean;
  /** Texts of the documents that an interpretation interprets. */
  readonly interpreted: readonly { readonly title: string; readonly text: string }[];
};

/** A text that is or would be public, and where it stands. */
export type PlacedText = { readonly place: string; readonly text: string; readonly margin?: true };

/** How an attachment is named in findings. */
export const attachmentPlace = ({ title, inBody }: Pick<ExaminedAttachment, 'title' | 'inBody'>): string =>
  `${inBody ? '正文图片' : '附件'}“${title}”`;
