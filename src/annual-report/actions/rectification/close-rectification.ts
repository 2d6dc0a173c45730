import { ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { performOnRectification } from './perform-on-rectification.ts';
import type { RectificationDeps, SeenRectification } from './perform-on-rectification.ts';

/** Ends a rectification that was checked after its last answer. Refuses to close with findings that stand without a reason. */
export async function closeRectification(
  deps: RectificationDeps,
  officer: Officer,
  ref: SeenRectification,
  reason: string,
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return performOnRectification(deps, officer, ref, 'closed', async () => ok({ reason: reason.trim() }));
}
