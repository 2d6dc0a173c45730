import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { UploadId } from '../../rules/collection/round-upload.ts';
import type { ReportCode } from '../../store/report-code.store.ts';
import { findUpload, findUploadAnswer, stepUpload } from '../../store/report-upload.store.ts';
import { filing, newSubmission } from './file-submissions.ts';
import { performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Submits the file that an agency has sent by its code and looked at. Refuses another file than the one that was shown. */
export async function submitByCode(
  deps: RoundDeps,
  { office, year, agency }: ReportCode,
  id: UploadId,
): Promise<Result<ReportRound, RoundRefusal>> {
  const ref = { office, year };
  return performOnRound(deps, ref, null, async (round, transaction) => {
    const upload = await findUpload(transaction, ref, id);
    const answer = await findUploadAnswer(transaction, id);
    if (upload?.agency !== agency || upload.route !== 'code' || answer === undefined)
      return refuse({ kind: 'not-found' });
    if (upload.state !== 'read') return refuse(notOpen('这份文件已经提交或者更换，请刷新页面核对'));
    if (round.submissions.get(agency)?.state === 'accepted')
      return refuse(notOpen('报告已经通过核校，不能再报送；需要修改的请与主管部门联系'));
    const file = { id: upload.file, name: upload.name };
    const submission = newSubmission({ agency, year, route: 'code', file, submittedOn: deps.today(), ...answer });
    const { acts, write } = filing(ref, [submission]);
    return ok({
      acts,
      write: async inner => {
        const written = (await write?.(inner)) ?? ok(null);
        await stepUpload(inner, id, 'read', { state: 'filed', submission: submission.id });
        return written;
      },
    });
  });
}
