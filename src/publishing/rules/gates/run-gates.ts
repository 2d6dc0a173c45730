import type { Examined } from './examined.ts';
import { fileNames } from './file-names.ts';
import { GATES, GATES_OF_SECRECY } from './gate.ts';
import type { Found } from './gate.ts';
import { hiddenContent } from './hidden-content.ts';
import { links } from './links.ts';
import { metadata } from './metadata.ts';
import { secrecyMarks } from './secrecy-marks.ts';
import { tablesAndPictures } from './tables-and-pictures.ts';
import { unreadable } from './unreadable.ts';
import { proofreadTexts } from './wording.ts';

/** More findings than anybody reads at once. */
const AT_MOST = 500;

/** What has been left out is not thereby passed. */
const tooMany = (count: number): Found => ({
  gate: 'unreadable',
  level: 'stop',
  place: '全文',
  quote: '',
  message: `检查发现 ${count} 处，只列出最重要的 ${AT_MOST} 处。`,
  suggestion: '改正列出的问题以后再检查一次，其余的就会列出',
});

/** What may not get out comes first, then what else stops, then advice; within a gate in the order of the text. */
function rankOf({ level, gate }: Found): number {
  const place = GATES.indexOf(gate);
  if (level === 'advice') return 2 * GATES.length + place;
  return GATES_OF_SECRECY.includes(gate) ? place : GATES.length + place;
}

/** Everything that the gates find in an edition, in the order of what matters. */
export function runGates(examined: Examined): readonly Found[] {
  const found = [
    ...secrecyMarks(examined),
    ...proofreadTexts(examined),
    ...hiddenContent(examined),
    ...unreadable(examined),
    ...metadata(examined),
    ...links(examined),
    ...tablesAndPictures(examined),
    ...fileNames(examined),
  ].toSorted((one, other) => rankOf(one) - rankOf(other));
  return found.length <= AT_MOST ? found : [tooMany(found.length), ...found.slice(0, AT_MOST)];
}
