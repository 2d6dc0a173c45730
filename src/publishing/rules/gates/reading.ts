import { z } from 'zod';

/** A part of a file with text in it: a sheet, a header, the comments. `hidden` parts are not seen by who opens the file. */
const part = z.strictObject({ place: z.string(), text: z.string(), hidden: z.boolean() });

/** What goes out with a file besides what it shows, also with one whose own words cannot be read. */
const beside = {
  parts: z.array(part).readonly().default([]),
  /** Names and companies that programs write into a file by themselves; where and with what a picture was taken. */
  properties: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .readonly()
    .default([]),
};

/**
 * What was found in an attachment. `text` is what a reader of the file sees, for search; `unread` says why nothing could be read:
 * such a file is looked at by a person.
 */
export const READING = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('read'), text: z.string(), ...beside }),
  z.strictObject({ kind: z.literal('picture'), ...beside }),
  z.strictObject({ kind: z.literal('unread'), why: z.string(), ...beside }),
]);
export type AttachmentReading = z.infer<typeof READING>;
export type ReadingPart = z.infer<typeof part>;

/** A file of which nothing could be read, and why. */
export const unread = (why: string): AttachmentReading => ({ kind: 'unread', why, parts: [], properties: [] });

/** Rises with everything that the readers learn to see: what an earlier one read is read again by the monthly check. */
export const READER = 2;
