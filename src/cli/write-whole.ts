import { rename, rm, writeFile } from 'node:fs/promises';
import { Refusal } from './command.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件夹不存在，请先建好文件夹',
  EACCES: '没有写入权限，请换一个位置',
  EISDIR: '这是一个文件夹，请写出文件名',
  ENOSPC: '磁盘已满，请清理后重试',
};

/** Writes a file whole or not at all: a failure leaves neither an empty file nor half of one, and the old one as it was. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  try {
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '写不进去，请检查路径';
    throw new Refusal(`${path}：${reason}`, { cause: error });
  }
}
