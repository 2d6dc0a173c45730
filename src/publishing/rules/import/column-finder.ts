import { columnPath } from '../column.ts';
import type { Column } from '../column.ts';

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
/** How exports part the columns of a path. */
const PARTED = /\s*(?:[/\\>›»→|]|--|-(?=\D))\s*/u;

/** Finds the column that a text names: by its code, its whole path, or its name where only one column has that name. */
export type FindColumn = (text: string) => Column | undefined;

/** Prepares the search among an agency's columns. */
export function columnFinder(columns: readonly Column[]): FindColumn {
  const byName = new Map<string, Column | null>();
  const add = (name: string, column: Column) =>
    void byName.set(name, byName.has(name) && byName.get(name) !== column ? null : column);
  for (const column of columns) {
    const path = columnPath(columns, column.code).map(({ name }) => plain(name));
    // A path is named from any of its columns on: 政策文件/区政府文件 as well as 政务公开/政策文件/区政府文件.
    for (let from = 0; from < path.length; from += 1) add(path.slice(from).join('/'), column);
    add(column.code, column);
  }
  return text => {
    const whole = byName.get(plain(text));
    if (whole !== undefined) return whole ?? undefined;
    const parts = text
      .split(PARTED)
      .map(plain)
      .filter(part => part !== '');
    // What an export writes above the columns that there are here says nothing.
    for (let from = 0; from < parts.length; from += 1) {
      const found = byName.get(parts.slice(from).join('/'));
      if (found !== undefined) return found ?? undefined;
    }
    return undefined;
  };
}
