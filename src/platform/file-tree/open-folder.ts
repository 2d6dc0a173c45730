import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { isLitter, MOST_FILE_BYTES, MOST_FILES } from './file-tree.ts';
import type { FileTree } from './file-tree.ts';

/** The files below a folder; links are not followed. Undefined where there are too many. */
async function pathsBelow(folder: string): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop())
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isLitter(path)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) found.push(path);
      if (found.length > MOST_FILES) return undefined;
    }
  return found.sort();
}

async function readWhole(path: string): Promise<Result<Uint8Array, string>> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return size > MOST_FILE_BYTES
      ? refuse(`文件超过 ${MOST_FILE_BYTES / 1024 / 1024} MB，请压缩或者分成几个`)
      : ok(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/** Opens a folder of the server as a tree. Refuses with a sentence what is none or cannot be read. */
export async function openFolder(folder: string): Promise<Result<FileTree, string>> {
  try {
    if (!(await stat(folder)).isDirectory()) return refuse(`“${folder}”不是文件夹`);
    const paths = await pathsBelow(folder);
    if (paths === undefined) return refuse(`文件夹里超过 ${MOST_FILES} 个文件，请分成几个文件夹导入`);
    const nativeOf = new Map(paths.map(path => [path.normalize('NFC'), path]));
    return ok({
      paths: [...nativeOf.keys()],
      read: async path => {
        const native = nativeOf.get(path);
        if (native === undefined) return refuse('没有这个文件');
        const place = join(folder, native.replaceAll('/', sep));
        try {
          // What was a file when the folder was read may have become a link since.
          return (await lstat(place)).isFile() ? await readWhole(place) : refuse('这个文件已经不在原处');
        } catch {
          return refuse('这个文件读不了，请检查它的读取权限');
        }
      },
      close: async () => {},
    });
  } catch {
    return refuse(`文件夹“${folder}”打不开，请检查路径和读取权限`);
  }
}
