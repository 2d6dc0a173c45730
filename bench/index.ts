// `npm run bench`: everything that is measured; `npm run bench -- search pages` only those parts.
import { benchApplications } from './applications.ts';
import { benchClock } from './clock.ts';
import { benchCollect } from './collect.ts';
import { benchLetters } from './letters.ts';
import { benchPages } from './pages.ts';
import { benchPublish } from './publish.ts';
import { benchReports } from './reports.ts';
import { benchSearch } from './search.ts';
import { benchSimilarity } from './similarity.ts';
import { benchTableThree } from './table-three.ts';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  reports: benchReports,
  clock: benchClock,
  applications: benchApplications,
  search: benchSearch,
  pages: benchPages,
  publish: benchPublish,
  'table-three': benchTableThree,
  collect: benchCollect,
  similarity: benchSimilarity,
  letters: benchLetters,
};

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[name]!();
