import type { TableKey } from '../../law/report-form/cells.ts';
import { SECTION_HEADING, SECTION_KEYS } from '../../law/report-form/sections.ts';
import type { NumberedSection, SectionKey } from '../../law/report-form/sections.ts';
import type { PrintedTable } from '../../views/official-document/printed-table.ts';
import type { AnnualReport } from '../rules/report.ts';
import { reportTable } from './report-tables.ts';
import type { Wording } from './printed-text.ts';

/** The table that belongs to a section of the form. */
export const TABLE_OF_SECTION = { '2': 'table2', '3': 'table3', '4': 'table4' } as const satisfies Partial<
  Record<NumberedSection, TableKey>
>;

export function tableOfSection(section: SectionKey): TableKey | null {
  return section === '2' || section === '3' || section === '4' ? TABLE_OF_SECTION[section] : null;
}

/** One paragraph of a section: its text, and where it begins in the section's text. `subheading` is a line like （一）…. */
export type Paragraph = { readonly kind: 'body' | 'subheading'; readonly text: string; readonly start: number };

/** A section as it is to be printed. The preface has no heading; a report that lacks a section's heading has none either. */
export type PrintedSection = {
  readonly key: SectionKey;
  readonly heading: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly table: PrintedTable | null;
};

/** The whole report in the order of the form, before it takes the form of a file. */
export type ReportLayout = {
  readonly title: readonly string[];
  readonly agency: string | null;
  readonly sections: readonly PrintedSection[];
};

const SUBHEADING = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；;，,：:]{1,40}$/;

/** The paragraphs of a section's text (one a line); empty lines are none. */
export function paragraphsOf(text: string | null): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of (text ?? '').split('\n')) {
    if (line.trim() !== '')
      paragraphs.push({ kind: SUBHEADING.test(line.trim()) ? 'subheading' : 'body', text: line, start });
    start += line.length + 1;
  }
  return paragraphs;
}

/**
 * The title, broken by sense: the agency, then 「2023年政府信息公开工作年度报告」. A title that was read is kept as it stood;
 * one is composed only for a report that has none. No line when neither title, agency nor year is known.
 */
export function titleLines(report: Pick<AnnualReport, 'title' | 'agency' | 'year'>): readonly string[] {
  const { title, agency, year } = report;
  if (title !== null) {
    const rest = agency !== null && title.startsWith(agency) ? title.slice(agency.length).trim() : '';
    return rest === '' || agency === null ? [title] : [agency, rest];
  }
  if (agency === null && year === null) return [];
  return [...(agency === null ? [] : [agency]), `${year === null ? '' : `${year}年`}政府信息公开工作年度报告`];
}

function headingOf(report: AnnualReport, key: SectionKey, wording: Wording): string | null {
  if (key === 'preface') return null;
  const seen = wording === 'source' ? report.headings.find(({ section }) => section === key) : undefined;
  return seen?.text ?? SECTION_HEADING[key];
}

/**
 * The report laid out in the order of the form. What the report does not have (a section, a table) is not printed either;
 * a table brings its section's heading with it.
 */
export function layOutReport(report: AnnualReport, wording: Wording = 'form'): ReportLayout {
  return {
    title: titleLines(report),
    agency: report.agency,
    sections: SECTION_KEYS.flatMap(key => {
      const text = report.sections[key];
      const tableKey = tableOfSection(key);
      const table =
        tableKey === null || report.tables[tableKey] === 'absent' ? null : reportTable(report, tableKey, wording);
      if (text === null && table === null) return [];
      return [{ key, heading: headingOf(report, key, wording), paragraphs: paragraphsOf(text), table }];
    }),
  };
}
