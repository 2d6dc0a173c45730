import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { UploadId } from '../../rules/collection/round-upload.ts';
import { findUpload, stepUpload } from '../../store/report-upload.store.ts';
import { collectorRefusal } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Puts a file aside whose agency nobody can tell, or that does not belong here. Refuses one that was taken on meanwhile. */
export async function dropRoundFile(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  id: UploadId,
): Promise<Result<null, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const lacking = collectorRefusal(officer, ref.office);
  if (lacking !== null) return refuse(lacking);
  return undoingRefusals(deps.queries, async transaction => {
    const upload = await findUpload(transaction, ref, id);
    if (upload === undefined) return refuse({ kind: 'not-found' });
    if (!(await stepUpload(transaction, id, 'asking', { state: 'dropped' })))
      return refuse(notOpen('这个文件已经处理，请刷新页面核对'));
    await appendJournal(transaction, {
      at: deps.now(),
      agency: ref.office,
      actor: { kind: 'officer', id: officer.id },
      event: 'report-round-file-dropped',
      subject: `report-round:${ref.office}:${year}`,
      detail: { file: id },
    });
    return ok(null);
  });
}
