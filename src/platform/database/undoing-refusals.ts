import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from './pool.ts';

/** Thrown to undo everything that a refused act has written in its transaction. */
class Refused<Problem> extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('refused');
    this.problem = problem;
  }
}

/**
 * Runs a transaction in which a refusal, wherever it comes up, undoes everything. Within a transaction of the caller's it is the
 * caller who must give everything up after a refusal.
 */
export async function undoingRefusals<Value, Problem>(
  queries: Queries,
  run: (transaction: Queries) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  if (queries.isTransaction) return run(queries);
  try {
    return ok(
      await queries.transaction().execute(async transaction => {
        const result = await run(transaction);
        if (!result.ok) throw new Refused(result.problem);
        return result.value;
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem as Problem);
    throw error;
  }
}
