/** 文书: every document of an application that leaves the agency. The replies bear the names of what they find (reply.ts). */
export const LETTER_KINDS = [
  // on the way
  'registration-receipt',
  'clarification-notice',
  'extension-notice',
  'reasons-demand',
  'deferral-notice',
  'third-party-consultation',
  'consultation-notice',
  'disclosure-decision',
  'agency-consultation',
  'search-request',
  'fee-notice',
  // replies
  'granted',
  'already-public',
  'partly-granted',
  'withheld',
  'registry-inquiry',
  'not-existing',
  'not-ours',
  'requires-creation',
  'still-unclear',
  'petition',
  'repeat',
  'publication',
  'vexatious',
  'reissue',
  'several-findings',
  // ends without a reply
  'clarification-lapsed',
  'fee-lapsed',
  'withdrawal',
  // corrections of personal records
  'record-corrected',
  'record-transferred',
  'record-kept',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Letters that are on the way to an answer, or end a case without one. */
const ANSWERS_NOTHING: ReadonlySet<LetterKind> = new Set<LetterKind>([
  'registration-receipt',
  'clarification-notice',
  'extension-notice',
  'reasons-demand',
  'deferral-notice',
  'third-party-consultation',
  'consultation-notice',
  'disclosure-decision',
  'agency-consultation',
  'search-request',
  'fee-notice',
  'clarification-lapsed',
  'fee-lapsed',
  'withdrawal',
]);

/** Whether a letter of this kind answers the application (答复): sending it settles the case. */
export function isReplyKind(kind: LetterKind): boolean {
  return !ANSWERS_NOTHING.has(kind);
}

/** A letter's kind from a row or a form, or undefined where the text is none. */
export function findLetterKind(text: string): LetterKind | undefined {
  return LETTER_KINDS.find(kind => kind === text);
}
