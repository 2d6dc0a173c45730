/** A passage counts as repeated from this length on (digits count as one sign, so that only the figure changed is repeated still). */
const SHINGLE = 12;
const SENTENCE_END = /[。；！？\n]/u;

/** Sentences that the form or the law puts into every report: nobody writes them anew. */
const BOILERPLATE =
  /《中华人民共和国政府信息公开条例》|《条例》|政府信息公开工作年度报告|统计期限|部分组成|收费通知|信息处理费|其他需要报告的事项|^无$/u;

/** How much of a text repeats another: characters looked at, the share of them repeated (0 to 1), and the longest repeated passage. */
export type Repetition = { readonly length: number; readonly share: number; readonly longest: string };

type Normal = { readonly text: string; readonly origins: readonly number[] };

/** The text without spaces, signs and boilerplate sentences, digits as #, and where each character stood. */
function normalised(text: string): Normal {
  let kept = '';
  const origins: number[] = [];
  let start = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    if (!BOILERPLATE.test(sentence.replaceAll(/\s/gu, '')))
      for (const match of sentence.matchAll(/\d[\d.,]*|[\p{L}]/gu)) {
        kept += /\d/u.test(match[0]) ? '#' : match[0];
        for (let unit = 0; unit < (/\d/u.test(match[0]) ? 1 : match[0].length); unit++)
          origins.push(start + match.index);
      }
    start += sentence.length + 1;
  }
  return { text: kept, origins };
}

const shinglesOf = ({ text }: Normal) => {
  const shingles = new Set<string>();
  for (let index = 0; index + SHINGLE <= text.length; index++) shingles.add(text.slice(index, index + SHINGLE));
  return shingles;
};

/** What share of `text` stands in `earlier` too, in passages of 12 characters or more, figures and boilerplate apart. */
export function repetitionOf(text: string, earlier: string): Repetition {
  const now = normalised(text);
  const known = shinglesOf(normalised(earlier));
  let [covered, end, runStart] = [0, 0, 0];
  let longest = { start: 0, end: 0 };
  for (let index = 0; index + SHINGLE <= now.text.length; index++) {
    if (!known.has(now.text.slice(index, index + SHINGLE))) continue;
    if (index > end) runStart = index;
    covered += index + SHINGLE - Math.max(end, index);
    end = index + SHINGLE;
    if (end - runStart > longest.end - longest.start) longest = { start: runStart, end };
  }
  const from = now.origins[longest.start] ?? 0;
  const to = longest.end === 0 ? from : (now.origins[longest.end - 1] ?? from) + 1;
  return {
    length: now.text.length,
    share: now.text.length === 0 ? 0 : covered / now.text.length,
    longest: text.slice(from, to),
  };
}
