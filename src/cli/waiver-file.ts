import { readFile } from 'node:fs/promises';
import { readWaivers } from '../annual-report/rules/waiver.ts';
import type { Waiver } from '../annual-report/rules/waiver.ts';
import { Refusal } from './command.ts';
import { writeWhole } from './write-whole.ts';

async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Refusal(`${path}：豁免文件读不出来，请检查路径和权限`, { cause: error });
  }
}

function readText(path: string, text: string): readonly Waiver[] {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${path}：豁免文件不是完整的 JSON，请恢复备份或删除后重建`, { cause: error });
  }
  const waivers = readWaivers(input);
  if (!waivers.ok) throw new Refusal(`${path}：${waivers.problem}`);
  return waivers.value;
}

/** The waivers in a file; a file that is not there is refused. */
export async function readWaiverFile(path: string): Promise<readonly Waiver[]> {
  const text = await findText(path);
  if (text === undefined) throw new Refusal(`${path}：没有这个豁免文件，请检查路径`);
  return readText(path, text);
}

/** Adds a waiver to a file, which is made when it is not there; the old content stays whole until the new one is written. */
export async function addToWaiverFile(path: string, waiver: Waiver): Promise<void> {
  const text = await findText(path);
  const others =
    text === undefined ? [] : readText(path, text).filter(other => other.fingerprint !== waiver.fingerprint);
  await writeWhole(path, `${JSON.stringify([...others, waiver], null, 2)}\n`);
}
