import type { Examined } from './examined.ts';
import { fileNames } from './file-names.ts';
import { GATES } from './gate.ts';
import type { Found } from './gate.ts';
import { hiddenContent } from './hidden-content.ts';
import { links } from './links.ts';
import { metadata } from './metadata.ts';
import { secrecyMarks } from './secrecy-marks.ts';
import { tablesAndPictures } from './tables-and-pictures.ts';
import { unreadable } from './unreadable.ts';
import { proofreadTexts } from './wording.ts';

/** More findings than anybody reads: a file that is all wrong is said to be so once. */
const AT_MOST = 500;

/** Everything that the gates find in an edition: what stops first, then by gate, within a gate in the order of the text. */
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
  ];
  const rank = ({ level, gate }: Found) => (level === 'stop' ? 0 : GATES.length) + GATES.indexOf(gate);
  return found.toSorted((one, other) => rank(one) - rank(other)).slice(0, AT_MOST);
}
