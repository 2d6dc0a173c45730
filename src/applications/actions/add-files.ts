import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import { FILE_PURPOSE_LABEL, insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/** Adds kept files to a case: a scan, a proof of delivery. Their names are sealed; the log says only what they are for. */
export async function addFiles(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  files: readonly KeptFile[],
): Promise<Result<CaseFile, Refusal>> {
  const purposes = [...new Set(files.map(({ purpose }) => FILE_PURPOSE_LABEL[purpose]))].join('、');
  return perform(deps, party, { ...ref, version: null }, () =>
    ok({
      acts: [{ kind: 'noted', text: `添加${purposes} ${files.length} 份` }],
      write: async transaction => {
        for (const file of files) await insertFileRow(transaction, deps.sealing, ref.id, file);
      },
    }),
  );
}
