import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { listProse } from './computed/section-place.ts';

/** A line of this length is a paragraph, not a heading. */
const MIN_LENGTH = 25;
const TAIL = 12;
const UNFINISHED = /[\p{Script=Han}，、]$/u;
const NEW_PART = /^[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．是]|^(?:附件|注[：:])/u;

/** A paragraph ends with its sentence: one that stops amid words was torn by a stray line break. */
export const paragraphBreak = defineAudit({
  id: 'paragraph-break',
  title: '段落没有在句子中间断开',
  basis: { source: 'document-format' },
  needs: ['sections'],
  audit: ({ sections }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    return checked(
      prose.flatMap(({ text, where }) => {
        const lines = [...text.matchAll(/[^\n]+/gu)].filter(({ 0: line }) => line.trim() !== '');
        return lines.flatMap(({ 0: line, index }, at): Found[] => {
          const words = line.trimEnd();
          const next = lines[at + 1]?.[0].trim();
          if (next === undefined || words.trim().length < MIN_LENGTH) return [];
          if (!UNFINISHED.test(words) || NEW_PART.test(next)) return [];
          const end = index + words.length;
          return [
            {
              level: 'notice',
              where,
              quote: words.slice(-TAIL),
              message: `段落在“${words.slice(-TAIL)}”处断开，下一段以“${next.slice(0, 6)}”开头，句子没有写完`,
              suggestion: '去掉多余的换行，或补上句末标点',
              span: { start: end - Math.min(TAIL, words.length), end },
            },
          ];
        });
      }),
    );
  },
});
