import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import type { CellPath, FormCell } from '../../../law/report-form/cells.ts';
import { editionFor } from '../../../law/report-form/edition.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { aggregateReports } from '../aggregate.ts';
import type { Cell } from '../cell.ts';
import { cellAt, valueAt } from '../report.ts';
import type { AnnualReport } from '../report.ts';
import type { CollectedReport } from './collected-report.ts';

/** An agency whose report is not in the sum, and why: it did not report, it was returned, or it is of another form. */
export type Uncounted = {
  readonly agency: AgencyCode;
  readonly name: string;
  readonly why: 'missing' | 'returned' | 'other-form';
};
export const UNCOUNTED_LABEL = {
  missing: '未报',
  returned: '已退回，等待重新报送',
  'other-form': '用的不是这个年度的格式，不能相加',
} as const satisfies Record<Uncounted['why'], string>;

/** The sum of an area's reports (E10) with everything that whoever signs it must know. */
export type DistrictAggregate = {
  readonly report: AnnualReport;
  readonly parts: readonly CollectedReport[];
  readonly uncounted: readonly Uncounted[];
  /** Cells without a sum, by the agencies that lack them. */
  readonly unread: ReadonlyMap<CellPath, readonly string[]>;
  /** Cells that agencies left blank or crossed out: taken for 0. */
  readonly blank: ReadonlyMap<CellPath, readonly string[]>;
};

const mapOf = (cells: readonly { readonly path: CellPath; readonly files: readonly string[] }[]) =>
  new Map(cells.map(({ path, files }) => [path, files]));

/** Adds the reports of a round up. `expected` are all that are to report, by name; a report that was returned does not count. */
export function aggregateDistrict(
  collected: readonly CollectedReport[],
  expected: ReadonlyMap<AgencyCode, string>,
  district: { readonly name: string; readonly year: number },
): DistrictAggregate {
  const due = collected.filter(({ agency }) => expected.has(agency));
  const byAgency = new Map(due.map(one => [one.agency, one]));
  const edition = editionFor(district.year) ?? '2019';
  const whyNot = (agency: AgencyCode): Uncounted['why'] | null => {
    const one = byAgency.get(agency);
    if (one === undefined) return 'missing';
    if (one.state === 'returned') return 'returned';
    return one.report.edition === edition ? null : 'other-form';
  };
  const parts = due.filter(({ agency }) => whyNot(agency) === null);
  // Parts are told apart by agency here; what a file prints as its name or year was settled when it was filed.
  const sum = aggregateReports(
    parts.map(({ agencyName, report, year }) => ({
      file: agencyName,
      report: { ...report, agency: null, year, edition },
    })),
    { agency: district.name, year: district.year },
  );
  if (!sum.ok) throw new Error(`Reports of one round cannot be added up: ${sum.problem}`);
  return {
    report: sum.value.report,
    parts,
    uncounted: [...expected].flatMap(([agency, name]) => {
      const why = whyNot(agency);
      return why === null ? [] : [{ agency, name, why }];
    }),
    unread: mapOf(sum.value.unread),
    blank: mapOf(sum.value.blank),
  };
}

/** One agency's share of a cell. */
export type CellShare = { readonly agency: AgencyCode; readonly name: string; readonly cell: Cell };

/** What stands behind a cell of the sum: every agency with its own cell, the largest first, then what has no number. */
export function sharesOf({ parts }: Pick<DistrictAggregate, 'parts'>, path: CellPath): readonly CellShare[] {
  const shares = parts.map(({ agency, agencyName, report }) => ({
    agency,
    name: agencyName,
    cell: cellAt(report, path),
  }));
  return shares.sort((a, b) => (b.cell.value ?? -1) - (a.cell.value ?? -1) || (a.agency < b.agency ? -1 : 1));
}

export type CellDifference = FormCell & { readonly own: number | null; readonly sum: number | null };

/** The cells in which the area's own report is not the sum of the parts as they are now: after a correction, these are to be mended. */
export function differencesFromSum(own: AnnualReport, sum: AnnualReport): readonly CellDifference[] {
  return FORM_CELLS[sum.edition].flatMap(cell => {
    const [a, b] = [valueAt(own, cell.path), valueAt(sum, cell.path)];
    return a === b ? [] : [{ ...cell, own: a, sum: b }];
  });
}
