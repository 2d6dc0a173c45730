import { SECTION_KEYS } from '../../../law/report-form/sections.ts';
import type { SectionKey } from '../../../law/report-form/sections.ts';
import type { ReportFacts } from '../audit.ts';

/** Where a finding in the prose of a section points: `preface`, `section1` … `section6`. */
export function placeOfSection(section: SectionKey): string {
  return section === 'preface' ? section : `section${section}`;
}

/** The sections that have prose, in order. */
export function listProse(
  sections: ReportFacts['sections'],
): readonly { readonly section: SectionKey; readonly where: string; readonly text: string }[] {
  return SECTION_KEYS.flatMap(section => {
    const text = sections[section];
    return text === null || text.trim() === '' ? [] : [{ section, where: placeOfSection(section), text }];
  });
}
