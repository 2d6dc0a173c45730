import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import type { AnnualReport } from '../rules/report.ts';
import { reportDocument } from './report-document.ts';

/** 送审稿 goes round the agency for approval, 报送稿 to the supervising office with signature and seal. */
export type SubmissionKind = 'draft' | 'final';
export const SUBMISSION_NAME = { draft: '送审稿', final: '报送稿' } as const satisfies Record<SubmissionKind, string>;

/** What stands on the page for signature and seal. Days as they are printed; null where something has not happened yet. */
export type SignaturePage = {
  readonly kind: SubmissionKind;
  readonly agency: string;
  /** Everybody who entered, wrote or submitted. */
  readonly preparedBy: readonly string[];
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  /** When the figures were made to stand still. */
  readonly frozenAt: string | null;
  readonly telephone: string | null;
  /** Findings that were let stand, a sentence each. */
  readonly waivers: readonly string[];
};

type Line = { readonly label: string; readonly text: string };

const day = (on: string | null): string => on ?? '　　年　　月　　日';

function linesOf({ preparedBy, approvedBy, approvedOn, frozenAt, telephone, waivers }: SignaturePage): readonly Line[] {
  return [
    { label: '编制人', text: preparedBy.join('、') },
    { label: '编制人签字', text: `\n　　　　　　　　${day(null)}` },
    { label: '审签人', text: approvedBy ?? '' },
    { label: '审签人意见、签字', text: `\n　　　　　　　　${day(approvedOn)}` },
    { label: '分管负责人（第一责任人）意见、签字', text: `\n　　　　　　　　${day(null)}` },
    { label: '单位主要负责人意见、签字', text: `\n　　　　　　　　${day(null)}` },
    { label: '数据锁定时间', text: frozenAt ?? '尚未锁定' },
    { label: '联系电话', text: telephone ?? '' },
    ...(waivers.length === 0 ? [] : [{ label: '审核发现保留不改的理由', text: waivers.join('\n') }]),
    { label: '单位公章', text: '\n\n　　　　（此处加盖公章）\n' },
  ];
}

function signatureTable(page: SignaturePage): PrintedTable {
  const lines = linesOf(page);
  const cell = (row: number, column: number, role: PrintedCell['role'], text: string, columnSpan = 1): PrintedCell => ({
    id: `signature.${row}.${column}`,
    role,
    text,
    number: null,
    row,
    column,
    rowSpan: 1,
    columnSpan,
    heads: column === 0 ? [] : [`signature.${row}.0`],
  });
  const declaration = `${page.agency}对报告内容的真实、准确、完整负责，并按照《中华人民共和国政府信息公开条例》第四十九条的规定报送。`;
  return {
    key: 'signature',
    caption: '审签页',
    rows: lines.length + 2,
    columns: 2,
    widths: [30, 70],
    headRows: 0,
    partsAt: [0, 1, ...lines.map((_, row) => row + 2)],
    // One page: a signature on another page than what is signed for would prove nothing.
    keep: 'table',
    look: 'form',
    cells: [
      cell(0, 0, 'column-head', '审签页', 2),
      cell(1, 0, 'row-head', declaration, 2),
      ...lines.flatMap(({ label, text }, row) => [
        cell(row + 2, 0, 'row-head', label),
        cell(row + 2, 1, 'figure', text),
      ]),
    ],
  };
}

/** The report with a page on which it is signed and sealed, as the supervising office wants it on paper. */
export function submissionDocument(report: AnnualReport, page: SignaturePage): OfficialDocument {
  const { title, issuer, blocks } = reportDocument(report);
  return {
    title: [...title, `（${SUBMISSION_NAME[page.kind]}）`],
    issuer,
    blocks: [...blocks, { kind: 'table', table: signatureTable(page) }],
  };
}
