import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/**
 * Why a document cannot be read. `too-large`, `too-deep`, `too-many-parts` and `too-many-cells`: beyond LIMITS. `bomb`: unfolds
 * to far more than it weighs. `doctype`: XML with a document type, which no office program writes. `damaged`: cut off or not of
 * its format. `encrypted`: needs a password. `no-content`: the container lacks the part that holds the text.
 */
export type Trouble =
  | 'too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'bomb'
  | 'doctype'
  | 'damaged'
  | 'encrypted'
  | 'no-content';

class TroubleError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Ends the reading from inside a parser's callback; `guarded` turns it into a result. */
export function fail(trouble: Trouble): never {
  throw new TroubleError(trouble);
}

/** For what a library throws at a file it cannot take: the trouble that was met, or damage. */
export function failFrom(error: unknown): never {
  if (error instanceof TroubleError) throw error;
  fail('damaged');
}

/** Runs a reader: its value, or the trouble it met. A fault of our own is thrown on, so that it does not pass for a damaged file. */
export async function guarded<Value>(read: () => Value | Promise<Value>): Promise<Result<Value, Trouble>> {
  try {
    return ok(await read());
  } catch (error) {
    if (error instanceof TroubleError) return refuse(error.trouble);
    throw error;
  }
}
