import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { decidePackage, findPackage } from '../store/exchange.store.ts';
import type { ExchangePackage } from '../store/exchange.store.ts';
import type { Party } from './deps.ts';
import { actorOf } from './perform.ts';

/** What the other side has said of a package. */
export type PackageDecision = { readonly state: 'accepted' | 'refused'; readonly receipt: string };

/** Notes whether the other side took a package: from then on what it holds counts as handed over, or comes again. */
export async function decideOnPackage(
  { queries, now }: { readonly queries: Queries; readonly now: () => Temporal.Instant },
  party: Party,
  id: string,
  { state, receipt }: PackageDecision,
): Promise<Result<ExchangePackage, string>> {
  return queries.transaction().execute(async transaction => {
    const known = await findPackage(transaction, id);
    if (known === undefined) return refuse('没有这个报送包，请核对编号');
    if (!(await decidePackage(transaction, id, state, receipt, now())))
      return known.state === state ? ok(known) : refuse('这个报送包对方是否接收已经登记过，不能更改');
    await appendJournal(transaction, {
      at: now(),
      agency: party.kind === 'officer' ? party.officer.agency : null,
      actor: actorOf(party),
      event: `exchange-package-${state}`,
      subject: `exchange-package:${id}`,
      detail: { number: known.number },
    });
    return ok({ ...known, state, receipt, decidedAt: now() });
  });
}
