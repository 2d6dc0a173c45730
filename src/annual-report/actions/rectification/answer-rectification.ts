import { ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { performOnRectification } from './perform-on-rectification.ts';
import type { RectificationDeps, SeenRectification } from './perform-on-rectification.ts';

/** Notes what the agency says that it has done; the office checks it then. */
export async function answerRectification(
  deps: RectificationDeps,
  officer: Officer,
  ref: SeenRectification,
  statement: string,
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return performOnRectification(deps, officer, ref, 'answered', async () => ok({ statement: statement.trim() }));
}
