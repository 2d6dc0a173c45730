import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { AnnualReport } from '../rules/report.ts';
import { layOutReport } from './report-layout.ts';
import type { PrintedSection } from './report-layout.ts';

const LEAD = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；;，,：:]{1,30}[。：:]/;

function paragraphOf(text: string): DocumentBlock {
  const lead = LEAD.exec(text)?.[0];
  return lead === undefined || lead === text ? { kind: 'paragraph', text } : { kind: 'paragraph', text, lead };
}

function blocksOf({ heading, paragraphs, table }: PrintedSection): DocumentBlock[] {
  return [
    ...(heading === null ? [] : [{ kind: 'heading' as const, level: 1 as const, text: heading }]),
    ...paragraphs.map(({ kind, text }): DocumentBlock =>
      kind === 'subheading' ? { kind: 'heading', level: 2, text } : paragraphOf(text),
    ),
    ...(table === null ? [] : [{ kind: 'table' as const, table }]),
  ];
}

/** The report as an official document (公文), for every writer that sets type. */
export function reportDocument(report: AnnualReport): OfficialDocument {
  const { title, agency, sections } = layOutReport(report);
  return { title, issuer: agency, blocks: sections.flatMap(blocksOf) };
}
