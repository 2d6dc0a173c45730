import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Catalogue } from '../../../publishing/rules/catalogue/catalogue-entry.ts';
import { readDeadline } from '../../../publishing/rules/catalogue/deadline.ts';

/** What was read from a file, while the officer looks at what it would change. It travels in the page and is kept nowhere. */
export type PackedCatalogue = { readonly source: string; readonly catalogue: Catalogue };

const MOST_BYTES = 16 * 1024 * 1024;
const text = z.string().max(10_000);
const entry = z
  .strictObject({
    field: text.min(1),
    line: z.number().int().min(1),
    firstItem: text,
    secondItem: text,
    elements: text,
    basis: text,
    deadlineText: text,
    publisher: text,
    channels: z.array(text).max(50).readonly(),
    audience: z.enum(['everyone', 'some']).nullable(),
    ways: z
      .array(z.enum(['proactive', 'on-application']))
      .max(2)
      .readonly(),
    levels: z
      .array(z.enum(['county', 'township']))
      .max(2)
      .readonly(),
  })
  .refine(({ firstItem, secondItem }) => firstItem !== '' || secondItem !== '');
const packed = z.strictObject({
  source: z.string().min(1).max(300),
  entries: z.array(entry).min(1).max(20_000),
  remarks: z.array(z.strictObject({ field: text, line: z.number().int(), message: text })),
});

/** The catalogue as text for a hidden field. Entries without any matter are left out: nothing could be said of them. */
export function packCatalogue({ source, catalogue }: PackedCatalogue): string {
  const entries = catalogue.entries
    .filter(({ firstItem, secondItem }) => firstItem !== '' || secondItem !== '')
    .map(({ deadline: _deadline, ...rest }) => rest);
  return deflateRawSync(JSON.stringify({ source, entries, remarks: catalogue.remarks })).toString('base64url');
}

/** The catalogue from a hidden field; undefined when it was cut, changed or is far too large. */
export function findPackedCatalogue(value: string): PackedCatalogue | undefined {
  try {
    const inflated = inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength: MOST_BYTES });
    const { source, entries, remarks } = packed.parse(JSON.parse(inflated.toString('utf8')));
    return {
      source,
      catalogue: {
        entries: entries.map(one => ({ ...one, deadline: readDeadline(one.deadlineText) })),
        remarks,
      },
    };
  } catch {
    return undefined;
  }
}
