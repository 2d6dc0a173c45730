import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { unusable } from '../../../people/rules/refusal.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import { rereadUploadsOf, saveAgencyName } from '../../store/report-upload.store.ts';
import { collectorRefusal } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/**
 * Says which agency a name in a file stands for. It is remembered for this office, in this and later years, and every file that asked
 * for it is read again. Refuses an agency that is not to report in this round.
 */
export async function answerAgencyName(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  { name, agency }: { readonly name: string; readonly agency: AgencyCode },
): Promise<Result<null, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const lacking = collectorRefusal(officer, ref.office);
  if (lacking !== null) return refuse(lacking);
  return undoingRefusals(deps.queries, async transaction => {
    const log = await listRoundEntries(transaction, ref);
    if (log.length === 0) return refuse({ kind: 'not-found' });
    if (!foldRound(log).agencies.includes(agency))
      return refuse(unusable('agency', '请选择一个本次报送范围内的机关；不在其中的，请将文件作废'));
    await saveAgencyName(transaction, ref.office, name, agency, officer.id, deps.now());
    await rereadUploadsOf(transaction, ref, name);
    await appendJournal(transaction, {
      at: deps.now(),
      agency: ref.office,
      actor: { kind: 'officer', id: officer.id },
      event: 'report-round-name-answered',
      subject: `report-round:${ref.office}:${year}`,
      detail: { agency },
    });
    return ok(null);
  });
}
