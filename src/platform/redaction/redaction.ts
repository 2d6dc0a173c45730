import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import type { SandboxOutcome } from '../sandbox/sandbox.ts';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PageView, RedactionAnswer, RedactionJob, Refused, SeenDocument, SeenTerm } from './job.ts';
import type { RedactionOrder, RedactionResult } from './redact-pdf.ts';
import type { SetAnewKind, SetAnewProblem } from './set-anew.ts';

export type { PageView, SeenDocument, SeenPage, SeenTerm } from './job.ts';
export type { RedactionOrder, RedactionResult } from './redact-pdf.ts';
export type { Region } from './region.ts';
export { CHECKS } from './verification.ts';

/** Largest file that is worked on. */
export const MAX_REDACTION_BYTES = 50 * 1024 * 1024;
/** A hundred pages as pictures take about 40 seconds; the memory holds PDFium, a page at 200 dpi and both engines' objects. */
const LIMITS = { seconds: 120, mebibytes: 1500 } as const;
const WAITING = 50;

/**
 * True redaction (区分处理) of PDF files, in a process apart. Refusals are one Chinese sentence that says what is wrong with the
 * file or the order, and what to do.
 */
export type Redaction = {
  /** The pages with their lines, and what lies beside them. */
  readonly look: (pdf: Uint8Array) => Promise<Result<SeenDocument, string>>;
  /** One page with its lines, and where terms stand on it. */
  readonly lookAtPage: (pdf: Uint8Array, page: number, terms: readonly string[]) => Promise<Result<PageView, string>>;
  /** Where the terms stand, over line and page ends too. */
  readonly find: (pdf: Uint8Array, terms: readonly string[]) => Promise<Result<readonly SeenTerm[], string>>;
  /** One page as PNG; `pixelsPerPoint` 1 is 72 dpi. */
  readonly draw: (pdf: Uint8Array, page: number, pixelsPerPoint: number) => Promise<Result<Uint8Array, string>>;
  /** Takes out what is ordered, for good. `blocked` is an answer: it says what was still found. */
  readonly redact: (pdf: Uint8Array, order: RedactionOrder) => Promise<Result<RedactionResult, string>>;
  /** A PDF of one page that shows a JPEG or PNG, without what the camera wrote into it. */
  readonly wrapImage: (image: Uint8Array) => Promise<Result<Uint8Array, string>>;
  /** The words and tables of a Word or Excel file as a document for the press: a copy set anew, which says so. */
  readonly setAnew: (bytes: Uint8Array, kind: SetAnewKind, name: string) => Promise<Result<OfficialDocument, string>>;
  readonly warm: () => void;
  readonly close: () => void;
};

const PRINT_ANEW = '请在电脑上打开后“打印”为新的 PDF 再上传';

function sentenceOfOutcome(outcome: Exclude<SandboxOutcome<unknown>, { kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'out-of-time':
      return `文件过于复杂，${LIMITS.seconds} 秒内没有处理完，请拆分成几份，每份处理后再合并答复`;
    case 'out-of-memory':
      return `文件展开后过大，超出 ${LIMITS.mebibytes} MB 内存上限，请拆分成几份分别处理`;
    case 'busy':
      return '现在处理的文件较多，这份还没有处理，请一分钟后重试';
    case 'crashed':
      return `文件结构异常，处理中断，${PRINT_ANEW}`;
  }
}

function sentenceOfDocument(problem: SetAnewProblem): string {
  switch (problem) {
    case 'encrypted':
      return '文件设有打开密码，请取消密码后另存再上传';
    case 'too-wide':
      return '表格超过 16 列，不能自动排成 PDF，请在 Excel 或 WPS 中“打印”为 PDF 再上传';
    case 'too-long':
    case 'too-large':
    case 'too-many-cells':
      return '文件内容过多，不能自动排成 PDF，请用原来的程序“打印”为 PDF 再上传';
    case 'too-deep':
    case 'too-many-parts':
    case 'bomb':
    case 'doctype':
    case 'damaged':
    case 'no-content':
      return '文件结构异常或者没有内容，读不出来，请用 Word 或 WPS 打开检查，“打印”为 PDF 再上传';
  }
}

function sentenceOfProblem(problem: Refused): string {
  switch (problem.kind) {
    case 'password':
      return '文件设有打开密码，请用密码打开后另存为不加密的 PDF 再上传';
    case 'damaged':
      return `文件已损坏或者不是 PDF，${PRINT_ANEW}`;
    case 'too-many-pages':
      return '文件超过 500 页，请拆分成几份分别处理';
    case 'page-too-large':
      return `文件中有尺寸异常的页面，${PRINT_ANEW}`;
    case 'too-much-text':
      return '文件中一页的文字过多，请拆分成几份分别处理';
    case 'nothing-ordered':
      return '还没有指定要遮盖的内容，请填写词语或者在页面上选定范围';
    case 'outside-page':
      return `第 ${problem.page} 页上的遮盖范围不在页面内或者太小，请重新选定`;
    case 'term-not-found':
      return `文件的文字中没有找到“${problem.terms.join('”“')}”；如果页面是扫描图片，请改为在页面上选定范围`;
    case 'not-set':
      return sentenceOfDocument(problem.problem);
    case 'image-damaged':
      return '图片已损坏，请重新扫描或者另存后再上传';
    case 'image-too-large':
      return '图片超过 4000 万像素，请缩小后再上传';
    case 'image-unusual':
      return '图片的编码方式少见，请用看图软件另存为普通的 JPG 或 PNG 再上传';
  }
}

/** Opens the room with so many processes; they start with the first job, or with `warm`. */
export function openRedaction(processes = 1): Redaction {
  const sandbox = createSandbox<RedactionJob, RedactionAnswer>({
    module: new URL('./job.ts', import.meta.url),
    limits: LIMITS,
    processes,
    waiting: WAITING,
  });

  async function ask<Kind extends RedactionAnswer['kind']>(
    kind: Kind,
    bytes: Uint8Array,
    job: RedactionJob,
  ): Promise<Result<Extract<RedactionAnswer, { kind: Kind }>, string>> {
    if (bytes.byteLength > MAX_REDACTION_BYTES)
      return refuse(`文件超过 ${MAX_REDACTION_BYTES / 1024 / 1024} MB 上限，请拆分成几份分别处理`);
    const outcome = await sandbox.run(job);
    if (outcome.kind !== 'done') return refuse(sentenceOfOutcome(outcome));
    const { value } = outcome;
    if (value.kind === 'refused') return refuse(sentenceOfProblem(value.problem));
    if (value.kind !== kind) throw new Error(`asked for ${kind}, answered ${value.kind}`);
    return ok(value as Extract<RedactionAnswer, { kind: Kind }>);
  }

  return {
    look: async pdf => {
      const answer = await ask('seen', pdf, { kind: 'look', pdf });
      return answer.ok ? ok(answer.value.document) : answer;
    },
    lookAtPage: async (pdf, page, terms) => {
      const answer = await ask('page-seen', pdf, { kind: 'look-at-page', pdf, page, terms });
      return answer.ok ? ok(answer.value.view) : answer;
    },
    find: async (pdf, terms) => {
      const answer = await ask('found', pdf, { kind: 'find', pdf, terms });
      return answer.ok ? ok(answer.value.terms) : answer;
    },
    draw: async (pdf, page, pixelsPerPoint) => {
      const answer = await ask('drawn', pdf, { kind: 'draw', pdf, page, pixelsPerPoint });
      return answer.ok ? ok(answer.value.png) : answer;
    },
    redact: async (pdf, order) => {
      const answer = await ask('redacted', pdf, { kind: 'redact', pdf, order });
      return answer.ok ? ok(answer.value.result) : answer;
    },
    wrapImage: async image => {
      const answer = await ask('wrapped', image, { kind: 'wrap-image', image });
      return answer.ok ? ok(answer.value.pdf) : answer;
    },
    setAnew: async (bytes, as, name) => {
      const answer = await ask('set', bytes, { kind: 'set-anew', bytes, as, name });
      return answer.ok ? ok(answer.value.document) : answer;
    },
    warm: sandbox.warm,
    close: sandbox.close,
  };
}
