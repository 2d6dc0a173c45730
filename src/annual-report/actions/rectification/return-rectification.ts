import { ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { performOnRectification } from './perform-on-rectification.ts';
import type { RectificationDeps, SeenRectification } from './perform-on-rectification.ts';

/** Sends an answer back: what is not mended yet, and by when. */
export async function returnRectification(
  deps: RectificationDeps,
  officer: Officer,
  ref: SeenRectification,
  { reason, dueOn }: { readonly reason: string; readonly dueOn: Temporal.PlainDate },
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return performOnRectification(deps, officer, ref, 'returned', async () => ok({ reason: reason.trim(), dueOn }));
}
