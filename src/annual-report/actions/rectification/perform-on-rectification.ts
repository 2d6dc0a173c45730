import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import { rectificationRefusal } from '../../rules/rectification/admit.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import { foldRectification } from '../../rules/rectification/rectification.ts';
import type {
  RectificationActKind,
  RectificationActOf,
  RectificationEntry,
  RectificationId,
} from '../../rules/rectification/rectification-log.ts';
import { appendRectificationEntry, findRectification, lockRectification } from '../../store/rectification.store.ts';
import type { RectificationFile, RectificationRef } from '../../store/rectification.store.ts';

/** What acts on a rectification need of the world. */
export type RectificationDeps = {
  readonly queries: Queries;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** The rectification as the officer saw it: with another version than the log has, somebody else was faster. */
export type SeenRectification = { readonly id: RectificationId; readonly seen: number };

/** The journal of the office and of the agency says that it was done, never what was written. */
export async function journalRectification(
  queries: Queries,
  { id, agency }: RectificationRef,
  officer: Officer,
  { at, sequence, act }: RectificationEntry,
): Promise<void> {
  await appendJournal(queries, {
    at,
    agency: officer.agency,
    actor: { kind: 'officer', id: officer.id },
    event: `rectification-${act.kind}`,
    subject: `rectification:${id}`,
    detail: { sequence, agency },
  });
}

/** Who may act: the agency answers with those who compile its report, everything else is the office's. */
function partyRefusal(
  officer: Officer,
  file: RectificationFile,
  kind: RectificationActKind,
): RectificationRefusal | null {
  const [side, ability] =
    kind === 'answered' ? (['agency', 'compile-report'] as const) : (['office', 'collect-reports'] as const);
  if (officer.agency !== file.office && officer.agency !== file.agency) return { kind: 'not-found' };
  return officer.agency === file[side] && may(officer, ability, officer.agency) ? null : { kind: 'forbidden', ability };
}

type LaterKind = Exclude<RectificationActKind, 'ordered'>;

/**
 * Does an act on a rectification: under a lock, with party, version and stage asked, and log and journal in one transaction. `decide`
 * gives the act; it may read what it needs within the transaction.
 */
export async function performOnRectification<Kind extends LaterKind>(
  deps: RectificationDeps,
  officer: Officer,
  { id, seen }: SeenRectification,
  kind: Kind,
  decide: (
    file: RectificationFile,
    transaction: Queries,
  ) => Promise<Result<Omit<RectificationActOf<Kind>, 'kind'>, RectificationRefusal>>,
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    await lockRectification(transaction, id);
    const file = await findRectification(transaction, id);
    if (file === undefined) return refuse({ kind: 'not-found' });
    const lacking = partyRefusal(officer, file, kind);
    if (lacking !== null) return refuse(lacking);
    if (file.state.version !== seen) return refuse({ kind: 'overtaken', meanwhile: file.log.slice(seen) });
    const decided = await decide(file, transaction);
    if (!decided.ok) return decided;
    const act = { kind, ...decided.value } as RectificationActOf<Kind>;
    const refusal = rectificationRefusal(file.state, act, deps.today());
    if (refusal !== null) return refuse(refusal);
    const entry: RectificationEntry = { sequence: file.log.length + 1, at: deps.now(), by: officer.id, act };
    const log = [...file.log, entry];
    const state = foldRectification(log);
    await appendRectificationEntry(transaction, id, entry, state);
    await journalRectification(transaction, file, officer, entry);
    return ok({ ...file, log, state });
  });
}
