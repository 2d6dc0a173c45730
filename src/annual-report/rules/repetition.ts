/** A passage counts as repeated from this length on (digits count as one sign, so that only the figure changed is repeated still). */
export const SHINGLE = 12;
const SENTENCE_END = /[。；！？\n]/u;

/** Sentences that the form or the law puts into every report: nobody writes them anew. */
const BOILERPLATE =
  /《中华人民共和国政府信息公开条例》|《条例》|政府信息公开工作年度报告|统计期限|部分组成|收费通知|信息处理费|其他需要报告的事项|^无$/u;

/** How much of a text repeats another: characters looked at, the share of them repeated (0 to 1), and the longest repeated passage. */
export type Repetition = { readonly length: number; readonly share: number; readonly longest: string };

/** A text made ready to be held against others: without spaces, signs and boilerplate, and where each character stood in `raw`. */
export type ComparableText = { readonly raw: string; readonly text: string; readonly origins: readonly number[] };

/** A stretch of a comparable text, half-open. */
export type Run = { readonly start: number; readonly end: number };

/** The text without spaces, signs and boilerplate sentences, digits as #, and where each character stood. */
export function comparableText(text: string): ComparableText {
  let kept = '';
  const origins: number[] = [];
  let start = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    if (!BOILERPLATE.test(sentence.replaceAll(/\s/gu, '')))
      for (const match of sentence.matchAll(/\d[\d.,]*|\p{L}+/gu)) {
        const isNumber = match[0].charCodeAt(0) < 58;
        kept += isNumber ? '#' : match[0];
        for (let unit = 0; unit < (isNumber ? 1 : match[0].length); unit++) origins.push(start + match.index + unit);
      }
    start += sentence.length + 1;
  }
  return { raw: text, text: kept, origins };
}

/** The words that a run covers, as they stand in the text: figures and punctuation between them included. */
export function wordsOfRun({ raw, origins }: ComparableText, { start, end }: Run): string {
  if (end <= start) return '';
  return raw.slice(origins[start], (origins[end - 1] ?? 0) + 1);
}

/** The shingle that begins at each place of a comparable text, first to last. */
export function shinglesOf({ text }: ComparableText): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - SHINGLE + 1) }, (_, index) =>
    text.slice(index, index + SHINGLE),
  );
}

/** The runs covered by known shingles; `isKnown` is asked for each of the first `count` places. */
export function repeatedRuns(count: number, isKnown: (index: number) => boolean): readonly Run[] {
  const runs: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (let index = 0; index < count; index++) {
    if (!isKnown(index)) continue;
    if (last === undefined || index > last.end) runs.push((last = { start: index, end: index }));
    last.end = index + SHINGLE;
  }
  return runs;
}

export const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { start, end }) => sum + end - start, 0);

/** What share of `text` stands in `earlier` too, in passages of 12 characters or more, figures and boilerplate apart. */
export function repetitionOf(text: string, earlier: string): Repetition {
  const now = comparableText(text);
  const known = new Set(shinglesOf(comparableText(earlier)));
  const shingles = shinglesOf(now);
  const runs = repeatedRuns(shingles.length, index => known.has(shingles[index]!));
  const longest = runs.reduce((so, run) => (run.end - run.start > so.end - so.start ? run : so), { start: 0, end: 0 });
  return {
    length: now.text.length,
    share: now.text.length === 0 ? 0 : lengthOf(runs) / now.text.length,
    longest: wordsOfRun(now, longest),
  };
}
