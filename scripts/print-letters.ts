// Prints every kind of letter and form on invented facts: node scripts/print-letters.ts FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '../src/applications/rules/letters/compose-letter.ts';
import { LETTER_KINDS } from '../src/applications/rules/letters/letter-kinds.ts';
import { builtInTemplate } from '../src/applications/rules/letters/letter-template.ts';
import { specimenFacts } from '../src/applications/rules/letters/specimen-facts.ts';
import { entriesOfLetter, formDocument } from '../src/applications/rules/letters/forms/form-document.ts';
import { FORM_KINDS } from '../src/applications/rules/letters/forms/form-kinds.ts';
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
  for (const kind of FORM_KINDS) {
    const facts = specimenFacts(kind === 'opinion-slip' ? 'third-party-consultation' : 'withheld');
    const form = formDocument(kind, facts.agency.name, entriesOfLetter(facts));
    for (const format of ['pdf', 'docx'] as const)
      writeFileSync(join(folder, `${kind}.${format}`), await press.document(form, format));
  }
  console.log(`${LETTER_KINDS.length} letters and ${FORM_KINDS.length} forms in ${folder}`);
} finally {
  press.close();
}
