import type { Level } from '../../proofreading/finding.ts';
import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { compactText } from './computed/compact-text.ts';
import { listProse } from './computed/section-place.ts';

/** Words that mean another day when the report is read than when it was drafted, and what says the day instead. */
const WORDS: readonly { readonly word: string; readonly level: Level; readonly instead: (year: string) => string }[] = [
  { word: '今年以来', level: 'warning', instead: year => `${year}年` },
  { word: '截至目前', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '截止目前', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '截至当前', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '截止当前', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '到目前为止', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '目前为止', level: 'warning', instead: year => `截至${year}年12月31日` },
  { word: '去年同期', level: 'notice', instead: () => '上年同期' },
  { word: '今年', level: 'notice', instead: year => `${year}年` },
  { word: '去年', level: 'notice', instead: () => '上年，或写明年份' },
  { word: '明年', level: 'notice', instead: () => '下一年度，或写明年份' },
  { word: '前年', level: 'notice', instead: () => '写明年份' },
  { word: '日前', level: 'notice', instead: () => '写明日期' },
  { word: '近日', level: 'notice', instead: () => '写明日期' },
  { word: '本月', level: 'notice', instead: () => '写明月份' },
  { word: '上个月', level: 'notice', instead: () => '写明月份' },
];
const BY_WORD = new Map(WORDS.map(entry => [entry.word, entry]));
/** Where the same characters are something else: 12月31日前, 工作日前; 注明年份, 说明年内; 以前年份; 过去年间. */
const NOT_AMID = '(?<![注写说标载表证](?=明)|[以之此目](?=前)|过(?=去)|[^，。；、：\\s](?=日前))';
/** Looked at first: hardly a place of a text goes further. */
const BEGINNING = `(?=[${[...new Set(WORDS.map(({ word }) => word.charAt(0)))].join('')}])`;
const ANY = new RegExp(`${BEGINNING}${NOT_AMID}(?:${WORDS.map(({ word }) => word).join('|')})(?!度|份)`, 'gu');

/** A report about a past year says its days so that they are still true when it is read. */
export const relativeTime = defineAudit({
  id: 'relative-time',
  title: '没有用今年以来、截至目前等会随阅读时间变化的说法',
  basis: { source: 'official-documents', article: 19 },
  needs: ['sections', 'year'],
  audit: ({ sections, year }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    const yearText = year === null ? '报告' : String(year);
    return checked(
      prose.flatMap(({ text: printed, where }) => {
        const { text, spanOf } = compactText(printed);
        return [...text.matchAll(ANY)].flatMap(({ 0: word, index }): Found[] => {
          const entry = BY_WORD.get(word);
          if (entry === undefined) return [];
          return [
            {
              level: entry.level,
              where,
              quote: word,
              message: `“${word}”在次年公布、长期可查的报告里指哪一天并不清楚`,
              suggestion: `改为“${entry.instead(yearText)}”`,
              span: spanOf(index, index + word.length),
            },
          ];
        });
      }),
    );
  },
});
