import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { AnnualReport } from '../rules/report.ts';
import { layOutReport } from './report-layout.ts';
import type { PrintedSection } from './report-layout.ts';

function blocksOf({ heading, paragraphs, table }: PrintedSection): DocumentBlock[] {
  return [
    ...(heading === null ? [] : [{ kind: 'heading' as const, level: 1 as const, text: heading }]),
    ...paragraphs.map(({ kind, text }): DocumentBlock =>
      kind === 'subheading' ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text },
    ),
    ...(table === null ? [] : [{ kind: 'table' as const, table }]),
  ];
}

/** The report as an official document (公文), for every writer that sets type. */
export function reportDocument(report: AnnualReport): OfficialDocument {
  const { title, agency, sections } = layOutReport(report);
  return { title, issuer: agency, blocks: sections.flatMap(blocksOf) };
}
