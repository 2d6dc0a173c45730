import { replyClock } from '../../../applications/rules/reply-clock.ts';
import type { ReplyClock } from '../../../applications/rules/reply-clock.ts';
import type { CaseFile } from '../../../applications/rules/case-file.ts';
import { clockFileOf } from '../../../applications/rules/clock-file.ts';
import type { Letter } from '../../../applications/rules/fold.ts';
import type { ApplicationId } from '../../../applications/rules/ids.ts';
import { letterRuleOf } from '../../../applications/rules/letters/letter-rules.ts';
import { PAYMENT_WAY } from '../../../applications/rules/settings.ts';
import { listFiles } from '../../../applications/store/application-file.store.ts';
import type { KeptFile } from '../../../applications/store/application-file.store.ts';
import { findCaseFile } from '../../../applications/store/application.store.ts';
import { clockReadingsFor } from '../../../applications/store/clock-readings.store.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { findAgency } from '../../../people/store/agency.register.store.ts';
import { readSetting } from '../../../people/store/setting.register.store.ts';
import type { ActionDeps } from '../../../applications/actions/deps.ts';

/** A file as its applicant may see it. */
export type OpenedFile = {
  readonly file: CaseFile;
  readonly agency: Agency;
  readonly clock: ReplyClock;
  /** Letters to the applicant that have gone out, the newest first. */
  readonly letters: readonly Letter[];
  /** How a fee is paid; empty where the agency has not said. */
  readonly paymentWay: string;
  /** What is supplied with the reply, once there is one. */
  readonly released: readonly KeptFile[];
};

const GONE_OUT: ReadonlySet<Letter['standing']> = new Set<Letter['standing']>(['dispatched', 'delivered', 'bounced']);

/** The file behind an id that code and password have opened, with its dates; undefined where there is none. */
export async function openFile(
  { queries, sealing, calendar }: ActionDeps,
  id: ApplicationId,
): Promise<OpenedFile | undefined> {
  const file = await findCaseFile(queries, id);
  const agency = file === undefined ? undefined : await findAgency(queries, file.registration.agency);
  if (file === undefined || agency === undefined) return undefined;
  const clock = replyClock(clockFileOf(file.log), await calendar(), await clockReadingsFor(queries, agency.code));
  const { application } = file;
  const supplied = application.settlement?.kind === 'replied';
  return {
    file,
    agency,
    clock,
    paymentWay: await readSetting(queries, PAYMENT_WAY, agency.code),
    letters: application.letters
      .filter(({ kind, standing }) => GONE_OUT.has(standing) && letterRuleOf(kind).addressee === 'applicant')
      .toReversed(),
    released: supplied ? (await listFiles(queries, sealing, id)).filter(({ purpose }) => purpose === 'released') : [],
  };
}
