import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { ForeignFile, Unexamined } from '../annual-report/examination/examination.ts';
import { MAX_FILE_BYTES } from '../annual-report/examination/examination.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Terminal } from './command.ts';

/** Files read from the disk ahead of the one whose answer is due. */
export const AHEAD = 8;
const MOST_READERS = 4;

/** How many processes are worth starting for so many files. */
export function readersFor(paths: readonly string[]): number {
  return Math.max(1, Math.min(paths.length, availableParallelism(), MOST_READERS));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件，请检查路径',
  EISDIR: '这是一个文件夹，请写出其中的文件名',
  EACCES: '没有读取权限，请检查文件权限',
};

async function readNamedFile(path: string): Promise<Result<ForeignFile, Unexamined>> {
  try {
    await using handle = await open(path, 'r');
    const status = await handle.stat();
    if (status.isDirectory()) return refuse({ file: path, message: REASONS['EISDIR']! });
    if (status.size > MAX_FILE_BYTES) {
      const size = Math.ceil(status.size / 1024 / 1024);
      return refuse({
        file: path,
        message: `文件有 ${size} MB，超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 上限，请只保留年度报告部分后重试`,
      });
    }
    return ok({ name: path, bytes: await handle.readFile() });
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '文件读不出来，请检查磁盘和路径';
    return refuse({ file: path, message: reason });
  }
}

/** A file named on the command line, `-` being standard input; a sentence where it cannot be had. */
export async function readInputFile(path: string, terminal: Terminal): Promise<Result<ForeignFile, Unexamined>> {
  return path === '-' ? ok({ name: '标准输入', bytes: await terminal.stdin() }) : readNamedFile(path);
}
