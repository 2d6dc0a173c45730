import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import { contentHashOf } from '../store/content-hash.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'secrecy-reviewed'>, 'kind' | 'contentHash'>;

/** 保密审查 of one edition (Art. 17): the form is bound to exactly that content by its hash. Any conclusion but 公开 sends it back or leaves it waiting. */
export async function reviewSecrecy(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return perform(deps, party, ref, ({ latest, attachments }) =>
    ok({
      acts: [{ kind: 'secrecy-reviewed', ...input, contentHash: contentHashOf(latest.content, attachments) }],
    }),
  );
}
