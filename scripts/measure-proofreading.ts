// Prints the table of docs/proofreading.md: recall per class of planted errors, and false alarms in clean prose.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureProofreading, recallShare, type Recall } from '../src/proofreading/measurement/measure-proofreading.ts';
import { TERM_COUNT } from '../src/proofreading/wording/check-terms.ts';

const SEED = 20_231_231;
const PER_CLASS = Number(process.argv[2] ?? 84);
const folder = join(import.meta.dirname, '../fixtures/proofreading/clean');
const texts = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const table = (title: string, recalls: readonly Recall<string>[]): void => {
  console.log(`\n${title}: ${percent(recallShare(recalls))}`);
  for (const { class: name, planted, found, missed } of recalls) {
    console.log(
      `  ${name.padEnd(24)} ${String(found).padStart(4)} / ${String(planted).padEnd(4)} ${percent(found / planted)}`,
    );
    if (process.argv.includes('--missed'))
      for (const { right, wrong } of missed) console.log(`      ${right} → ${wrong}`);
  }
};

const result = measureProofreading(texts, SEED, PER_CLASS);
console.log(`terms: ${TERM_COUNT}; clean prose: ${result.characters} characters in ${texts.length} texts`);
console.log(
  `false alarms: ${result.falseAlarms.length} = ${((result.falseAlarms.length / result.characters) * 10_000).toFixed(2)} per 10,000 characters`,
);
for (const { name, finding } of result.falseAlarms) console.log(`  ${name}: ${finding.quote} — ${finding.message}`);
table('one character damaged, in terms of the lexicons', result.inTerms);
table('one character damaged, in words that are in no lexicon', result.elsewhere);
table('other errors', result.formErrors);
