import type { AttachmentId, ItemId } from '../../publishing/rules/ids.ts';

export const PUBLISHING_PATH = '/office/publishing';

export const itemPath = (id: ItemId): string => `${PUBLISHING_PATH}/${id}`;
export const actPath = (id: ItemId, act: string): string => `${itemPath(id)}/acts/${act}`;
export const attachmentPath = (id: ItemId, attachment: AttachmentId | string): string =>
  `${itemPath(id)}/attachments/${attachment}`;
