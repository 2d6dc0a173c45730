import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { isApplicationOf } from '../../applications/store/yearly.register.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { problemOf } from '../rules/admit-dispute.ts';
import { foldDispute } from '../rules/dispute.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import type { DisputeAct, DisputeEntry, DisputeFacts } from '../rules/dispute-log.ts';
import { appendDisputeEntry, findDispute, lockDispute } from '../store/dispute.store.ts';
import type { DisputeFile } from '../store/dispute.store.ts';

/** What acts on disputes need of the world. */
export type DisputeDeps = {
  readonly queries: Queries;
  readonly sealing: Sealing;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** Why an act on a dispute was not done, at the field where it can be mended. Nothing has changed. */
export type DisputeProblem = { readonly field: string; readonly message: string };

export const FORBIDDEN: DisputeProblem = {
  field: 'disputeKind',
  message: '您没有“登记行政复议和行政诉讼”的权限，请联系本机关的系统管理员',
};
const NOT_FOUND: DisputeProblem = { field: 'disputeKind', message: '没有找到这件案件，请回到列表重新打开' };

export const partyContext = (id: DisputeId): string => `dispute:${id}:party`;

/** What a dispute refers to must be the agency's own: the application, and the reconsideration before a suit. */
export async function problemOfReferences(
  queries: Queries,
  agency: AgencyCode,
  { application, reconsideration }: DisputeFacts,
): Promise<DisputeProblem | null> {
  if (application !== null && !(await isApplicationOf(queries, agency, application)))
    return { field: 'application', message: '本机关没有这件申请，请核对登记编号' };
  const before = reconsideration === null ? undefined : await findDispute(queries, reconsideration);
  return reconsideration === null || (before?.agency === agency && before.dispute.disputeKind === 'reconsideration')
    ? null
    : { field: 'reconsideration', message: '没有找到所关联的行政复议，请先登记该件复议' };
}

/** What the journal says of an entry: that it was made, never what stands in it. */
export async function noteInJournal(queries: Queries, agency: AgencyCode, id: DisputeId, entry: DisputeEntry) {
  await appendJournal(queries, {
    at: entry.at,
    agency,
    actor: entry.by === null ? { kind: 'system' } : { kind: 'officer', id: entry.by },
    event: `dispute-${entry.act.kind}`,
    subject: `dispute:${id}`,
    detail: { sequence: entry.sequence },
  });
}

/**
 * Does an act on a dispute of the officer's agency: under a lock, with the rules asked and the journal written in one transaction.
 * `seen` is the version that the officer decided on; refuses where somebody else has acted since.
 */
export async function performOnDispute(
  deps: DisputeDeps,
  officer: Officer,
  { id, seen }: { readonly id: DisputeId; readonly seen: number },
  act: DisputeAct,
  write?: (transaction: Queries) => Promise<void>,
): Promise<Result<DisputeFile, DisputeProblem>> {
  return withinTransaction(deps.queries, async transaction => {
    const file = (await lockDispute(transaction, id)) ? await findDispute(transaction, id) : undefined;
    if (file?.agency !== officer.agency) return refuse(NOT_FOUND);
    if (!may(officer, 'administer-disputes', officer.agency)) return refuse(FORBIDDEN);
    if (seen !== file.dispute.version)
      return refuse({ field: 'disputeKind', message: '您打开页面以后，其他人已经改动了这件案件，请核对后再提交' });
    const problem = problemOf(file.dispute, act, deps.today());
    if (problem !== null) return refuse(problem);
    const references = act.kind === 'amended' ? await problemOfReferences(transaction, officer.agency, act) : null;
    if (references !== null) return refuse(references);
    const entry: DisputeEntry = { sequence: file.log.length + 1, at: deps.now(), by: officer.id, act };
    await appendDisputeEntry(transaction, id, entry);
    await write?.(transaction);
    await noteInJournal(transaction, officer.agency, id, entry);
    const log = [...file.log, entry];
    return ok({ ...file, log, dispute: foldDispute(log) });
  });
}
