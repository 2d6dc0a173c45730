import { readFile, stat } from 'node:fs/promises';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FileTree } from './file-tree.ts';

/** A table of 100 000 lines with their texts. */
const MOST_BYTES = 300 * 1024 * 1024;

const nameIn = (path: string): string => path.split(/[/\\]/u).at(-1)!;

/** A single file as a tree, at a path of the server or as bytes. Refuses with a sentence one that is too large or cannot be read. */
export async function openTable(path: string, bytes?: Uint8Array): Promise<Result<FileTree, string>> {
  const name = nameIn(path);
  const size =
    bytes?.byteLength ??
    (await stat(path).then(
      ({ size: own }) => own,
      () => null,
    ));
  if (size === null) return refuse(`“${path}”打不开，请检查读取权限`);
  if (size > MOST_BYTES) return refuse(`“${name}”超过 ${MOST_BYTES / 1024 / 1024} MB，请分成几个表导入`);
  return ok({
    paths: [name],
    read: async asked => (asked === name ? ok(bytes ?? (await readFile(path))) : refuse('没有这个文件')),
    close: async () => {},
  });
}
