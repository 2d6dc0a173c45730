import { findFormCell } from '../../law/report-form/cells.ts';
import { SECTION_KEYS, SECTION_NAME } from '../../law/report-form/sections.ts';
import { APPLICANT_COLUMN_LABEL, APPLICANT_COLUMNS } from '../../law/report-form/table-three.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Level } from '../../proofreading/finding.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import type { AuditFinding } from '../audits/audit.ts';
import { AUDITS } from '../audits/index.ts';
import type { AuditResult } from '../audits/run-audits.ts';
import type { AnnualReport } from '../rules/report.ts';

/** What a 体检报告 says: which file, what was read in it, what was found, and on which day (YYYY-MM-DD). */
export type CheckUp = {
  readonly file: string;
  readonly report: AnnualReport;
  readonly result: AuditResult;
  readonly on: string;
};

/** Findings for people: the gravest first, within a level in the order of the report. */
export function byGravity(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return findings.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** Where a finding stands, in words: a cell, a column or row of a table, a section. */
export function placeInWords(where: string): string {
  const cell = findFormCell(where);
  if (cell !== undefined) return cell.name;
  const column = APPLICANT_COLUMNS.find(key => where === `table3.${key}`);
  if (column !== undefined) return `依申请公开表·${APPLICANT_COLUMN_LABEL[column]}列`;
  const section = SECTION_KEYS.find(key => where === key || where === `section${key}`);
  if (section !== undefined) return SECTION_NAME[section];
  if (where.startsWith('table2')) return '主动公开表';
  if (where.startsWith('table3')) return '依申请公开表';
  if (where.startsWith('table4')) return '复议诉讼表';
  return where === 'title' ? '标题' : '全文';
}

const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

function conclusion({ report, result, file, on }: CheckUp): DocumentBlock[] {
  const open = result.findings.filter(({ waived }) => waived === undefined);
  const counts = LEVELS.map(level => `${LEVEL_NAME[level]}${open.filter(finding => finding.level === level).length}处`);
  const waived = result.findings.length - open.length;
  const { coverage } = result;
  const name = `${report.agency ?? '（未识别出机关名称）'}${report.year === null ? '' : `${report.year}年`}`;
  return [
    heading('一、结论'),
    paragraph(
      `${name}政府信息公开工作年度报告（文件：${file}，${report.edition}版格式）于${on}体检，发现${counts.join('、')}${waived === 0 ? '' : `，另有${waived}处经核对不作修改`}。`,
    ),
    paragraph(
      `正文共有${coverage.figures}个数字，其中与表格一致的${coverage.matched}个，与表格矛盾的${coverage.contradicted}个，像在说表格、没有对上的${coverage.untied}个，其余与表格无关。`,
    ),
  ];
}

const HEADS = ['序号', '级别', '位置', '问题和建议', '依据'] as const;
const WIDTHS = [6, 8, 18, 44, 24] as const;

function wordsOf(finding: AuditFinding): string {
  const quote = finding.quote === '' ? '' : `\n原文：${finding.quote}`;
  const suggestion = finding.suggestion === '' ? '' : `\n建议：${finding.suggestion}`;
  const waived =
    finding.waived === undefined
      ? ''
      : `\n核对后不作修改：${finding.waived.reason}（${finding.waived.by}，${finding.waived.on}）`;
  return `${finding.message}${quote}${suggestion}${waived}`;
}

function findingsTable(findings: readonly AuditFinding[]): PrintedTable {
  const rows = [
    [...HEADS],
    ...findings.map((finding, index) => [
      String(index + 1),
      LEVEL_NAME[finding.level satisfies Level],
      placeInWords(finding.where),
      wordsOf(finding),
      finding.basis,
    ]),
  ];
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): PrintedCell => ({
      id: `findings.${row}.${column}`,
      role: row === 0 ? 'column-head' : column < 2 ? 'figure' : 'row-head',
      text,
      number: null,
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      heads: row === 0 ? [] : [`findings.0.${column}`],
    })),
  );
  return {
    key: 'findings',
    caption: '发现的问题',
    rows: rows.length,
    columns: HEADS.length,
    widths: WIDTHS,
    headRows: 1,
    partsAt: Array.from({ length: rows.length - 1 }, (_, index) => index + 1),
    keep: 'parts',
    cells,
  };
}

function scope({ result }: CheckUp): DocumentBlock[] {
  const title = (id: string) => AUDITS.find(audit => audit.id === id)?.title ?? id;
  return [
    heading('三、检查范围'),
    paragraph(`完成${result.checked.length}项检查：${result.checked.map(title).join('；')}。`),
    ...[...Map.groupBy(result.notAssessable, ({ why }) => why)].map(([why, audits]) =>
      paragraph(`${why}，没有查：${audits.map(({ id }) => title(id)).join('；')}。`),
    ),
    ...[...Map.groupBy(result.notApplicable, ({ why }) => why)].map(([why, audits]) =>
      paragraph(`${why}，不适用：${audits.map(({ id }) => title(id)).join('；')}。`),
    ),
  ];
}

/** The 体检报告 as an official document, for PDF and Word. */
export function checkUpDocument(checkUp: CheckUp): OfficialDocument {
  const findings = byGravity(checkUp.result.findings);
  return {
    title: ['政府信息公开工作年度报告', '体检报告'],
    issuer: null,
    blocks: [
      ...conclusion(checkUp),
      heading('二、发现的问题'),
      findings.length === 0 ? paragraph('没有发现问题。') : { kind: 'table', table: findingsTable(findings) },
      ...scope(checkUp),
    ],
  };
}
