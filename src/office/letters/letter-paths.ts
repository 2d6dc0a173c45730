import type { ApplicationId, LetterId } from '../../applications/rules/ids.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';

export const casePath = (id: ApplicationId): string => `/office/applications/${id}`;
export const lettersPath = (id: ApplicationId): string => `${casePath(id)}/letters`;
export const newLetterPath = (id: ApplicationId, kind?: LetterKind): string =>
  `${lettersPath(id)}/new${kind === undefined ? '' : `?kind=${kind}`}`;
export const letterPath = (id: ApplicationId, letter: LetterId): string => `${lettersPath(id)}/${letter}`;
