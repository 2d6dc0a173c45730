import type { NumberedSection, SectionKey } from '../../../law/report-form/sections.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import type { AnnualReport } from '../../rules/report.ts';
import type { Wording } from '../printed-text.ts';
import { layOutReport } from '../report-layout.ts';
import type { PrintedSection } from '../report-layout.ts';
import { linkedContent, markClass, markedWords } from './marked-words.ts';
import type { Anchored } from './marked-words.ts';
import { gravest, placeMarks } from './report-marks.ts';
import type { PlacedMarks, ReportMark } from './report-marks.ts';
import { reportTable } from './report-table.ts';

export type ReportBodyOptions = {
  /** Findings to mark; the page must list each under the id `findingId(number)`. */
  readonly marks?: readonly ReportMark[];
  /** `source` shows headings and figures as they stood in the file; `form`, the default, those of the form. */
  readonly wording?: Wording;
  /** The level of the title's heading in the page: 1 where the report is the page, 2 below a page title. */
  readonly titleLevel?: 1 | 2;
  /** How ids begin, where two reports share a page. */
  readonly idPrefix?: string;
  /** Where what a figure counts can be seen, by the path of its cell. */
  readonly hrefOf?: (cell: string) => string | undefined;
};

const HEADING = {
  1: (attributes: HtmlValue, content: HtmlValue) => html`<h1${attributes}>${content}</h1>`,
  2: (attributes: HtmlValue, content: HtmlValue) => html`<h2${attributes}>${content}</h2>`,
  3: (attributes: HtmlValue, content: HtmlValue) => html`<h3${attributes}>${content}</h3>`,
  4: (attributes: HtmlValue, content: HtmlValue) => html`<h4${attributes}>${content}</h4>`,
} as const;

/** Text that carries the marks of the whole of it. */
function markedWhole(content: HtmlValue, marks: readonly ReportMark[], anchored: Anchored): HtmlValue {
  if (marks.length === 0) return content;
  return html`<mark class="${markClass(gravest(marks))}">${linkedContent(content, marks, anchored)}</mark>`;
}

/**
 * The report as an `<article>`: title, preface, sections with their tables, findings marked on their cells and words.
 * Classes only, no inline style or script; `REPORT_CSS` styles it.
 */
export function reportBody(report: AnnualReport, options: ReportBodyOptions = {}): Html {
  const { marks = [], wording = 'form', titleLevel = 1, idPrefix = '', hrefOf } = options;
  const layout = layOutReport(report, wording);
  const placed: PlacedMarks = placeMarks(report, layout, marks);
  const anchored: Anchored = new Set();
  const titleId = `${idPrefix}report-title`;
  const named = layout.title.length > 0;
  const sectionHeading = HEADING[titleLevel === 1 ? 2 : 3];
  const subheading = HEADING[titleLevel === 1 ? 3 : 4];

  function sectionMarkup({ key, heading, paragraphs, table }: PrintedSection): Html {
    const spans = placed.words.get(key) ?? [];
    const onHeading = placed.headings.get(key) ?? [];
    const prose = paragraphs.map(paragraph => {
      const words = markedWords(paragraph, spans, anchored);
      return paragraph.kind === 'subheading'
        ? html`${subheading(html` class="subheading"`, words)}
`
        : html`<p>${words}</p>
`;
    });
    const tableMarkup =
      table !== null &&
      html`${reportTable(table, { marks: placed, anchored, idPrefix, hrefOf })}
`;
    if (heading === null) {
      const note =
        onHeading.length > 0 &&
        html`<p class="whole-section">${markedWhole('前言', onHeading, anchored)}</p>
`;
      return html`<section class="preface">
${note}${prose}</section>
`;
    }
    const headingId = `${idPrefix}${sectionId(key as NumberedSection)}`;
    return html`<section class="report-section" aria-labelledby="${headingId}">
${sectionHeading(html` id="${headingId}"`, markedWhole(heading, onHeading, anchored))}
${prose}${tableMarkup}</section>
`;
  }

  const title = layout.title.map((line, index) => [index > 0 && html`<br>`, html`<span>${line}</span>`]);
  return html`<article class="report"${named && html` aria-labelledby="${titleId}"`}>
${named && HEADING[titleLevel](html` class="report-title" id="${titleId}"`, markedWhole(title, placed.title, anchored))}
${layout.sections.map(sectionMarkup)}</article>`;
}

/** The id of a section's heading within `reportBody`, for tables of contents. */
export const sectionId = (key: Exclude<SectionKey, 'preface'>): string => `section-${key}`;
