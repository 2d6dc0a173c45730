import type { ImportReader } from '../examination/import-reader.ts';
import { run } from '../examination/import-job.ts';

/** Reads in this process: what the sandbox adds has tests of its own. */
export const IMPORT_READER: ImportReader = {
  readTable: async file => {
    const answer = await run({ kind: 'table', file });
    if (answer.kind !== 'table') throw new Error('no table');
    return answer.table;
  },
  readDocuments: async files => {
    const answer = await run({ kind: 'documents', files });
    if (answer.kind !== 'documents') throw new Error('no documents');
    return answer.documents;
  },
  close: () => {},
};
