import type { Result } from '../../kernel/result.ts';

/**
 * Foreign files under their paths: a folder, or what is packed into a ZIP. Paths are asked for as they were listed and nothing else is
 * ever opened, so that no path of a table leads out of it.
 */
export type FileTree = {
  /** Every file by its path with `/` between folders, in the order of the paths. */
  readonly paths: readonly string[];
  /** The bytes of a file; one sentence where it cannot be read, or is larger than a file may be. */
  readonly read: (path: string) => Promise<Result<Uint8Array, string>>;
  readonly close: () => Promise<void>;
};

/** Files beyond this are not looked at: 100 000 items with their attachments are half of it. */
export const MOST_FILES = 1_000_000;
/** One file of a tree, whatever it unfolds to. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** Files that systems leave behind in folders and archives. */
export const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/iu.test(path);

/** A path as a table may write it, made like those of a tree; undefined for one that leads upwards. */
export function findTreePath(text: string): string | undefined {
  const parts: string[] = [];
  for (const part of text.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
