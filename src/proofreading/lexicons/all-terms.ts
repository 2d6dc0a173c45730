import type { Lexicon } from '../lexicon.ts';
import { FORM_LABELS } from './form-labels.ts';
import { INSTITUTIONS } from './institutions.ts';
import { LAW_TITLES } from './law-titles.ts';
import { NATIONAL_NAMES } from './national-names.ts';
import { OFFICIAL_PHRASES } from './official-phrases.ts';
import { STATUTORY_TERMS } from './statutory-terms.ts';

/** Every lexicon of correct terms. A term that stands in several counts as that of the first. */
export const TERM_LEXICONS: readonly Lexicon[] = [
  NATIONAL_NAMES,
  INSTITUTIONS,
  LAW_TITLES,
  FORM_LABELS,
  STATUTORY_TERMS,
  OFFICIAL_PHRASES,
];
