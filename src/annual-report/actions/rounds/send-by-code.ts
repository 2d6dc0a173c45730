import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { notOpen, unusableFields } from '../../../people/rules/refusal.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import { stepUpload, findUploadByCode, insertUploads } from '../../store/report-upload.store.ts';
import type { ReportCode } from '../../store/report-code.store.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import { keepFiles, uploadsOf } from './keep-round-files.ts';
import type { RoundFileDeps, SentFile } from './keep-round-files.ts';

/**
 * Keeps the file that an agency sends by its code, in the place of one that it sent before and did not submit. It is read next, and
 * submitted only when the agency says so.
 */
export async function sendByCode(
  deps: RoundFileDeps,
  { office, year, agency }: ReportCode,
  sent: SentFile,
): Promise<Result<null, RoundRefusal>> {
  const ref = { office, year };
  const log = await listRoundEntries(deps.queries, ref);
  if (log.length === 0) return refuse({ kind: 'not-found' });
  const round = foldRound(log);
  if (!round.isOpen) return refuse(notOpen('这个年度的汇总已经结束，需要报送的请与主管部门联系'));
  if (round.submissions.get(agency)?.state === 'accepted')
    return refuse(notOpen('报告已经通过核校，不能再报送；需要修改的请与主管部门联系'));
  const kept = await keepFiles(deps, [sent]);
  if (!kept.ok) return refuse(unusableFields(kept.problem));
  const earlier = await findUploadByCode(deps.queries, ref, agency);
  if (earlier !== undefined && earlier.state !== 'filed')
    await stepUpload(deps.queries, earlier.id, earlier.state, { state: 'dropped' });
  await insertUploads(
    deps.queries,
    uploadsOf(kept.value, { ...ref, agency, route: 'code', uploadedBy: null }, deps.now()),
  );
  return ok(null);
}
