// Prints every kind of letter on invented facts: node scripts/print-letters.ts FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '../src/applications/rules/letters/compose-letter.ts';
import { LETTER_KINDS } from '../src/applications/rules/letters/letter-kinds.ts';
import { builtInTemplate } from '../src/applications/rules/letters/letter-template.ts';
import { specimenFacts } from '../src/applications/rules/letters/specimen-facts.ts';
import { openPress } from '../src/platform/press/press.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/print-letters.ts FOLDER');
mkdirSync(folder, { recursive: true });
const press = openPress(process.env['GONGKAI_FONTS'] ?? null);
try {
  for (const kind of LETTER_KINDS) {
    const letter = composeLetter(specimenFacts(kind), builtInTemplate);
    for (const format of ['pdf', 'docx'] as const)
      writeFileSync(join(folder, `${kind}.${format}`), await press.letter(letter, format));
  }
  console.log(`${LETTER_KINDS.length} letters in ${folder}`);
} finally {
  press.close();
}
