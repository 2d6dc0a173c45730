import { textSlotsOf } from '../../views/official-document/printed-table.ts';
import type { AnnualReport } from '../rules/report.ts';
import { layOutReport } from './report-layout.ts';
import type { PrintedSection } from './report-layout.ts';

/** Two ideographic spaces, as Chinese text begins a paragraph. */
const INDENT = '\u3000\u3000';

/** Between the cells of a row stands one tab, so a tab in prose becomes a space. */
const proseLine = (text: string) => INDENT + text.replaceAll('\t', ' ').trim();

function sectionText({ heading, paragraphs, table }: PrintedSection): string {
  const lines = [
    ...(heading === null ? [] : [heading]),
    ...paragraphs.map(({ text }) => proseLine(text)),
    ...(table === null ? [] : textSlotsOf(table).map(row => row.join('\t'))),
  ];
  return lines.map(line => `${line}\n`).join('');
}

/** The report as plain text (UTF-8): one paragraph a line, one row of a table a line with its cells between tabs. */
export function renderText(report: AnnualReport): string {
  const { title, sections } = layOutReport(report);
  const parts = [title.map(line => `${line}\n`).join(''), ...sections.map(sectionText)];
  return parts.filter(part => part !== '').join('\n');
}
