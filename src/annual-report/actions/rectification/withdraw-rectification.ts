import { ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { performOnRectification } from './perform-on-rectification.ts';
import type { RectificationDeps, SeenRectification } from './perform-on-rectification.ts';

/** Takes back an order that should not have been given, with the reason. */
export async function withdrawRectification(
  deps: RectificationDeps,
  officer: Officer,
  ref: SeenRectification,
  reason: string,
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return performOnRectification(deps, officer, ref, 'withdrawn', async () => ok({ reason: reason.trim() }));
}
