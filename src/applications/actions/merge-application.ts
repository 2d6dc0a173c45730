import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findRegistration } from '../store/application.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/**
 * Merges an application into another that the same applicant handed in twice: this one is closed (其他处理·其他), the other is
 * answered. Refuses a file of another agency and the file itself.
 */
export async function mergeApplication(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly into: ApplicationId; readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, async ({ registration }, transaction) => {
    const other = input.into === ref.id ? undefined : await findRegistration(transaction, input.into);
    if (other === undefined || other.agency !== registration.agency)
      return refuse(notOpen('要并入的申请不存在，请核对登记编号'));
    return ok({ acts: [{ kind: 'merged', on: deps.today(), ...input }] });
  });
}
