import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Waiver } from '../../annual-report/rules/waiver.ts';
import { readWaivers } from '../../annual-report/rules/waiver.ts';

/**
 * What one examined report is made of. Nothing is stored on the server: the page carries this in a hidden field, so that
 * a waiver or a download can be asked for afterwards, without JavaScript. What comes back is parsed as strictly as a foreign file.
 */
export type CheckState = {
  readonly file: string;
  /** The report in the contract's JSON, as text. */
  readonly report: string;
  readonly previous: string | null;
  readonly publishedOn: string | null;
  readonly waivers: readonly Waiver[];
};

const MAX_STATE_BYTES = 16 * 1024 * 1024;

const checkState = z.strictObject({
  file: z.string().max(300),
  report: z.string(),
  previous: z.string().nullable(),
  publishedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  waivers: z.array(z.unknown()).max(1000),
});

/** The state as text for a hidden field. */
export function packState(state: CheckState): string {
  return deflateRawSync(JSON.stringify(state)).toString('base64url');
}

/** The state from a hidden field; undefined when it was cut, changed or is far too large. */
export function findState(packed: unknown): CheckState | undefined {
  if (typeof packed !== 'string') return undefined;
  try {
    const inflated = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MAX_STATE_BYTES });
    const state = checkState.parse(JSON.parse(inflated.toString('utf8')));
    const waivers = readWaivers(state.waivers);
    return waivers.ok ? { ...state, waivers: waivers.value } : undefined;
  } catch {
    return undefined;
  }
}
