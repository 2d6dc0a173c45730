import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { codeInGroups, randomCode } from '../../../platform/spoken-code/spoken-code.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import { saveReportCode } from '../../store/report-code.store.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import { collectorRefusal } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

export type CodeDeps = RoundDeps & { readonly sealing: Sealing };

/** Sixty bits: it is tried against a limit of attempts, and expires. */
const CHARACTERS = 12;
/** Late reports and those that were returned still come in. */
const OPEN_AFTER_DEADLINE = { days: 60 } as const;

/**
 * Gives an agency that does not work here a 报送码, to be read once: only its digest is kept, and an earlier code opens nothing any more.
 * It opens until sixty days behind the deadline, or behind today where that is later.
 */
export async function issueReportCode(
  deps: CodeDeps,
  officer: Officer,
  year: number,
  agency: AgencyCode,
): Promise<Result<string, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const lacking = collectorRefusal(officer, ref.office);
  if (lacking !== null) return refuse(lacking);
  return undoingRefusals(deps.queries, async transaction => {
    const log = await listRoundEntries(transaction, ref);
    const round = log.length === 0 ? undefined : foldRound(log);
    if (round?.agencies.includes(agency) !== true) return refuse({ kind: 'not-found' });
    if (!round.isOpen) return refuse(notOpen('汇总已经结束，请先重新开始汇总'));
    const today = deps.today();
    const { deadlineOn } = round;
    const from = Temporal.PlainDate.compare(deadlineOn, today) > 0 ? deadlineOn : today;
    const code = randomCode(CHARACTERS);
    const opening = { ...ref, agency, expiresOn: from.add(OPEN_AFTER_DEADLINE) };
    await saveReportCode(transaction, deps.sealing, opening, code, deps.now());
    await appendJournal(transaction, {
      at: deps.now(),
      agency: ref.office,
      actor: { kind: 'officer', id: officer.id },
      event: 'report-round-code-issued',
      subject: `report-round:${ref.office}:${year}`,
      detail: { agency },
    });
    return ok(codeInGroups(code));
  });
}
