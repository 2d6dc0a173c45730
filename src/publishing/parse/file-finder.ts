import { findTreePath } from '../../platform/file-tree/file-tree.ts';

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Finds the file that a table or a page means: beside the file that names it, below the table, or anywhere under a path that ends
 * so, where only one does. Nothing outside of the tree is ever found.
 */
export type FindFile = (text: string, near: string) => string | undefined;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Prepares the search among the paths of a tree; `top` is the folder in which the table stands. */
export function fileFinder(paths: readonly string[], top: string): FindFile {
  const known = new Map(paths.map(path => [path.toLowerCase(), path]));
  const byBase = Map.groupBy(paths, path => baseOf(path).toLowerCase());
  return (text, near) => {
    const path = text
      .trim()
      .replace(/^(?:https?:)?\/\/[^/]+/iu, '')
      .replace(/[?#].*$/u, '');
    for (const name of new Set([path, decoded(path)])) {
      const candidates = name.startsWith('/') ? [`${top}${name}`, name] : [`${near}/${name}`, `${top}/${name}`, name];
      for (const candidate of candidates) {
        const found = known.get(findTreePath(candidate)?.toLowerCase() ?? '');
        if (found !== undefined) return found;
      }
      const asked = findTreePath(name)?.toLowerCase();
      if (asked === undefined) continue;
      const ending = (byBase.get(baseOf(asked)) ?? []).filter(one => one.toLowerCase().endsWith(`/${asked}`));
      if (ending.length === 1) return ending[0];
      // The export has laid the files out anew, and the table still names the old place.
      const same = byBase.get(baseOf(asked)) ?? [];
      if (ending.length === 0 && same.length === 1) return same[0];
    }
    return undefined;
  };
}

/** The files that a cell names: one a line or between semicolons; between commas where the cell as it stands names none. */
export function filesNamed(
  cell: string,
  near: string,
  find: FindFile,
): readonly { readonly text: string; readonly path: string | undefined }[] {
  const parts = (pattern: RegExp) =>
    cell
      .split(pattern)
      .map(text => text.trim())
      .filter(text => text !== '');
  const whole = parts(/[;；|\n]+/u);
  const several = whole.length === 1 && find(whole[0]!, near) === undefined ? parts(/[;；|\n,，、]+/u) : whole;
  return several.map(text => ({
    text,
    path: find(text, near) ?? find(/[(（]([^()（）]+)[)）]$/u.exec(text)?.[1] ?? '', near),
  }));
}
