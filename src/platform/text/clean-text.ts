const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const HAS_INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;

/** Text without characters that have no width and no ink: soft hyphens, zero-width spaces, marks of direction. */
export const withoutInvisible = (text: string): string =>
  HAS_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text;
