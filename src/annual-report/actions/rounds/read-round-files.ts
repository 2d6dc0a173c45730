import { refuse, ok } from '../../../kernel/result.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import type { Agency, AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import { findFileId } from '../../../platform/files/file-store.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { findAgencyByName } from '../../audits/computed/agency-by-name.ts';
import type { Examination, Unexamined } from '../../examination/examination.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import { EXCLUSION_LABEL } from '../../rules/collection/round-log.ts';
import { yearProblem } from '../../rules/collection/round-upload.ts';
import type { RoundUpload, UploadAnswer } from '../../rules/collection/round-upload.ts';
import type { Submission } from '../../rules/collection/submission.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { isSameReport } from '../../rules/same-report.ts';
import { listFormerReports } from '../../store/collected-report.register.store.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import type { RoundRef } from '../../store/report-round.store.ts';
import { findSubmission } from '../../store/report-submission.store.ts';
import { insertUploads, listAnsweredNames, listUploadsToRead, stepUpload } from '../../store/report-upload.store.ts';
import type { UploadStep } from '../../store/report-upload.store.ts';
import { filing, newSubmission } from './file-submissions.ts';
import { uploadsOf } from './keep-round-files.ts';
import { performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

export type RoundReadingDeps = RoundDeps & {
  readonly files: FileStore;
  readonly examination: Pick<Examination, 'read' | 'judge' | 'unpack'>;
};

/** Files that are read side by side and filed in one transaction. */
const TOGETHER = 48;

/** What is known of the round while its files are read. */
type Room = {
  readonly ref: RoundRef;
  readonly round: ReportRound;
  readonly agencies: readonly Agency[];
  readonly answered: ReadonlyMap<string, AgencyCode>;
};

type Named = {
  readonly kind: 'named';
  readonly agency: AgencyCode;
  readonly printedName: string;
  readonly report: AnnualReport;
};
type Judged = Omit<Named, 'kind'> & { readonly kind: 'judged'; readonly answer: UploadAnswer };

/** How far a file came. `later` has been taken on already, or is to be tried again; `waits` finds every reader busy. */
type Read =
  | { readonly kind: 'step'; readonly step: UploadStep }
  | { readonly kind: 'later' }
  | { readonly kind: 'waits' }
  | Named
  | Judged;

const step = (to: UploadStep): Read => ({ kind: 'step', step: to });
const refused = (sentence: string, printedName?: string): Read =>
  step({ state: 'refused', sentence, ...(printedName === undefined ? {} : { printedName }) });
const unexamined = ({ busy, message }: Unexamined, printedName?: string): Read =>
  busy === true ? { kind: 'waits' } : refused(message, printedName);

const isArchive = (name: string, bytes: Uint8Array): boolean =>
  /\.zip$/i.test(name) && bytes[0] === 0x50 && bytes[1] === 0x4b;

async function roomOf(queries: Queries, ref: RoundRef): Promise<Room> {
  return {
    ref,
    round: foldRound(await listRoundEntries(queries, ref)),
    agencies: await listAgencies(queries),
    answered: await listAnsweredNames(queries, ref.office),
  };
}

/** Why an agency's report does not belong into the round, or null. */
function membershipProblem({ round, agencies }: Pick<Room, 'round' | 'agencies'>, agency: AgencyCode): string | null {
  if (round.agencies.includes(agency)) return null;
  const name = agencies.find(({ code }) => code === agency)?.name ?? agency;
  const excluded = round.excluded.find(one => one.agency === agency);
  const why =
    excluded === undefined ? '' : `（${excluded.note === '' ? EXCLUSION_LABEL[excluded.reason] : excluded.note}）`;
  return `${name}不在本次报送范围内${why}，没有收下；确实要汇总的，请先调整报送范围`;
}

async function unpack(deps: RoundReadingDeps, upload: RoundUpload, bytes: Uint8Array): Promise<Read> {
  const unpacked = await deps.examination.unpack({ name: upload.name, bytes });
  if (!unpacked.ok) return unexamined(unpacked.problem);
  const { files } = unpacked.value;
  if (files.length === 0) return refused('压缩包里没有文件，请重新打包后上传');
  const kept: { readonly file: string; readonly name: string }[] = [];
  for (const { name, bytes: inner } of files) {
    const file = await deps.files.keep(inner);
    if (!file.ok) return refused(file.problem);
    kept.push({ file: file.value, name });
  }
  const { office, year, route, agency, uploadedBy, uploadedAt, batch, place } = upload;
  const origin = { office, year, route, agency, uploadedBy };
  const members = uploadsOf(kept, origin, uploadedAt, batch, place + 1);
  const done = await deps.queries.transaction().execute(async transaction => {
    const sentence = `压缩包里有 ${members.length} 个文件`;
    if (!(await stepUpload(transaction, upload.id, 'kept', { state: 'unpacked', sentence }))) return false;
    await insertUploads(transaction, members);
    return true;
  });
  if (!done) for (const { file } of kept) await deps.files.remove(findFileId(file)!);
  return { kind: 'later' };
}

/** The bytes as they were kept; null where the disk has lost them. */
async function bytesOf(files: FileStore, file: string): Promise<Uint8Array | null> {
  const id = findFileId(file);
  if (id === undefined) return null;
  try {
    return await files.read(id);
  } catch {
    return null;
  }
}

async function read(deps: RoundReadingDeps, room: Room, upload: RoundUpload): Promise<Read> {
  const bytes = await bytesOf(deps.files, upload.file);
  if (bytes === null) return refused('保存的文件读不出来，请重新上传');
  if (upload.route === 'upload' && isArchive(upload.name, bytes)) return unpack(deps, upload, bytes);
  const answered = await deps.examination.read({ name: upload.name, bytes });
  if (!answered.ok) return unexamined(answered.problem);
  const { report } = answered.value;
  const printedName = (report.agency ?? upload.name.replace(/\.[a-z]+$/i, '')).slice(0, 100);
  const problem = yearProblem(report, room.ref.year);
  if (problem !== null) return refused(problem, printedName);
  const agency = upload.agency ?? findAgencyByName(printedName, room.agencies, room.answered);
  if (agency === undefined) return step({ state: 'asking', printedName });
  const stranger = membershipProblem(room, agency);
  return stranger === null ? { kind: 'named', agency, printedName, report } : refused(stranger, printedName);
}

async function judge(
  { examination }: RoundReadingDeps,
  { name }: RoundUpload,
  { agency, printedName, report }: Named,
  former: AnnualReport | null,
): Promise<Read> {
  const judged = await examination.judge(name, report, former);
  if (!judged.ok) return unexamined(judged.problem, printedName);
  const { findings } = judged.value;
  return { kind: 'judged', agency, printedName, report, answer: { report, findings } };
}

/** Why a report that was read is not filed besides what the round has, or null. Asked under the round's lock. */
async function filingProblem(
  transaction: Queries,
  room: Room,
  batchHas: ReadonlyMap<AgencyCode, string>,
  { agency, answer }: Judged,
): Promise<string | null> {
  const { ref, round } = room;
  if (!round.isOpen) return '汇总已经结束，没有收下；请先重新开始汇总，再重新上传';
  const stranger = membershipProblem(room, agency);
  if (stranger !== null) return stranger;
  const twin = batchHas.get(agency);
  if (twin !== undefined) return `同一批的“${twin}”已经是这个机关的报告，没有重复归入；两份不同的，请核对后只上传一份`;
  const latest = round.submissions.get(agency);
  if (latest === undefined) return null;
  const earlier = await findSubmission(transaction, ref, latest.id);
  if (earlier !== undefined && isSameReport(earlier.report, answer.report)) return '与已经收到的报告相同，没有重复归入';
  return latest.state === 'accepted'
    ? '这个机关的报告已经通过核校，没有替换；确实要替换的，请先退回已通过的报告'
    : null;
}

type Done = { readonly upload: RoundUpload; readonly read: Read };
type Filed = { readonly upload: RoundUpload; readonly submission: Submission };

/** Takes every file on as far as it came, in the order in which it was sent; gives those that are to be filed. */
async function settle(deps: RoundReadingDeps, transaction: Queries, room: Room, done: readonly Done[]) {
  const filed: Filed[] = [];
  const names = new Map<string, Map<AgencyCode, string>>();
  for (const { upload, read: how } of done) {
    const take = async (to: UploadStep) => stepUpload(transaction, upload.id, 'kept', to);
    if (how.kind === 'step') await take(how.step);
    if (how.kind !== 'judged') continue;
    const { agency, printedName, answer } = how;
    if (upload.route === 'code') {
      await take({ state: 'read', printedName, answer });
      continue;
    }
    const batchHas = names.getOrInsert(upload.batch, new Map());
    const sentence = await filingProblem(transaction, room, batchHas, how);
    if (sentence !== null) {
      await take({ state: 'refused', sentence, printedName, agency });
      continue;
    }
    batchHas.set(agency, upload.name);
    const file = { id: upload.file, name: upload.name };
    const facts = { agency, year: room.ref.year, route: 'upload', file, submittedOn: deps.today(), ...answer } as const;
    filed.push({ upload, submission: newSubmission(facts) });
  }
  return filed;
}

/** Files what was read in one transaction, in the name of whoever has sent it. Where another process has read the same files, the later of the two gives up. */
async function file(deps: RoundReadingDeps, room: Room, done: readonly Done[], by: StaffId | null): Promise<void> {
  const { ref } = room;
  await performOnRound(deps, ref, by, async (round, transaction) => {
    const filed = await settle(deps, transaction, { ...room, round }, done);
    const { acts, write } = filing(
      ref,
      filed.map(({ submission }) => submission),
    );
    return ok({
      acts,
      write: async inner => {
        const written = (await write?.(inner)) ?? ok(null);
        for (const { upload, submission } of filed) {
          const to = { state: 'filed', agency: submission.agency, submission: submission.id } as const;
          if (!(await stepUpload(inner, upload.id, 'kept', to))) return refuse({ kind: 'overtaken', meanwhile: [] });
        }
        return written;
      },
    });
  });
}

/**
 * Reads the next files that wait: in processes apart and side by side, then files them together. A report whose agency is not to be
 * told asks for it; what cannot be filed keeps one sentence that says why. Nothing is lost where this is cut short: what was not filed
 * waits still. Gives how many files were taken on; 0 when there is nothing to do now.
 */
export async function readRoundFiles(deps: RoundReadingDeps): Promise<number> {
  const { queries } = deps;
  const uploads = await listUploadsToRead(queries, TOGETHER);
  const [first] = uploads;
  if (first === undefined) return 0;
  const room = await roomOf(queries, { office: first.office, year: first.year });
  const reads = await Promise.all(uploads.map(async upload => ({ upload, read: await read(deps, room, upload) })));
  const named = reads.flatMap(one => (one.read.kind === 'named' ? [one.read.agency] : []));
  const former = await listFormerReports(queries, first.year, [...new Set(named)]);
  const done = await Promise.all(
    reads.map(async ({ upload, read: how }) => ({
      upload,
      read: how.kind === 'named' ? await judge(deps, upload, how, former.get(how.agency) ?? null) : how,
    })),
  );
  const bySender = Map.groupBy(done, one => one.upload.uploadedBy);
  for (const [by, sent] of bySender) await file(deps, room, sent, by);
  return done.filter(one => one.read.kind !== 'waits').length;
}
