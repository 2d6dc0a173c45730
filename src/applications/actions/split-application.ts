import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Applicant } from '../rules/applicant.ts';
import type { Act, Entry } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { listApplicants } from '../store/applicant.store.ts';
import { findForm } from '../store/application-form.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { lodgeWithin } from './lodge-application.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/** What happened to the parent before it was split happened to each part: receipt and assignment go over. */
function inherited(log: readonly Entry[]): readonly Act[] {
  return log.map(({ act }) => act).filter(({ kind }) => kind === 'receipt-confirmed' || kind === 'assigned');
}

/**
 * Splits an application that asks for several things (一事一申请) into parts of their own, each with the parent's receipt, its own
 * number, clock and reply. The parts are counted, the parent is not. Refuses fewer than two parts.
 */
export async function splitApplication(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly descriptions: readonly string[]; readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  if (input.descriptions.length < 2) return refuse(unusable('descriptions', '拆分至少要写出两项所需信息，每项一行'));
  return perform(deps, party, ref, async ({ registration, log, application }, transaction) => {
    const applicants = await listApplicants(transaction, deps.sealing, ref.id);
    const form = (await findForm(transaction, deps.sealing, ref.id, 'application')) ?? '';
    const children: ApplicationId[] = [];
    for (const description of input.descriptions) {
      const lodging = {
        agency: registration.agency,
        caseKind: registration.caseKind,
        intake: application.intake,
        applicants: applicants as readonly [Applicant, ...Applicant[]],
        requested: { ...registration.requested, title: null, documentNumber: null, description },
        assistance: registration.assistance,
        notifyBy: registration.notifyBy,
        form,
        files: [],
      };
      const lodged = await lodgeWithin(transaction, deps, party, lodging, inherited(log), ref.id);
      if (!lodged.ok) return lodged;
      children.push(lodged.value.id);
    }
    return ok({ acts: [{ kind: 'split', children, on: deps.today(), reason: input.reason }] });
  });
}
