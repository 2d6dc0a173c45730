import type { Citation } from '../../law/citation.ts';
import { RENAMED_INSTITUTIONS } from '../lexicons/renamed-institutions.ts';
import { originalSpan, type ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';
import { compileTerms, intactTerms } from './damaged-terms.ts';

const BASIS: Citation = { source: 'official-documents', article: 19 };
const COMPILED = compileTerms(RENAMED_INSTITUTIONS.map(({ old }) => old));
const BY_NAME = new Map(RENAMED_INSTITUTIONS.map(institution => [institution.old, institution]));
/** Before the name: 原工商局, 由工商局改设. After it: 工商局更名为, 并入. Inside a title: 《…》. */
const FORMER = /[原旧]$|时任|以前的$|撤销$|撤并$|由$/u;
const CHANGED = /^(?:等?(?:更名|改名|改设|改组|撤销|并入|整合|合并|划转|重组)|（原|）?印发|）?发布|）?令)/u;

/**
 * Institutions named by a name they no longer bear; one remark per name and text. `year` = the year the text speaks of; where it is not
 * known, the latest year that the text names: a document of 2016 rightly says 工商局.
 */
export function checkRenamedInstitutions(readable: ReadableText, year: number | null): readonly Remark[] {
  const { text } = readable;
  const ends = intactTerms(text, COMPILED);
  const remarks: Remark[] = [];
  const named = new Set<string>();
  let written: number | null = null;
  for (let start = 0; start < text.length; start++) {
    const end = ends[start]!;
    const institution = end === 0 ? undefined : BY_NAME.get(text.slice(start, end));
    if (institution === undefined) continue;
    const { old, now, since, basis, notBefore } = institution;
    written ??= year ?? latestYear(text);
    const rightly =
      named.has(old) ||
      written < since ||
      FORMER.test(text.slice(Math.max(0, start - 4), start)) ||
      isPreceded(text, start, institution.notAfter) ||
      CHANGED.test(text.slice(end, end + 6)) ||
      notBefore?.some(after => text.startsWith(after, end)) === true ||
      isInTitle(text, start);
    start = end - 1;
    if (rightly) continue;
    named.add(old);
    remarks.push({
      level: 'notice',
      span: originalSpan(readable, end - old.length, end),
      message: `“${old}”是旧称（${basis}），如指现在的机构应当改用现名，如指当时的机构可写“原${old}”。`,
      suggestion: `改为“${now}”`,
      basis: BASIS,
    });
  }
  return remarks;
}

/** The latest year in the text (2019年, 〔2019〕), or infinity. */
function latestYear(text: string): number {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?=[年〕])/gu)].map(([found]) => Number(found));
  return years.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...years);
}

const isPreceded = (text: string, start: number, words: readonly string[] | undefined): boolean =>
  words?.some(word => text.startsWith(word, start - word.length)) === true;

/** How far back the opening of a title is looked for. */
const TITLE_DISTANCE = 60;

function isInTitle(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - TITLE_DISTANCE), start);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}
