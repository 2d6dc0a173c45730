import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { OfficeLexicon } from '../../proofreading/office-lexicon.ts';
import type { ProseOfAgency, Similarity } from '../rules/analysis/similarity.ts';
import type { AnnualReport } from '../rules/report.ts';
import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { SandboxOutcome } from '../../platform/sandbox/sandbox.ts';
import type {
  AuditAnswer,
  ExaminationAnswer,
  ExaminationJob,
  ForeignFile,
  JudgeAnswer,
  ProofreadAnswer,
  ReadAnswer,
  UnpackAnswer,
} from './job.ts';

export type { AuditAnswer, ForeignFile, ProofreadAnswer, ReadAnswer } from './job.ts';

/** Largest file that is looked at. Published reports are below 5 MiB; a scan of one may reach 30. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
const LIMITS = { seconds: 10, mebibytes: 400 } as const;
/** Files that may wait for their turn: three submissions of a hundred. */
const WAITING = 300;

/** Why a file could not be examined: its name, and one Chinese sentence that says what is wrong and what to do. */
export type Unexamined = { readonly file: string; readonly message: string; readonly busy?: true };

/** Reading and auditing of foreign files, in processes apart. */
export type Examination = {
  readonly read: (file: ForeignFile) => Promise<Result<ReadAnswer, Unexamined>>;
  readonly audit: (
    file: ForeignFile,
    given?: {
      readonly previous?: ForeignFile;
      readonly publishedOn?: Temporal.PlainDate;
      readonly lexicon?: OfficeLexicon;
    },
  ) => Promise<Result<AuditAnswer, Unexamined>>;
  readonly proofread: (file: ForeignFile, lexicon?: OfficeLexicon) => Promise<Result<ProofreadAnswer, Unexamined>>;
  /** Audits a report that was read before; `file` is the name under which a failure is told. */
  readonly judge: (
    file: string,
    report: AnnualReport,
    previous: AnnualReport | null,
  ) => Promise<Result<JudgeAnswer, Unexamined>>;
  /** Who copied whom among these texts. */
  readonly compare: (prose: readonly ProseOfAgency[]) => Promise<Result<Similarity, Unexamined>>;
  /** The files in a ZIP archive, folders and leavings of operating systems left out. */
  readonly unpack: (file: ForeignFile) => Promise<Result<UnpackAnswer, Unexamined>>;
  readonly warm: () => void;
  readonly close: () => void;
};

type Answered = Exclude<ExaminationAnswer, { kind: 'unreadable' }>;
type Asked<Kind extends Answered['kind']> = Promise<Result<Extract<Answered, { kind: Kind }>['answer'], Unexamined>>;

function isOfKind<Kind extends Answered['kind']>(
  answered: Answered,
  kind: Kind,
): answered is Extract<Answered, { kind: Kind }> {
  return answered.kind === kind;
}

function sentenceOf(outcome: Exclude<SandboxOutcome<unknown>, { kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'out-of-time':
      return `文件过于复杂，${LIMITS.seconds} 秒内没有读完，请另存为 .docx 或只保留年度报告部分后重试`;
    case 'out-of-memory':
      return `文件展开后过大，超出 ${LIMITS.mebibytes} MB 内存上限，请另存为 .docx 或只保留年度报告部分后重试`;
    case 'busy':
      return '现在体检的文件较多，这份还没有处理，请一分钟后重试';
    case 'crashed':
      return '文件结构异常，读取中断，请用 Word 或 WPS 打开后另存为 .docx 再试';
  }
}

const tooLarge = (file: ForeignFile): Unexamined => ({
  file: file.name,
  message: `文件有 ${Math.ceil(file.bytes.byteLength / 1024 / 1024)} MB，超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 上限，请只保留年度报告部分后重试`,
});

/** Opens the examination room with so many processes; they start with the first job, or with `warm`. */
export function openExamination(processes: number): Examination {
  const sandbox = createSandbox<ExaminationJob, ExaminationAnswer>({
    module: new URL('./job.ts', import.meta.url),
    limits: LIMITS,
    processes,
    waiting: WAITING,
  });

  async function ask<Kind extends Answered['kind']>(kind: Kind, job: ExaminationJob): Asked<Kind> {
    const { file } = job;
    if (typeof file !== 'string' && file.bytes.byteLength > MAX_FILE_BYTES) return refuse(tooLarge(file));
    const outcome = await sandbox.run(job);
    if (outcome.kind !== 'done')
      return refuse({
        file: typeof file === 'string' ? file : file.name,
        message: sentenceOf(outcome),
        ...(outcome.kind === 'busy' ? { busy: true } : {}),
      });
    const { value } = outcome;
    if (value.kind === 'unreadable') return refuse({ file: value.file, message: value.message });
    if (!isOfKind(value, kind)) throw new Error(`asked for ${kind}, answered ${value.kind}`);
    return ok(value.answer) as Awaited<Asked<Kind>>;
  }

  return {
    read: file => ask('read', { kind: 'read', file }),
    audit: (file, given = {}) =>
      ask('audit', {
        kind: 'audit',
        file,
        previous: given.previous ?? null,
        publishedOn: given.publishedOn?.toString() ?? null,
        lexicon: given.lexicon ?? null,
      }),
    proofread: (file, lexicon) => ask('proofread', { kind: 'proofread', file, lexicon: lexicon ?? null }),
    judge: (file, report, previous) => ask('judge', { kind: 'judge', file, report, previous }),
    compare: prose =>
      ask('compare', {
        kind: 'compare',
        file: '各机关的年度报告',
        prose: prose.map(one => ({ ...one, since: one.since?.toString() ?? null })),
      }),
    unpack: file => ask('unpack', { kind: 'unpack', file }),
    warm: sandbox.warm,
    close: sandbox.close,
  };
}
