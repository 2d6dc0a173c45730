import type { ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';
import { checkBrokenParagraphs } from './check-broken-paragraphs.ts';
import { checkConfusedWords } from './check-confused-words.ts';
import { checkDates } from './check-dates.ts';
import { checkDigitSpacing } from './check-digit-spacing.ts';
import { checkDocumentNumbers } from './check-document-numbers.ts';
import { checkInternalMarks } from './check-internal-marks.ts';
import { checkOrdinals } from './check-ordinals.ts';
import { checkPunctuation } from './check-punctuation.ts';
import { checkRenamedInstitutions } from './check-renamed-institutions.ts';
import { checkRepetition } from './check-repetition.ts';
import { checkTerms } from './check-terms.ts';
import { isTraditional, traditionalRemark } from './traditional-text.ts';

export type WordingOptions = { readonly extraTerms: readonly string[]; readonly year: number | null };

/** Every wording check over one text; `readable` is the readable form of `original`. */
export function checkWording(readable: ReadableText, original: string, options: WordingOptions): readonly Remark[] {
  return [
    ...(isTraditional(original) ? [traditionalRemark(original)] : checkTerms(readable, options.extraTerms)),
    ...checkConfusedWords(readable),
    ...checkRepetition(readable),
    ...checkRenamedInstitutions(readable, options.year),
    ...checkPunctuation(original),
    ...checkDocumentNumbers(original),
    ...checkDates(original),
    ...checkOrdinals(original),
    ...checkBrokenParagraphs(original),
    ...checkDigitSpacing(original),
    ...checkInternalMarks(original),
  ];
}
