import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import { problemOf } from '../rules/admit-dispute.ts';
import { foldDispute } from '../rules/dispute.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import type { DisputeEntry, DisputeFacts } from '../rules/dispute-log.ts';
import { insertDispute } from '../store/dispute.store.ts';
import type { DisputeFile } from '../store/dispute.store.ts';
import { FORBIDDEN, noteInJournal, partyContext, problemOfReferences } from './perform-dispute.ts';
import type { DisputeDeps, DisputeProblem } from './perform-dispute.ts';

/** Enters a reconsideration or a suit about disclosure into the register of the officer's agency; `party` is who applied or sued. */
export async function enterDispute(
  deps: DisputeDeps,
  officer: Officer,
  facts: DisputeFacts,
  party: string,
): Promise<Result<DisputeFile, DisputeProblem>> {
  const { agency } = officer;
  if (!may(officer, 'administer-disputes', agency)) return refuse(FORBIDDEN);
  if (party.trim() === '') return refuse({ field: 'party', message: '请填写复议申请人或者原告' });
  const act = { kind: 'entered', ...facts } as const;
  const problem = problemOf(null, act, deps.today());
  if (problem !== null) return refuse(problem);
  return withinTransaction(deps.queries, async transaction => {
    const references = await problemOfReferences(transaction, agency, facts);
    if (references !== null) return refuse(references);
    const id = randomUUIDv7() as DisputeId;
    const sealedParty = deps.sealing.seal(party.trim(), partyContext(id));
    const entry: DisputeEntry = { sequence: 1, at: deps.now(), by: officer.id, act };
    await insertDispute(transaction, { id, agency, sealedParty }, entry);
    await noteInJournal(transaction, agency, id, entry);
    return ok({ id, agency, sealedParty, log: [entry], dispute: foldDispute([entry]) });
  });
}
