// Published items by the thousand that differ as those of a real site do: words by Zipf's law amid sentences that repeat.
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';
import { PLACES, SERIES } from '../sample/qingchuan/publications/yearly.ts';
import { ITEM_KINDS } from '../src/publishing/rules/item-kind.ts';
import { THEME_NAMES } from '../src/publishing/rules/themes.ts';
import { NEWS, POLICIES } from '../src/publishing/search-index/testing/published-items.ts';
import type { TestItem } from '../src/publishing/search-index/testing/published-items.ts';
import type { Random } from '../test/reports/random-source.ts';
import { randomFrom } from '../test/reports/random-source.ts';

const SENTENCES = [
  ...SERIES.flatMap(({ openings, details, closings }) => [...openings, ...details, ...closings]),
  ...Object.values(SAMPLE_REPORT_2023.sections).flatMap(text => (text ?? '').split(/(?<=。)/)),
].filter(text => text.length > 8);
const TITLES = SERIES.flatMap(({ titles }) => titles);
/** As often as they stand in real prose. */
const CHARACTERS = Array.from(SENTENCES.join('')).filter(one => /\p{Script=Han}/u.test(one));

const WORDS = ((random: Random) =>
  Array.from({ length: 30_000 }, () =>
    Array.from({ length: 2 + random.below(3) }, () => random.pick(CHARACTERS)).join(''),
  ))(randomFrom(3));

/** A word by the law of Zipf and Mandelbrot: the most common one is a hundredth of all, as in real prose. */
const SHIFT = 10;
const word = ({ next }: Random) => WORDS[Math.floor(SHIFT * (1 + WORDS.length / SHIFT) ** next() - SHIFT)]!;

function worded(pattern: string, random: Random): string {
  return pattern
    .replaceAll('{place}', () => random.pick(PLACES))
    .replaceAll('{month}', () => `${1 + random.below(12)}月`)
    .replaceAll('{n}', () => String(1 + random.below(999)));
}

function sentence(random: Random): string {
  if (random.chance(0.25)) return worded(random.pick(SENTENCES), random);
  return `${Array.from({ length: 6 + random.below(10) }, () => word(random)).join('')}。`;
}

/** Some 900 characters, of which no two items have the same. */
export function someItem(random: Random): TestItem {
  const year = 2016 + random.below(8);
  const kind = random.pick(ITEM_KINDS.slice(0, 5));
  return {
    title: `${worded(random.pick(TITLES), random)}（${word(random)}${word(random)}）`,
    text: Array.from({ length: 8 }, () =>
      Array.from({ length: 2 + random.below(4) }, () => sentence(random)).join(''),
    ).join('\n'),
    kind,
    publishedOn: `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    content: {
      theme: random.pick(THEME_NAMES),
      column: random.chance(0.5) ? POLICIES.code : NEWS.code,
      keywords: random.pick(SERIES).keywords,
      documentNumber: kind === 'document' ? `晴政办发〔${year}〕${1 + random.below(400)}号` : null,
    },
  };
}
