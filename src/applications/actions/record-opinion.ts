import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Opinion } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { ConsultationId } from '../rules/ids.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import { keepOpinion } from '../store/consultation.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type OpinionGiven = {
  readonly consultation: ConsultationId;
  readonly on: Temporal.PlainDate;
  readonly opinion: Opinion;
  /** What the party wrote; kept sealed. */
  readonly text: string;
  readonly files: readonly KeptFile[];
};

/**
 * Notes what a consulted party says, entered by the clerk or by the party on its page. The pause ends on that day; a third
 * party's silence is no consent (Art. 32), a co-producing agency's is (Art. 34).
 */
export async function recordOpinion(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  given: OpinionGiven,
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, ({ application }) => {
    const consultation = application.consultations.find(({ id }) => id === given.consultation);
    if (consultation === undefined) return refuse(notOpen('这件申请没有这一次征求意见，请回到申请页面核对'));
    const kind = consultation.consulted === 'agency' ? ('agency-answered' as const) : ('third-party-answered' as const);
    return ok({
      acts: [{ kind, consultation: given.consultation, on: given.on, opinion: given.opinion }],
      write: async transaction => {
        if (given.text !== '') await keepOpinion(transaction, deps.sealing, given.consultation, given.text);
        for (const file of given.files) await insertFileRow(transaction, deps.sealing, ref.id, file);
      },
    });
  });
}
