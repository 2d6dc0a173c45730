import { textSlotsOf } from '../../views/official-document/printed-table.ts';
import type { PrintedTable } from '../../views/official-document/printed-table.ts';
import type { AnnualReport } from '../rules/report.ts';
import { layOutReport } from './report-layout.ts';
import type { PrintedSection } from './report-layout.ts';

/**
 * Prose as CommonMark: what would be read as markup is escaped with a backslash, anywhere (emphasis, tags, code) or at the
 * beginning of a line (headings, lists, quotations).
 */
function prose(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~])|[*_`<[\]]/g, String.raw`\$&`)
    .replace(/^(?:[#>+~=-])/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s)/, String.raw`$1\$2`);
}

const cellText = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', String.raw`\|`);
const row = (texts: readonly string[]) => `| ${texts.map(cellText).join(' | ')} |\n`;

/** The table in rows of pipes; GFM fills short rows up. Markdown knows no merged cells: a merged text stands in its first cell. */
function tableText(table: PrintedTable): string {
  const [first, ...rest] = textSlotsOf(table);
  const rule = `|${' --- |'.repeat(table.columns)}\n`;
  return (
    row(Array.from({ length: table.columns }, (_, column) => first?.[column] ?? '')) + rule + rest.map(row).join('')
  );
}

function sectionText({ heading, paragraphs, table }: PrintedSection): string {
  return [
    ...(heading === null ? [] : [`## ${heading}\n`]),
    ...paragraphs.map(({ kind, text }) => `${kind === 'subheading' ? '### ' : ''}${prose(text)}\n`),
    ...(table === null ? [] : [tableText(table)]),
  ].join('\n');
}

/** The report as Markdown (CommonMark with the tables of GFM). */
export function renderMarkdown(report: AnnualReport): string {
  const { title, sections } = layOutReport(report);
  const parts = [title.length === 0 ? '' : `# ${title.join('')}\n`, ...sections.map(sectionText)];
  return parts.filter(part => part !== '').join('\n');
}
