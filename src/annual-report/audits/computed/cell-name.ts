import type { CellPath } from '../../../law/report-form/cells.ts';
import { findFormCell } from '../../../law/report-form/cells.ts';

/** The cell in words: 「行政规范性文件·本年制发件数」. */
export function cellName(path: CellPath): string {
  return findFormCell(path)?.name ?? path;
}

/** The row (in table four the group) a cell stands in: 「（五）不予处理3.要求提供公开出版物」. */
export function lineName(path: CellPath): string {
  const name = cellName(path);
  return name.slice(0, name.lastIndexOf('·'));
}

/** The path of the row a cell stands in: `table3.declined.publication`. */
export function lineOf(path: CellPath): string {
  return path.slice(0, path.lastIndexOf('.'));
}
