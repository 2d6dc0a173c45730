import type { AgencyCode, AgencyKind } from '../../../people/rules/agency.ts';
import type { CollectedReport } from '../collection/collected-report.ts';

/** An agency among its peers; `rank` 1 is the greatest, equal values share a rank. */
export type Standing = {
  readonly agency: AgencyCode;
  readonly agencyName: string;
  readonly value: number;
  readonly rank: number;
};

/** The five figures that say how values spread; quartiles between two values are interpolated. */
export type Spread = {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly greatest: number;
};

/** Agencies of one kind by one measure, the greatest first. */
export type PeerGroup = {
  readonly kind: AgencyKind;
  readonly standings: readonly Standing[];
  /** Null where fewer than `PEERS_AT_LEAST` have a value: quartiles of two say nothing. */
  readonly spread: Spread | null;
  /** Those of the kind that have no value. */
  readonly without: readonly AgencyCode[];
};

export const PEERS_AT_LEAST = 4;

/** The value at a share (0 to 1) of sorted values, between two of them in proportion. */
export function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < PEERS_AT_LEAST) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [least, lowerQuartile, median, upperQuartile, greatest] = [0, 0.25, 0.5, 0.75, 1].map(share =>
    quantileOf(sorted, share),
  ) as [number, number, number, number, number];
  return { least, lowerQuartile, median, upperQuartile, greatest };
}

/**
 * Reports of one year compared among agencies of the same kind: a street is not held against a bureau. `valueOf` gives what is
 * compared, null where a report has no such value.
 */
export function comparePeers(
  reports: readonly CollectedReport[],
  kindOf: (agency: AgencyCode) => AgencyKind | undefined,
  valueOf: (report: CollectedReport) => number | null,
): readonly PeerGroup[] {
  const known = reports.flatMap(report => {
    const kind = kindOf(report.agency);
    return kind === undefined ? [] : [{ report, kind, value: valueOf(report) }];
  });
  return [...Map.groupBy(known, ({ kind }) => kind)].map(([kind, group]): PeerGroup => {
    const values = group.flatMap(({ report: { agency, agencyName }, value }) =>
      value === null ? [] : [{ agency, agencyName, value }],
    );
    const standings = values
      .toSorted((a, b) => b.value - a.value || a.agency.localeCompare(b.agency))
      .map(one => ({ ...one, rank: 1 + values.filter(({ value }) => value > one.value).length }));
    return {
      kind,
      standings,
      spread: spreadOf(values.map(({ value }) => value)),
      without: group.filter(({ value }) => value === null).map(({ report }) => report.agency),
    };
  });
}
