import type { Level } from '../../../proofreading/finding.ts';
import { LEVEL_NAME } from '../../../views/level-badge/level-badge.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import type { Paragraph } from '../report-layout.ts';
import { findingId, gravest, levelShown, markId } from './report-marks.ts';
import type { ReportMark, SpanMark } from './report-marks.ts';

/** Numbers of the marks whose place has been given its id already: an id stands in a page only once. */
export type Anchored = Set<number>;

/** The id of a mark at its first place, nothing at any further one. */
function anchor(mark: ReportMark, anchored: Anchored): string | null {
  if (anchored.has(mark.number)) return null;
  anchored.add(mark.number);
  return markId(mark.number);
}

const idAttribute = (id: string | null) => id !== null && html` id="${id}"`;

/** Links to the further findings at one place, as numbers in a frame so that they are not taken for figures. */
export function furtherLinks(marks: readonly ReportMark[], anchored: Anchored): readonly Html[] {
  return marks.map(mark => {
    const level = levelShown(mark);
    return html`<a class="mark-more mark-more-${level}"${idAttribute(anchor(mark, anchored))} href="#${findingId(mark.number)}" aria-label="第${mark.number}条：${LEVEL_NAME[level]}">${mark.number}</a>`;
  });
}

/** Content that links to the gravest finding about it, with links to the others behind it. `marks` must not be empty. */
export function linkedContent(content: HtmlValue, marks: readonly ReportMark[], anchored: Anchored): Html {
  const level = gravest(marks);
  const first = marks.find(mark => levelShown(mark) === level)!;
  const id = findingId(first.number);
  return html`<a class="mark-link"${idAttribute(anchor(first, anchored))} href="#${id}" aria-describedby="${id}">${content}</a>${furtherLinks(
    marks.filter(mark => mark !== first),
    anchored,
  )}`;
}

export const markClass = (level: Level): string => `mark mark-${level}`;

/** The text of a paragraph with its marked words. Marks may overlap: the text is cut wherever one begins or ends. */
export function markedWords({ text, start }: Paragraph, spans: readonly SpanMark[], anchored: Anchored): HtmlValue {
  const here = spans.filter(({ span }) => span.start < start + text.length && span.end > start);
  if (here.length === 0) return text;
  const cuts = new Set([0, text.length]);
  for (const { span } of here) {
    cuts.add(Math.max(span.start - start, 0));
    cuts.add(Math.min(span.end - start, text.length));
  }
  const edges = [...cuts].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const words = text.slice(from, to);
    const marks = here.filter(({ span }) => span.start < start + to && span.end > start + from).map(({ mark }) => mark);
    if (marks.length === 0) return words;
    return html`<mark class="${markClass(gravest(marks))}">${linkedContent(words, marks, anchored)}</mark>`;
  });
}
