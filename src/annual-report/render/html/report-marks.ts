import { SECTION_KEYS } from '../../../law/report-form/sections.ts';
import type { SectionKey } from '../../../law/report-form/sections.ts';
import { LEVELS } from '../../../proofreading/finding.ts';
import type { Finding, Level, Span } from '../../../proofreading/finding.ts';
import type { AnnualReport } from '../../rules/report.ts';
import type { ReportLayout } from '../report-layout.ts';

/** A finding and its number in the list that stands beside the report; numbers begin at 1. */
export type ReportMark = { readonly number: number; readonly finding: Finding };

/** The id that the finding's entry in the list must carry: the marks in the report link to it. */
export const findingId = (number: number): string => `finding-${number}`;
/** The id of the finding's first mark in the report, for the list to link to. */
export const markId = (number: number): string => `mark-${number}`;

/** Numbers findings in the order of their list. */
export const marksOf = (findings: readonly Finding[]): readonly ReportMark[] =>
  findings.map((finding, index) => ({ number: index + 1, finding }));

export type SpanMark = { readonly mark: ReportMark; readonly span: Span };

/** Where every mark stands: on the title, on a section's heading or on words of it, on a table, a cell or a head of its rows or columns. */
export type PlacedMarks = {
  readonly title: readonly ReportMark[];
  readonly headings: ReadonlyMap<SectionKey, readonly ReportMark[]>;
  readonly words: ReadonlyMap<SectionKey, readonly SpanMark[]>;
  readonly tables: ReadonlyMap<string, readonly ReportMark[]>;
  /** By the id of the printed cell. */
  readonly cells: ReadonlyMap<string, readonly ReportMark[]>;
  /** Numbers of the marks that stand somewhere; a finding on the file as a whole does not. */
  readonly placed: ReadonlySet<number>;
};

/** The level a mark shows: what someone has looked at and lets stand is only a notice. */
export const levelShown = ({ finding }: ReportMark): Level => (finding.waived === undefined ? finding.level : 'notice');

/** The gravest level among marks. */
export function gravest(marks: readonly ReportMark[]): Level {
  return LEVELS.find(level => marks.some(mark => levelShown(mark) === level)) ?? 'notice';
}

/** `section1` and `preface` name sections; anything else does not. */
function sectionNamed(where: string): SectionKey | undefined {
  return SECTION_KEYS.find(key => where === key || where === `section${key}`);
}

/** The words a finding speaks of: its span when it has one inside the text, else the first place where its quote stands. */
function spanIn(text: string, { span, quote }: Finding): Span | null {
  if (span !== undefined && span.start < span.end && span.end <= text.length) return span;
  const start = quote === '' ? -1 : text.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): true {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
  return true;
}

/** Finds the place of every mark in the report as it is laid out. */
export function placeMarks(report: AnnualReport, layout: ReportLayout, marks: readonly ReportMark[]): PlacedMarks {
  const tables = layout.sections.flatMap(({ table }) => (table === null ? [] : [table]));
  const cellIds = new Set(tables.flatMap(({ cells }) => cells.map(({ id }) => id)));
  const title: ReportMark[] = [];
  const headings = new Map<SectionKey, ReportMark[]>();
  const words = new Map<SectionKey, SpanMark[]>();
  const onTables = new Map<string, ReportMark[]>();
  const cells = new Map<string, ReportMark[]>();

  function place(mark: ReportMark): boolean {
    const { where } = mark.finding;
    const about = new Set([where, ...(mark.finding.cells ?? [])].filter(id => cellIds.has(id)));
    for (const id of about) add(cells, id, mark);
    if (about.size > 0) return true;
    const table = tables.find(({ key }) => where === key || where.startsWith(`${key}.`));
    if (table !== undefined) return add(onTables, table.key, mark);
    const section = sectionNamed(where);
    if (section === undefined) {
      if (layout.title.length === 0 || !['title', 'agency', 'year', 'form'].includes(where)) return false;
      return title.push(mark) > 0;
    }
    if (!layout.sections.some(({ key }) => key === section)) return false;
    const span = spanIn(report.sections[section] ?? '', mark.finding);
    return span === null ? add(headings, section, mark) : add(words, section, { mark, span });
  }

  const placed = new Set(marks.filter(place).map(({ number }) => number));
  return { title, headings, words, tables: onTables, cells, placed };
}
