import { readFile } from 'node:fs/promises';
import { Refusal } from './command.ts';

/** The text of a file that a person keeps beside the reports; undefined where it is not there. `name` is what it is called. */
export async function findText(path: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Refusal(`${path}：${name}读不出来，请检查路径和权限`, { cause: error });
  }
}

/** The same for a file that must be there. */
export async function getText(path: string, name: string): Promise<string> {
  const text = await findText(path, name);
  if (text === undefined) throw new Refusal(`${path}：没有这个${name}，请检查路径`);
  return text;
}

/** The text as JSON. */
export function readJsonText(path: string, name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal(`${path}：${name}不是完整的 JSON，请改正后重试`, { cause: error });
  }
}
