import type { ApplicationId } from '../../applications/rules/ids.ts';
import type { OriginalFile, SeveranceId } from '../../applications/rules/severance.ts';

export const severancePath = (id: ApplicationId): string => `/office/applications/${id}/severance`;
export const originalPath = (id: ApplicationId, original: OriginalFile): string =>
  `${severancePath(id)}/originals/${original}`;
export const originalPagePath = (id: ApplicationId, original: OriginalFile, page: number): string =>
  `${originalPath(id, original)}?page=${page}`;
export const originalPicturePath = (id: ApplicationId, original: OriginalFile, page: number): string =>
  `${originalPath(id, original)}/pages/${page}`;
export const resultPath = (id: ApplicationId, severance: SeveranceId): string =>
  `${severancePath(id)}/copies/${severance}`;
