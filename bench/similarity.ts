// Who copied whom among a thousand reports, beside the time that only cutting their prose into shingles takes.
import { similarityOf } from '../src/annual-report/rules/analysis/similarity.ts';
import { comparableText, shinglesOf } from '../src/annual-report/rules/repetition.ts';
import { getAgencyCode } from '../src/people/rules/agency.ts';
import { editedCopy, inventedProse } from '../test/reports/invented-prose.ts';

const REPORTS = 1000;
const CHARACTERS = 1800;

const codeOf = (number: number) => getAgencyCode(`99${String(number).padStart(4, '0')}-001`);

/** One report in ten is an edited copy, and a hundred have one template. */
function prose(): readonly string[] {
  const own = Array.from({ length: REPORTS }, (_, index) => inventedProse(index + 1, CHARACTERS));
  return own.map((text, index) => {
    if (index % 10 === 9) return editedCopy(own[index - 4]!, index);
    return index % 10 === 3 ? `${own[3]!.slice(0, 1200)}${text.slice(1200)}` : text;
  });
}

/** Prints how long all pairs take; the aim is ten seconds. */
export async function benchSimilarity(): Promise<void> {
  const texts = prose();
  const started = performance.now();
  const shingles = texts.reduce((sum, text) => sum + new Set(shinglesOf(comparableText(text))).size, 0);
  const floor = performance.now() - started;
  const from = performance.now();
  const { pairs, clusters } = similarityOf(texts.map((text, index) => ({ agency: codeOf(index), text, since: null })));
  const time = performance.now() - from;
  console.log(
    `\nsimilarity of ${REPORTS} reports (${shingles} passages): ${(time / 1000).toFixed(2)} s (aim 10 s), ${(time / floor).toFixed(1)} × cutting them; ${pairs.length} pairs, largest cluster ${clusters[0]?.agencies.length ?? 0}, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB resident`,
  );
}
