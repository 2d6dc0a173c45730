import { stat } from 'node:fs/promises';
import { refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FileTree } from '../../../platform/file-tree/file-tree.ts';
import { openArchive } from '../../../platform/file-tree/open-archive.ts';
import { openFolder } from '../../../platform/file-tree/open-folder.ts';
import type { FileId, FileStore } from '../../../platform/files/file-store.ts';
import { openTable } from '../../../platform/file-tree/open-table.ts';
import type { ItemImport } from '../../rules/import/item-import.ts';

const TABLE = /\.(?:xlsx|csv|tsv)$/iu;

/** Opens what is to be imported at a path of the server: a folder, a ZIP, or a table by itself. Refuses with a sentence. */
export async function openPlace(path: string): Promise<Result<FileTree, string>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return refuse(`“${path}”不存在或者打不开，请检查路径和读取权限`);
  if (found.isDirectory()) return openFolder(path);
  return TABLE.test(path) ? openTable(path) : openArchive(path);
}

/** Opens what was sent to us: a ZIP, or a table by itself. */
export function openSent(bytes: Uint8Array, name: string): Promise<Result<FileTree, string>> {
  return TABLE.test(name) ? openTable(name, bytes) : openArchive(bytes);
}

/** Opens the files of an import again. */
export async function openSource(
  files: FileStore,
  { source, place, file, name }: Pick<ItemImport, 'source' | 'place' | 'file' | 'name'>,
): Promise<Result<FileTree, string>> {
  if (source === 'path') return openPlace(place ?? '');
  return file === null ? refuse('上传的文件已经删除') : openSent(await files.read(file as FileId), name);
}
