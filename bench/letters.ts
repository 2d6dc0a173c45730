// One letter of two pages: composed, typeset, as a Word document.
import { composeLetter } from '../src/applications/rules/letters/compose-letter.ts';
import { builtInTemplate } from '../src/applications/rules/letters/letter-template.ts';
import { specimenFacts } from '../src/applications/rules/letters/specimen-facts.ts';
import { writeLetter } from '../src/platform/docx/write-letter.ts';
import { createTypesetter } from '../src/platform/typst/typeset.ts';
import { measure } from './measure.ts';

/** 部分公开告知书, warm. */
export async function benchLetters(): Promise<void> {
  const typesetter = createTypesetter(null);
  console.log('\none letter of two pages (部分公开告知书), warm');
  const facts = specimenFacts('partly-granted');
  const letter = composeLetter(facts, builtInTemplate);
  const composing = await measure(async () => composeLetter(facts, builtInTemplate));
  // The typesetter remembers what it has set: each letter is another one.
  let addressees = 0;
  const letterPdf = await measure(async () => {
    addressees += 1;
    const blocks = letter.blocks.map(block => ({ ...block, text: `${block.text}${addressees}` }));
    return typesetter.letter({ ...letter, addressee: `申请人${addressees}`, blocks });
  });
  const letterDocx = await measure(async () => writeLetter(letter));
  console.log(
    `composed ${composing.toFixed(3)} ms   pdf ${letterPdf.toFixed(2)} ms (aim 80 ms)   docx ${letterDocx.toFixed(2)} ms`,
  );
}
