import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { SandboxOutcome } from '../../platform/sandbox/sandbox.ts';
import type { ItemProposal } from '../parse/propose-item.ts';
import type { Catalogue } from '../rules/catalogue/catalogue-entry.ts';
import type { CatalogueAnswer } from './catalogue-job.ts';
import type { DocumentJob } from './document-job.ts';

const LIMITS = { seconds: 20, mebibytes: 500 } as const;
const WAITING = 20;

/** Reads documents that are to become items, in processes apart, because they come from outside. */
export type DocumentReader = {
  /** What a Word document (.docx) proposes; one sentence where it cannot be read. */
  readonly propose: (bytes: Uint8Array) => Promise<Result<ItemProposal, string>>;
  /** The 标准目录 in a workbook (.xlsx); one sentence where there is none. */
  readonly readCatalogue: (bytes: Uint8Array) => Promise<Result<Catalogue, string>>;
  readonly close: () => void;
};

function sentenceOf(outcome: Exclude<SandboxOutcome<unknown>, { readonly kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'out-of-time':
    case 'out-of-memory':
      return '文件过于复杂，没有读完，请分成几份再导入';
    case 'busy':
      return '现在导入的文件较多，请一分钟后再试';
    case 'crashed':
      return '文件结构异常，读取中断，请用 Word、Excel 或 WPS 打开后另存再导入';
  }
}

/** The catalogue of an answer. */
export function catalogueOf(answer: CatalogueAnswer): Result<Catalogue, string> {
  return answer.kind === 'read' ? ok(answer.catalogue) : refuse(answer.message);
}

/** Opens the rooms; their processes start with the first file. */
export function openDocumentReader(): DocumentReader {
  const common = { limits: LIMITS, processes: 1, waiting: WAITING };
  const documents = createSandbox<DocumentJob, Result<ItemProposal, string>>({
    ...common,
    module: new URL('./document-job.ts', import.meta.url),
  });
  const catalogues = createSandbox<Uint8Array, CatalogueAnswer>({
    ...common,
    module: new URL('./catalogue-job.ts', import.meta.url),
  });
  return {
    propose: async bytes => {
      const outcome = await documents.run({ bytes });
      return outcome.kind === 'done' ? outcome.value : refuse(sentenceOf(outcome));
    },
    readCatalogue: async bytes => {
      const outcome = await catalogues.run(bytes);
      return outcome.kind === 'done' ? catalogueOf(outcome.value) : refuse(sentenceOf(outcome));
    },
    close: () => {
      documents.close();
      catalogues.close();
    },
  };
}
