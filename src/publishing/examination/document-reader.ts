import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { ItemProposal } from '../parse/propose-item.ts';
import type { DocumentJob } from './document-job.ts';

const LIMITS = { seconds: 20, mebibytes: 500 } as const;
const WAITING = 20;

/** Reads documents that are to become items, in processes apart, because they come from outside. */
export type DocumentReader = {
  /** What a Word document (.docx) proposes; one sentence where it cannot be read. */
  readonly propose: (bytes: Uint8Array) => Promise<Result<ItemProposal, string>>;
  readonly close: () => void;
};

/** Opens the room; its process starts with the first document. */
export function openDocumentReader(): DocumentReader {
  const sandbox = createSandbox<DocumentJob, Result<ItemProposal, string>>({
    module: new URL('./document-job.ts', import.meta.url),
    limits: LIMITS,
    processes: 1,
    waiting: WAITING,
  });
  return {
    propose: async bytes => {
      const outcome = await sandbox.run({ bytes });
      switch (outcome.kind) {
        case 'done':
          return outcome.value;
        case 'out-of-time':
        case 'out-of-memory':
          return refuse('文档过于复杂，没有读完，请分成几份再导入');
        case 'busy':
          return refuse('现在导入的文档较多，请一分钟后再试');
        case 'crashed':
          return refuse('文档结构异常，读取中断，请用 Word 或 WPS 打开后另存为 .docx 再导入');
      }
    },
    close: sandbox.close,
  };
}
