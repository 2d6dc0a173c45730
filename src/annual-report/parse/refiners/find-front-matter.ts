import { foldedText } from '../recognisers/canonical-label.ts';
import { isPageMeta } from '../recognisers/page-furniture.ts';
import {
  findAgencyInProse,
  findPeriodYear,
  findYear,
  isAgencyName,
  isTitle,
  isTitleBeginning,
  isTitleEnd,
  readTitle,
} from '../recognisers/report-title.ts';
import type { ReadingNote } from '../../rules/report.ts';
import type { TextItem } from './page-text.ts';

/** What stands before the first section. */
export type FrontMatter = {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly preface: string | null;
  readonly notes: readonly ReadingNote[];
};

type Line = { readonly text: string; readonly index: number; readonly isHeading: boolean };
type Candidate = { readonly title: string; readonly first: number; readonly last: number; readonly score: number };

const SHORTEST_PARAGRAPH = 16;
/** A line before the first sentence that has none of these is about the page: 原创 晴川发布 2024-01-20 10:21. */
const PUNCTUATED = /[，；]|[。：:]$/;

const isSpeech = (item: { readonly text: string }): boolean => item.text.includes('。');

function scoreOf(title: string, isHeading: boolean): number {
  const text = foldedText(title);
  const { agency, year } = readTitle(title);
  return (
    (year === null ? 0 : 3) +
    (agency === null ? 0 : 2) +
    (/年度报告|年度報告/.test(text) ? 3 : 0) +
    (/工作/.test(text) ? 1 : 0) +
    (isHeading ? 2 : 0) -
    (/[>»]|首页|当前位置|您的位置|\.(?:docx?|pdf|xlsx?|html?)$/.test(text) ? 8 : 0) -
    (/^[《“"]/.test(text) ? 3 : 0) -
    (/[，,：:]/.test(text) ? 2 : 0)
  );
}

/** A title at a line, with the agency's name in the line before and the end of a broken title in the line behind. */
function candidateAt(lines: readonly Line[], at: number): Candidate | undefined {
  const line = lines[at]!;
  const next = lines[at + 1];
  const isBroken = isTitleBeginning(line.text) && next !== undefined && isTitleEnd(next.text);
  if (!isBroken && !isTitle(line.text)) return undefined;
  const own = isBroken ? `${line.text}${next.text}` : line.text;
  const before = lines[at - 1];
  const startsBare = readTitle(own).agency === null;
  const joins = startsBare && before !== undefined && isAgencyName(before.text) && !isTitle(before.text);
  const year = joins ? lines[at - 1] : undefined;
  const title = `${year?.text ?? ''}${own}`;
  return {
    title,
    first: joins ? before.index : line.index,
    last: isBroken ? next.index : line.index,
    score: scoreOf(title, line.isHeading),
  };
}

function findTitle(lines: readonly Line[]): Candidate | undefined {
  return lines
    .flatMap((_, at) => candidateAt(lines, at) ?? [])
    .toSorted((a, b) => b.score - a.score || b.last - a.last)[0];
}

const joined = (title: string) =>
  title
    .replace(/^[#>*\s]+/, '')
    .replace(/\s*\n\s*/g, '')
    .trim();

/** Title, agency, year and preface. `pageTitle` is what the file itself says its title is; it helps where the page has none. */
export function findFrontMatter(items: readonly TextItem[], pageTitle: string | undefined): FrontMatter {
  const lines = items.flatMap((item, index): Line[] =>
    item.kind === 'paragraph' || item.kind === 'cell'
      ? [{ text: item.text, index, isHeading: item.kind === 'paragraph' && item.heading !== undefined }]
      : [],
  );
  const found = findTitle(lines);
  const fallback =
    pageTitle === undefined
      ? undefined
      : pageTitle.split(/[|_–—]|\s-\s|-(?=[^-]*(?:网|政府|门户))/).find(part => isTitle(part));
  const title = found?.title ?? fallback ?? null;
  const parts = title === null ? { agency: null, year: null } : readTitle(title);
  const spare = fallback === undefined ? { agency: null, year: null } : readTitle(fallback);
  const paragraphs = items
    .slice((found?.last ?? -1) + 1)
    .flatMap(item => {
      if (item.kind !== 'paragraph' || isPageMeta(item.text)) return [];
      if (item.isShort && (item.text.length < SHORTEST_PARAGRAPH || isTitle(item.text) || found === undefined))
        return [];
      return [item];
    })
    .filter((item, index, all) => !item.isShort || PUNCTUATED.test(item.text) || all.slice(0, index).some(isSpeech))
    .map(({ text }) => text);
  const preface = paragraphs.length === 0 ? null : paragraphs.join('\n');
  const own = parts.year ?? spare.year;
  const guessed =
    own ??
    findPeriodYear(preface ?? '') ??
    findPeriodYear(items.flatMap(item => ('text' in item ? [item.text] : [])).join('\n'));
  const year = guessed ?? findYearNear(lines, found) ?? null;
  const named = parts.agency ?? spare.agency;
  const agency = named ?? findAgencyInProse(preface ?? '') ?? findIssuer(lines) ?? null;
  const notes: ReadingNote[] = [];
  if (own === null && year !== null)
    notes.push({ kind: 'year-from-text', message: `标题中没有年份，按正文的统计期限认定为 ${year} 年，请核对` });
  if (named === null && agency !== null)
    notes.push({ kind: 'agency-from-text', message: `标题中没有机关名称，按正文或页面信息认定为“${agency}”，请核对` });
  return { title: title === null ? null : joined(title), agency, year, preface, notes };
}

/** A year on a line of its own directly before the title. */
function findYearNear(lines: readonly Line[], title: Candidate | undefined): number | undefined {
  if (title === undefined) return undefined;
  const before = lines.findLast(line => line.index < title.first);
  return before !== undefined && foldedText(before.text).length <= 8 ? findYear(before.text) : undefined;
}

const ISSUER = /^(?:发布机构|发布单位|发文机关|公开主体|信息发布机构)[:：]?(.*)$/;

/** The body that the page names as issuer, in the line 发布机构：… or in the cell behind it. */
function findIssuer(lines: readonly Line[]): string | undefined {
  for (const [at, { text }] of lines.entries()) {
    const found = ISSUER.exec(foldedText(text));
    if (found === null) continue;
    const name = found[1] === '' ? lines[at + 1]?.text : found[1]?.split(/[\s（(【]|发布|来源/)[0];
    if (name !== undefined && isAgencyName(name)) return name.trim();
  }
  return undefined;
}
