import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { listProse } from './computed/section-place.ts';

/** Shorter clauses recur with good reason. */
const MIN_LENGTH = 16;

/** No sentence stands in the report twice. */
export const doubledSentence = defineAudit({
  id: 'doubled-sentence',
  title: '没有重复出现的句子',
  basis: { source: 'official-documents', article: 19 },
  needs: ['sections'],
  audit: ({ sections }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    const seen = new Set<string>();
    return checked(
      prose.flatMap(({ text, where }) =>
        [...text.matchAll(/[^。；！？\n]+/gu)].flatMap(({ 0: sentence, index }): Found[] => {
          const words = sentence.replaceAll(/\s/gu, '').replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]?是?/u, '');
          if (words.length < MIN_LENGTH) return [];
          if (!seen.has(words)) {
            seen.add(words);
            return [];
          }
          const start = index + sentence.length - sentence.trimStart().length;
          const quote = sentence.trim();
          return [
            {
              level: 'notice',
              where,
              quote,
              message: '这句话在报告里重复出现',
              suggestion: '删去重复的一处',
              span: { start, end: start + quote.length },
            },
          ];
        }),
      ),
    );
  },
});
