import { z } from 'zod';

/** A part of a file with text in it: a sheet, a header, the comments. `hidden` parts are not seen by who opens the file. */
const part = z.strictObject({ place: z.string(), text: z.string(), hidden: z.boolean() });

/**
 * What was found in an attachment. `text` is what a reader of the file sees, for search; `unread` says why nothing could be read:
 * such a file is looked at by a person.
 */
export const READING = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    text: z.string(),
    parts: z.array(part).readonly(),
    /** Names and companies that programs write into a file by themselves. */
    properties: z.array(z.strictObject({ name: z.string(), value: z.string() })).readonly(),
  }),
  z.strictObject({ kind: z.literal('picture') }),
  z.strictObject({ kind: z.literal('unread'), why: z.string() }),
]);
export type AttachmentReading = z.infer<typeof READING>;
export type ReadingPart = z.infer<typeof part>;
