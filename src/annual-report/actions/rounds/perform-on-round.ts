import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import { appendJournalEntries } from '../../../people/store/journal.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import { roundRefusal } from '../../rules/collection/admit.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { RoundAct, RoundEntry } from '../../rules/collection/round-log.ts';
import { appendRoundEntries, listRoundEntries, lockRound } from '../../store/report-round.store.ts';
import type { RoundRef } from '../../store/report-round.store.ts';

/** What acts on a round need of the world. */
export type RoundDeps = {
  readonly queries: Queries;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** What an act comes to: entries for the log, and what must be written with them or not at all. */
export type RoundDecision = {
  readonly acts: readonly RoundAct[];
  readonly write?: (transaction: Queries) => Promise<Result<null, RoundRefusal>>;
};

/** Why an officer may not collect reports for an office; null where they may. Another office's round is not found. */
export function collectorRefusal(officer: Officer, office: AgencyCode): RoundRefusal | null {
  if (office !== officer.agency || officer.oversees.length === 0) return { kind: 'not-found' };
  return may(officer, 'collect-reports', office) ? null : { kind: 'forbidden', ability: 'collect-reports' };
}

/** The journal says that it was done, never what stands in a report. `by` is null for an agency that came with a code. */
export async function journalRound(queries: Queries, { office, year }: RoundRef, entries: readonly RoundEntry[]) {
  await appendJournalEntries(
    queries,
    entries.map(({ sequence, at, by, act }) => ({
      at,
      agency: office,
      actor: by === null ? { kind: 'visitor' as const } : { kind: 'officer' as const, id: by },
      event: `report-round-${act.kind}`,
      subject: `report-round:${office}:${year}`,
      detail: { sequence, ...('agency' in act ? { agency: act.agency } : {}) },
    })),
  );
}

/**
 * Does acts in a round: under a lock, each admitted in its turn, log, journal and what `decide` writes in one transaction. Abilities
 * are the caller's to ask. Officers at work at the same time do not hinder one another: each act is held against the agency's latest
 * report and not against the whole round.
 */
export async function performOnRound(
  deps: RoundDeps,
  ref: RoundRef,
  by: StaffId | null,
  decide: (
    round: ReportRound,
    transaction: Queries,
  ) => Promise<Result<RoundDecision, RoundRefusal>> | Result<RoundDecision, RoundRefusal>,
): Promise<Result<ReportRound, RoundRefusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    await lockRound(transaction, ref);
    const before = await listRoundEntries(transaction, ref);
    if (before.length === 0) return refuse({ kind: 'not-found' });
    const decision = await decide(foldRound(before), transaction);
    if (!decision.ok) return decision;
    const log: RoundEntry[] = [...before];
    let round = foldRound(log);
    for (const act of decision.value.acts) {
      const refusal = roundRefusal(round, act, ref.year);
      if (refusal !== null) return refuse(refusal);
      log.push({ sequence: log.length + 1, at: deps.now(), by, act });
      round = foldRound(log);
    }
    const written = await decision.value.write?.(transaction);
    if (written?.ok === false) return written;
    const added = log.slice(before.length);
    await appendRoundEntries(transaction, ref, added);
    await journalRound(transaction, ref, added);
    return ok(round);
  });
}
