import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { nextStepOf } from '../rules/fold.ts';
import type { LetterId } from '../rules/ids.ts';
import { notOpen, unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type Verdict =
  | { readonly kind: 'passed' }
  /** 退回: what has to be changed. */
  | { readonly kind: 'returned'; readonly comment: string };

/**
 * Passes or returns a letter at the step that it waits for (审核、保密审查、法制审核). Whoever had a hand in the draft may not; signing is
 * an act of its own. Refuses to return without saying why.
 */
export async function reviewLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId; readonly verdict: Verdict },
): Promise<Result<CaseFile, Refusal>> {
  const { letter: id, verdict } = input;
  if (verdict.kind === 'returned' && verdict.comment.trim() === '')
    return refuse(unusable('comment', '请写明退回的原因和需要修改的地方'));
  return perform(deps, party, ref, ({ application }) => {
    const letter = application.letters.find(candidate => candidate.id === id);
    const step = letter === undefined ? undefined : nextStepOf(letter);
    if (letter === undefined || step === undefined) return refuse(notOpen('这份文书没有待审核的环节，请刷新页面核对'));
    const { version } = letter;
    if (verdict.kind === 'returned')
      return ok({ acts: [{ kind: 'letter-returned', letter: id, version, step, comment: verdict.comment.trim() }] });
    if (step === 'sign') return refuse(notOpen('这份文书等待签发，请在签发页面办理'));
    return ok({ acts: [{ kind: 'letter-passed', letter: id, version, step }] });
  });
}
