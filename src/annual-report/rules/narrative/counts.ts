import type { Figure } from './figure.ts';
import { foldedText } from './folded-text.ts';

/** A number of a text with the words between it and the number before. */
export type Count = {
  readonly figure: Figure;
  /** The text since the unit of the number before (since the paragraph's start for the first). */
  readonly lead: string;
  /** How many brackets are open at the number. */
  readonly depth: number;
  /** Where its unit ends. */
  readonly end: number;
  /** The few characters behind it, up to the end of the paragraph. */
  readonly follow: string;
};

const LABELS: ReadonlySet<Figure['kind']> = new Set([
  'year',
  'date',
  'time',
  'duration',
  'document-number',
  'article',
  'ordinal',
  'contact',
  'address',
  'name',
  'comparison',
]);
const LEAD_READ = 200;
const NUMBER = /^[\d一二两三四五六七八九十百千万零〇]/;

/** The counts of a section paragraph by paragraph: no years, ordinals, changes against last year or words that say nought. */
export function listCountsByParagraph(original: string, figures: readonly Figure[]): readonly (readonly Count[])[] {
  const text = foldedText(original);
  const paragraphs: Count[][] = [];
  let [counts, stop, from, depth]: [Count[], number, number, number] = [[], -1, 0, 0];
  for (const figure of figures) {
    if (LABELS.has(figure.kind) || !NUMBER.test(text.slice(figure.span.start, figure.span.start + 1))) continue;
    if (figure.span.start > stop) {
      if (counts.length > 0) paragraphs.push(counts);
      from = Math.max(from, text.lastIndexOf('\n', figure.span.start) + 1);
      const next = text.indexOf('\n', figure.span.start);
      [counts, stop, depth] = [[], next < 0 ? text.length : next, 0];
    }
    const between = text.slice(Math.max(from, figure.span.start - LEAD_READ), figure.span.start);
    for (const character of between)
      if (character === '（' || character === '(') depth += 1;
      else if ((character === '）' || character === ')') && depth > 0) depth -= 1;
    const tail = text.slice(figure.span.end, figure.span.end + figure.unit.length + 3);
    const unitAt = figure.unit === '' ? 0 : tail.indexOf(figure.unit);
    const end = figure.span.end + (unitAt < 0 ? 0 : unitAt + figure.unit.length);
    counts.push({ figure, lead: between, depth, end, follow: text.slice(end, Math.min(end + 4, stop)) });
    from = end;
  }
  if (counts.length > 0) paragraphs.push(counts);
  return paragraphs;
}
