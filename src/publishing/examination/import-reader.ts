import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { TableLines } from '../rules/import/table-lines.ts';
import type { ForeignFile, ImportAnswer, ImportJob, ReadDocument } from './import-job.ts';

const LIMITS = {
  /** A table of 100 000 lines with their texts is some hundred megabytes. */
  table: { seconds: 120, mebibytes: 1500 },
  documents: { seconds: 30, mebibytes: 600 },
} as const;
/** Files of one job: enough that sending them costs little, few enough that their time is that of one file. */
const AT_ONCE = 10;

/** Reads the tables and documents of imports, in processes apart, because they come from outside. */
export type ImportReader = {
  /** The lines of a table of metadata (XLSX, CSV or text with tabs); one sentence where there is none. */
  readonly readTable: (file: ForeignFile) => Promise<Result<TableLines, string>>;
  /** What each document proposes, in their order. */
  readonly readDocuments: (files: readonly ForeignFile[]) => Promise<readonly ReadDocument[]>;
  readonly close: () => void;
};

/** Opens the room; its processes start with the first file. */
export function openImportReader(): ImportReader {
  const module = new URL('./import-job.ts', import.meta.url);
  const common = { module, processes: 1, waiting: 10_000 };
  const tables = createSandbox<ImportJob, ImportAnswer>({ ...common, limits: LIMITS.table });
  const documents = createSandbox<ImportJob, ImportAnswer>({ ...common, limits: LIMITS.documents });

  /** Of files that brought their process down each is read by itself, so that only the one to blame stays unread. */
  async function readPart(files: readonly ForeignFile[]): Promise<readonly ReadDocument[]> {
    const outcome = await documents.run({ kind: 'documents', files });
    if (outcome.kind === 'done' && outcome.value.kind === 'documents') return outcome.value.documents;
    if (files.length === 1) return [{ kind: 'unread', why: '文件过于复杂或者结构异常，没有读完' }];
    const each: ReadDocument[] = [];
    for (const file of files) each.push(...(await readPart([file])));
    return each;
  }

  return {
    readTable: async file => {
      const outcome = await tables.run({ kind: 'table', file });
      if (outcome.kind === 'done' && outcome.value.kind === 'table') return outcome.value.table;
      return refuse('元数据表过大或者结构异常，没有读完，请分成几个表再导入');
    },
    readDocuments: async files => {
      const parts: Promise<readonly ReadDocument[]>[] = [];
      for (let at = 0; at < files.length; at += AT_ONCE) parts.push(readPart(files.slice(at, at + AT_ONCE)));
      return (await Promise.all(parts)).flat();
    },
    close: () => {
      tables.close();
      documents.close();
    },
  };
}
