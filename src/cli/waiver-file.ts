import { readWaivers } from '../annual-report/rules/waiver.ts';
import type { Waiver } from '../annual-report/rules/waiver.ts';
import { Refusal } from './command.ts';
import { findText, getText, readJsonText } from './settings-file.ts';
import { writeWhole } from './write-whole.ts';

const NAME = '豁免文件';

function readText(path: string, text: string): readonly Waiver[] {
  const waivers = readWaivers(readJsonText(path, NAME, text));
  if (!waivers.ok) throw new Refusal(`${path}：${waivers.problem}`);
  return waivers.value;
}

/** The waivers in a file; a file that is not there is refused. */
export async function readWaiverFile(path: string): Promise<readonly Waiver[]> {
  return readText(path, await getText(path, NAME));
}

/** Adds a waiver to a file, which is made when it is not there; the old content stays whole until the new one is written. */
export async function addToWaiverFile(path: string, waiver: Waiver): Promise<void> {
  const text = await findText(path, NAME);
  const others =
    text === undefined ? [] : readText(path, text).filter(other => other.fingerprint !== waiver.fingerprint);
  await writeWhole(path, `${JSON.stringify([...others, waiver], null, 2)}\n`);
}
