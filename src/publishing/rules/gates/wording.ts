import { checkText } from '../../../proofreading/check-text.ts';
import { checkInternalMarks } from '../../../proofreading/wording/check-internal-marks.ts';
import type { Span } from '../../../proofreading/finding.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';
import { textsOf } from './texts.ts';

const touch = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/**
 * Wording and personal data in every text of the edition. What is beyond doubt or very likely wrong stops; the same place is
 * named once. Marks of secrecy are another gate's.
 */
export function proofreadTexts(examined: Examined): readonly Found[] {
  const { names, officialNumbers, content } = examined;
  return textsOf(examined).flatMap(({ place, text }) => {
    const marks = checkInternalMarks(text).map(({ span }) => span);
    const seen: Span[] = [];
    const found: Found[] = [];
    const findings = checkText(text, { extraTerms: names, officialNumbers, year: content.formedOn.year });
    for (const { audit, level, quote, message, suggestion, span } of findings) {
      const isPrivate = audit === 'private-data';
      if (span !== undefined) {
        if (!isPrivate && (marks.some(mark => touch(mark, span)) || seen.some(other => touch(other, span)))) continue;
        if (!isPrivate) seen.push(span);
      }
      found.push({
        gate: isPrivate ? 'private-data' : 'wording',
        level: level === 'notice' ? 'advice' : 'stop',
        place,
        quote,
        message,
        suggestion,
      });
    }
    return found;
  });
}
