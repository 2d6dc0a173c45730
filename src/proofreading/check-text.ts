import { citationText } from '../law/citation.ts';
import type { Finding, Span } from './finding.ts';
import { EXCEPTIONS, type Exception } from './lexicons/exceptions.ts';
import { checkPrivateData } from './private-data/check-private-data.ts';
import { readableText } from './readable-text.ts';
import type { Remark } from './remark.ts';
import { checkWording } from './wording/check-wording.ts';

/** What the caller knows about the text. */
export type CheckOptions = {
  /** The place named in the findings; `text` when not given. */
  readonly where?: string;
  /** Place and organisation names of the office (two characters or more), checked like the built-in names. */
  readonly extraTerms?: readonly string[];
  /** Wordings the office has decided to keep, each with its reason; a finding inside one is not made. */
  readonly allow?: readonly Exception[];
  /** Telephone numbers approved as official contacts, in any spelling. */
  readonly officialNumbers?: readonly string[];
  /** The year the text speaks of: an institution renamed later rightly bears its old name. */
  readonly year?: number;
};

/**
 * Checks a plain text for wording (`wording`) and for personal data (`private-data`). The findings stand in the order of the text;
 * `span` is exact in UTF-16 units of `text`; `quote` is what stands there, except that personal data are quoted masked. Pure; time
 * grows with the length of the text only. Never corrects anything.
 */
export function checkText(text: string, options: CheckOptions = {}): readonly Finding[] {
  const where = options.where ?? 'text';
  const findings = (audit: string, remarks: readonly Remark[]): readonly Finding[] =>
    remarks.map(({ level, span, message, suggestion, basis, quote }) => ({
      audit,
      level,
      where,
      quote: quote ?? text.slice(span.start, span.end),
      message,
      basis: citationText(basis),
      suggestion,
      span,
    }));
  const allowed = spansOf(text, [...EXCEPTIONS, ...(options.allow ?? [])]);
  const wording = checkWording(readableText(text), text, {
    extraTerms: options.extraTerms ?? [],
    year: options.year ?? null,
  });
  const privateData = checkPrivateData(text, options.officialNumbers ?? []);
  return [...findings('wording', wording), ...findings('private-data', privateData)]
    .filter(({ span }) => span === undefined || !isCovered(span, allowed))
    .toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0));
}

/** Where the allowed wordings stand: in order, those that touch joined into one. */
function spansOf(text: string, allow: readonly Exception[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { text: wording } of allow) {
    if (wording === '') continue;
    for (let start = text.indexOf(wording); start >= 0; start = text.indexOf(wording, start + wording.length))
      spans.push({ start, end: start + wording.length });
  }
  const joined: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** Whether an allowed wording covers half of a finding or more (a quote may reach a little further than the wording kept). */
function isCovered(span: Span, allowed: readonly Span[]): boolean {
  let [low, high] = [0, allowed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (allowed[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = allowed[low];
  if (first === undefined) return false;
  const shared = Math.min(first.end, span.end) - Math.max(first.start, span.start);
  return shared * 2 >= span.end - span.start;
}
