import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { listProse } from './computed/section-place.ts';

const NUMERALS = '一二三四五六七八九十';
const SUBHEADING = /^[^\S\n]*([（(]?)([一二三四五六七八九十])([）)])/gmu;
const LISTED = /([一二三四五六七八九十])是(?!否|个)/gu;

type Step = { readonly number: number; readonly quote: string; readonly start: number };

/** Steps that neither follow the one before nor begin anew; `last` is the number before the first. */
function skips(steps: readonly Step[], where: string, shape: (numeral: string) => string, last = 0): Found[] {
  return steps.flatMap(({ number, quote, start }, index): Found[] => {
    const before = steps[index - 1]?.number ?? last;
    if (number === before + 1 || number === 1) return [];
    const due = NUMERALS.charAt(before);
    return [
      {
        level: 'warning',
        where,
        quote,
        message:
          before === 0
            ? `序号从“${quote}”开始，前面没有“${shape('一')}”`
            : `序号“${shape(NUMERALS.charAt(before - 1))}”之后是“${quote}”，不连续`,
        suggestion: due === '' ? '核对序号' : `核对是否应为“${shape(due)}”，或有漏掉的一项`,
        span: { start, end: start + quote.length },
      },
    ];
  });
}

function subheadings(text: string, where: string): Found[] {
  const matches = [...text.matchAll(SUBHEADING)];
  const steps = matches.map(({ 0: all, 2: numeral, index }): Step => {
    const quote = all.trimStart();
    return { number: NUMERALS.indexOf(numeral!) + 1, quote, start: index + all.length - quote.length };
  });
  const lame = matches.flatMap(({ 1: bracket }, index): Found[] => {
    const { quote, start } = steps[index]!;
    return bracket === ''
      ? [
          {
            level: 'notice',
            where,
            quote,
            message: `小标题序号“${quote}”缺左括号`,
            suggestion: `改为“（${quote.slice(0, 1)}）”`,
            span: { start, end: start + quote.length },
          },
        ]
      : [];
  });
  return [...skips(steps, where, numeral => `（${numeral}）`), ...lame];
}

function lists(text: string, where: string): Found[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) => {
    const steps = [...line.matchAll(LISTED)]
      .filter(({ index: at }) => at === 0 || /[，。；：、\s）)!！？?]/u.test(line.charAt(at - 1)))
      .map(({ 0: quote, 1: numeral, index: at }): Step => ({
        number: NUMERALS.indexOf(numeral!) + 1,
        quote,
        start: index + at,
      }));
    // A list may run over several paragraphs: what a paragraph begins with is taken as right.
    return skips(steps, where, numeral => `${numeral}是`, (steps[0]?.number ?? 1) - 1).slice(0, 1);
  });
}

/** （一）（二）（三） and 一是、二是、三是 go on without a gap. */
export const ordinals = defineAudit({
  id: 'ordinals',
  title: '层次序号连续',
  basis: { source: 'official-documents', article: 9, item: 9 },
  needs: ['sections'],
  audit: ({ sections }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    return checked(prose.flatMap(({ text, where }) => [...subheadings(text, where), ...lists(text, where)]));
  },
});
