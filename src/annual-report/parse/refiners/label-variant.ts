import type { LabelSeen } from '../../rules/report.ts';
import { canonicalLabel, foldedText } from '../recognisers/canonical-label.ts';
import { isTraditional } from '../recognisers/traditional-forms.ts';

const QUOTES = /["“”'‘’「」『』]/g;
const unspaced = (text: string) => text.replace(/[\s\u200B\u3000\u00A0]+/g, '');
const oneWidth = (text: string) =>
  foldedText(text)
    .replace(QUOTES, '"')
    .replace(/[(〔[]/g, '(')
    .replace(/[)〕\]]/g, ')');

const withoutNumber = (text: string) => oneWidth(text).replace(/^\(?[一二三四五六七八九十\d]{0,2}\)?[、.,:;·]*/, '');

/** How a printed label differs from the form's; null where it does not. */
export function variantOf(printed: string, expected: string): LabelSeen['variant'] | null {
  const trimmed = printed.trim();
  if (trimmed === expected) return null;
  if (unspaced(trimmed) === expected) return 'spacing';
  if (oneWidth(trimmed) === oneWidth(expected)) return 'width';
  const [seen, own] = [canonicalLabel(trimmed), canonicalLabel(expected)];
  if (seen.core !== own.core) return 'wording';
  if (isTraditional(trimmed)) return 'traditional';
  return withoutNumber(trimmed) === withoutNumber(expected) ? 'numbering' : 'width';
}
