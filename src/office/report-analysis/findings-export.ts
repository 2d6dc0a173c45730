import { placeInWords } from '../../annual-report/render/check-up-document.ts';
import type { DistrictAnalysis } from '../../annual-report/rules/analysis/district-analysis.ts';
import { NO_FINDINGS } from '../../annual-report/rules/collection/finding-counts.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';

type Line = readonly (string | number)[];
/** Lines under their headings, for a table program. */
export type Export = { readonly title: string; readonly widths: readonly number[]; readonly lines: readonly Line[] };

/** Every finding of a year's reports, one a line. */
export function findingsExport({ year, reports, heat }: DistrictAnalysis): Export {
  const titles = new Map(heat.columns.map(({ id, title }) => [id, title]));
  return {
    title: `${year}年度报告审核问题清单`,
    widths: [13, 30, 8, 28, 22, 30, 48, 36, 36, 24],
    lines: [
      ['机构编码', '机关', '级别', '审核项', '位置', '原文', '问题', '建议', '依据', '不作修改的理由'],
      ...reports.flatMap(({ agency, agencyName, findings }) =>
        findings.map((one): Line => [
          agency,
          agencyName,
          LEVEL_NAME[one.level],
          titles.get(one.audit) ?? one.audit,
          placeInWords(one.where),
          one.quote,
          one.message,
          one.suggestion,
          one.basis,
          one.waived === undefined ? '' : `${one.waived.reason}（${one.waived.by}，${one.waived.on}）`,
        ]),
      ),
    ],
  };
}

/** The heat map: findings that stand, by agency and audit. */
export function heatMapExport({ year, heat }: DistrictAnalysis): Export {
  const none = { ...NO_FINDINGS, waived: 0 };
  return {
    title: `${year}年度报告审核热图`,
    widths: [13, 30, 8, 8, 8, ...heat.columns.map(() => 14)],
    lines: [
      ['机构编码', '机关', '错误', '警告', '提示', ...heat.columns.map(({ title }) => title)],
      ...heat.rows.map(({ agency, agencyName, total, cells }): Line => [
        agency,
        agencyName,
        total.error,
        total.warning,
        total.notice,
        ...heat.columns.map(({ id }) => {
          const { error, warning, notice } = cells.get(id) ?? none;
          return error + warning + notice;
        }),
      ]),
    ],
  };
}

/** The lines as a workbook of one sheet. */
export function exportWorkbook({ title, widths, lines }: Export, issuer: string): Workbook {
  const cells = lines.flatMap((line, row) =>
    line.map((value, column): SheetCell => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      value,
      look: row === 0 ? 'column-head' : typeof value === 'number' ? 'figure' : 'text',
    })),
  );
  const sheet = {
    name: title,
    columnWidths: widths,
    rows: lines.length,
    cells,
    headRows: 1,
    orientation: 'landscape',
  } as const;
  return { title, issuer, sheets: [sheet] };
}
