import { checkText } from '../../../proofreading/check-text.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import type { OfficeLexicon } from '../../../proofreading/office-lexicon.ts';
import type { AnnualReport } from '../../rules/report.ts';
import type { Found } from '../audit.ts';
import { listProse } from './section-place.ts';

/** What proofreading says about the title and every section, with the place named in `where`. */
export function proofread(
  { title, sections, year }: Pick<AnnualReport, 'title' | 'sections' | 'year'>,
  lexicon?: OfficeLexicon,
): readonly Finding[] {
  const texts = [...(title === null ? [] : [{ where: 'title', text: title }]), ...listProse(sections)];
  const known = {
    ...(year === null ? {} : { year }),
    ...(lexicon === undefined
      ? {}
      : { extraTerms: lexicon.terms, allow: lexicon.allow, officialNumbers: lexicon.officialNumbers }),
  };
  return texts.flatMap(({ where, text }) => checkText(text, { where, ...known }));
}

/** What one of its checks found, as an audit states it. */
export function foundBy(check: 'wording' | 'private-data', findings: readonly Finding[]): readonly Found[] {
  return findings
    .filter(({ audit }) => audit === check)
    .map(({ level, where, quote, message, suggestion, basis, span }) => ({
      level,
      where,
      quote,
      message,
      suggestion,
      basis,
      ...(span === undefined ? {} : { span }),
    }));
}
