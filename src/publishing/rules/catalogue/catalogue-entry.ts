import type { DisclosureLevel } from '../../../law/disclosure-items.ts';
import type { Deadline } from './deadline.ts';

/** One line of a 基层政务公开标准目录 (国办发〔2019〕54号). */
export type CatalogueEntry = {
  /** 领域, such as 社会救助. */
  readonly field: string;
  /** Line of the table, counted from 1 below its head. */
  readonly line: number;
  readonly firstItem: string;
  readonly secondItem: string;
  /** 公开内容（要素）. */
  readonly elements: string;
  readonly basis: string;
  readonly deadlineText: string;
  readonly deadline: Deadline;
  /** 公开主体. */
  readonly publisher: string;
  /** The channels that are ticked. */
  readonly channels: readonly string[];
  /** 公开对象; null where neither is ticked. */
  readonly audience: 'everyone' | 'some' | null;
  readonly ways: readonly ('proactive' | 'on-application')[];
  /** 公开层级; empty where the table has no such columns. */
  readonly levels: readonly DisclosureLevel[];
};

/** Something that was mended while reading, or that a person must look at. */
export type CatalogueRemark = { readonly field: string; readonly line: number; readonly message: string };

export type Catalogue = { readonly entries: readonly CatalogueEntry[]; readonly remarks: readonly CatalogueRemark[] };

/** How many entries a field has at each level; entries whose table names no level count at both. */
export type CoverageRow = { readonly field: string; readonly county: number; readonly township: number };

/** The matrix of fields and levels, fields in the order of the catalogue. */
export function coverageOf(entries: readonly CatalogueEntry[]): readonly CoverageRow[] {
  return [...Map.groupBy(entries, ({ field }) => field)].map(([field, own]) => {
    const at = (level: DisclosureLevel) =>
      own.filter(({ levels }) => levels.length === 0 || levels.includes(level)).length;
    return { field, county: at('county'), township: at('township') };
  });
}
