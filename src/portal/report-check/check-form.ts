import type { ForeignFile } from '../../annual-report/examination/examination.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';

/** What was submitted, before it is judged: texts as typed, files as sent. */
export type CheckSubmission = {
  readonly files: readonly ForeignFile[];
  readonly previous: ForeignFile | null;
  readonly text: string;
  /** What the clipboard also held when the text was pasted: the tables of a web page or of Word, kept by the page's script. */
  readonly pastedHtml: string;
  readonly publishedOn: string;
};

export const EMPTY_SUBMISSION: CheckSubmission = {
  files: [],
  previous: null,
  text: '',
  pastedHtml: '',
  publishedOn: '',
};

/** What is to be examined. */
export type CheckRequest = {
  readonly files: readonly ForeignFile[];
  readonly previous: ForeignFile | null;
  readonly publishedOn: Temporal.PlainDate | null;
};

const PASTED = '粘贴的内容';

function readDate(text: string): Temporal.PlainDate | null | undefined {
  if (text.trim() === '') return null;
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function pastedFile({ text, pastedHtml }: CheckSubmission): readonly ForeignFile[] {
  const content = pastedHtml.includes('<table') ? pastedHtml : text;
  return content.trim() === '' ? [] : [{ name: PASTED, bytes: new TextEncoder().encode(content) }];
}

/** The request in a submission, or what is wrong with it, field by field. */
export function readCheckForm(submission: CheckSubmission): Result<CheckRequest, readonly FieldProblem[]> {
  const files = [...submission.files, ...pastedFile(submission)];
  const publishedOn = readDate(submission.publishedOn);
  const problems: FieldProblem[] = [];
  if (files.length === 0)
    problems.push({ field: 'files', message: '请选择年度报告文件，或者把报告内容粘贴到文本框里' });
  if (publishedOn === undefined)
    problems.push({ field: 'published-on', message: '发布日期不对，请写成 2024-01-31 这样的年-月-日，或者留空' });
  if (submission.previous !== null && files.length > 1)
    problems.push({ field: 'previous', message: '一次只能给一份报告配上一年度报告，请单独体检这一份' });
  return problems.length > 0
    ? refuse(problems)
    : ok({ files, previous: submission.previous, publishedOn: publishedOn ?? null });
}
