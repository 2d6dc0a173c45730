// Runs inside the sandbox: everything that touches the bytes of a foreign file.
import { checkText } from '../../proofreading/check-text.ts';
import type { Finding } from '../../proofreading/finding.ts';
import type { OfficeLexicon } from '../../proofreading/office-lexicon.ts';
import { auditReport } from '../audits/run-audits.ts';
import type { AuditFinding } from '../audits/audit.ts';
import type { AuditResult } from '../audits/run-audits.ts';
import { guarded } from '../../platform/document/trouble.ts';
import { unpackArchive } from '../../platform/zip/unpack-archive.ts';
import { readReport } from '../parse/read-report.ts';
import { readPieces } from '../parse/readers/index.ts';
import { sentenceFor } from '../parse/readers/sentence.ts';
import type { SourceFormat } from '../parse/piece.ts';
import { similarityOf } from '../rules/analysis/similarity.ts';
import type { ProseOfAgency, Similarity } from '../rules/analysis/similarity.ts';
import type { AnnualReport } from '../rules/report.ts';
import { textOfPieces } from './text-of-pieces.ts';

export type ForeignFile = { readonly name: string; readonly bytes: Uint8Array };

/** What can be asked of foreign files. Dates travel as text, because messages between processes know no Temporal. */
export type ExaminationJob =
  | { readonly kind: 'read'; readonly file: ForeignFile }
  | {
      readonly kind: 'audit';
      readonly file: ForeignFile;
      readonly previous: ForeignFile | null;
      readonly publishedOn: string | null;
      readonly lexicon: OfficeLexicon | null;
    }
  | { readonly kind: 'proofread'; readonly file: ForeignFile; readonly lexicon: OfficeLexicon | null }
  /** Audits what was read before, with last year's report beside it. */
  | {
      readonly kind: 'judge';
      readonly file: string;
      readonly report: AnnualReport;
      readonly previous: AnnualReport | null;
    }
  /** Takes an archive of reports apart. */
  | { readonly kind: 'unpack'; readonly file: ForeignFile }
  /** Compares the prose of all agencies: a thousand of them take seconds, for which no page may wait. */
  | { readonly kind: 'compare'; readonly file: string; readonly prose: readonly TravellingProse[] };

export type TravellingProse = Omit<ProseOfAgency, 'since'> & { readonly since: string | null };

export type ReadAnswer = { readonly format: SourceFormat; readonly report: AnnualReport };
export type AuditAnswer = ReadAnswer & { readonly result: AuditResult };
export type JudgeAnswer = { readonly findings: readonly AuditFinding[] };
export type UnpackAnswer = { readonly files: readonly ForeignFile[] };
export type ProofreadAnswer = { readonly text: string; readonly findings: readonly Finding[] };

/** An answer, or the sentence that says why the file named cannot be read. */
export type ExaminationAnswer =
  | { readonly kind: 'read'; readonly answer: ReadAnswer }
  | { readonly kind: 'audit'; readonly answer: AuditAnswer }
  | { readonly kind: 'proofread'; readonly answer: ProofreadAnswer }
  | { readonly kind: 'judge'; readonly answer: JudgeAnswer }
  | { readonly kind: 'unpack'; readonly answer: UnpackAnswer }
  | { readonly kind: 'compare'; readonly answer: Similarity }
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: string };

const unreadable = (file: ForeignFile, message: string): ExaminationAnswer => ({
  kind: 'unreadable',
  file: file.name,
  message,
});

async function audit(job: Extract<ExaminationJob, { kind: 'audit' }>): Promise<ExaminationAnswer> {
  const read = await readReport(job.file.bytes, job.file.name);
  if (!read.ok) return unreadable(job.file, read.problem.message);
  const previous = job.previous === null ? null : await readReport(job.previous.bytes, job.previous.name);
  if (job.previous !== null && previous?.ok === false) return unreadable(job.previous, previous.problem.message);
  const result = auditReport(read.value.report, {
    ...(previous?.ok === true ? { previous: previous.value.report } : {}),
    ...(job.publishedOn === null ? {} : { publishedOn: Temporal.PlainDate.from(job.publishedOn) }),
    ...(job.lexicon === null ? {} : { lexicon: job.lexicon }),
  });
  return { kind: 'audit', answer: { ...read.value, result } };
}

/** Does one job; what is wrong with a file is an answer, only a fault of ours throws. */
export async function run(job: ExaminationJob): Promise<ExaminationAnswer> {
  switch (job.kind) {
    case 'read': {
      const read = await readReport(job.file.bytes, job.file.name);
      return read.ok ? { kind: 'read', answer: read.value } : unreadable(job.file, read.problem.message);
    }
    case 'audit':
      return audit(job);
    case 'judge': {
      const { report, previous } = job;
      const { findings } = auditReport(report, previous === null ? {} : { previous });
      return { kind: 'judge', answer: { findings } };
    }
    case 'compare': {
      const prose = job.prose.map(one => ({
        ...one,
        since: one.since === null ? null : Temporal.PlainDate.from(one.since),
      }));
      return { kind: 'compare', answer: similarityOf(prose) };
    }
    case 'unpack': {
      const files = await guarded(async () => unpackArchive(job.file.bytes));
      return files.ok
        ? { kind: 'unpack', answer: { files: files.value } }
        : unreadable(job.file, sentenceFor(files.problem));
    }
    case 'proofread': {
      const pieces = await readPieces(job.file.bytes, job.file.name);
      if (!pieces.ok) return unreadable(job.file, pieces.problem.message);
      const text = textOfPieces(pieces.value.pieces);
      const { terms = [], allow = [], officialNumbers = [] } = job.lexicon ?? {};
      return {
        kind: 'proofread',
        answer: { text, findings: checkText(text, { extraTerms: terms, allow, officialNumbers }) },
      };
    }
  }
}
