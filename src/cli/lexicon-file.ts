import { readOfficeLexicon } from '../proofreading/office-lexicon.ts';
import type { OfficeLexicon } from '../proofreading/office-lexicon.ts';
import { Refusal } from './command.ts';
import { getText, readJsonText } from './settings-file.ts';

const NAME = '词表文件';

/** An office's lexicon in a file: `{ "terms": [...], "allow": [{ "text", "reason" }], "officialNumbers": [...] }`. */
export async function readLexiconFile(path: string): Promise<OfficeLexicon> {
  const lexicon = readOfficeLexicon(readJsonText(path, NAME, await getText(path, NAME)));
  if (!lexicon.ok) throw new Refusal(`${path}：${lexicon.problem}`);
  return lexicon.value;
}
