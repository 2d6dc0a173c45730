import type { DisclosureLevel } from '../../../law/disclosure-items.ts';
import { STANDARD_FIELDS } from '../../../law/disclosure-items.ts';
import { findStandardField } from '../../../law/standard-fields.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Duty, Standing } from './duties.ts';
import type { StoredEntry } from './stored-entry.ts';

export const LEVELS = ['county', 'township'] as const satisfies readonly DisclosureLevel[];
export const LEVEL_LABEL = { county: '县级', township: '乡级' } as const satisfies Record<DisclosureLevel, string>;

/** A duty with the level at which its agency stands; null where nobody here is meant. */
export type LeveledDuty = Duty & { readonly level: DisclosureLevel | null };

/** An entry with what it demands of everybody who is meant. */
export type DutifulEntry = { readonly entry: StoredEntry; readonly duties: readonly LeveledDuty[] };

/** How many entries stand how; each entry is in one of the last four, so that they add up to the first. */
export type CoverageFigures = { readonly entries: number } & Readonly<Record<Standing, number>>;

const WORST: readonly Standing[] = ['late', 'empty', 'fulfilled', 'set-aside'];

/** How an entry stands where several answer for it: as whoever of them stands worst. */
export function worstOf(duties: readonly Duty[]): Standing {
  return WORST.find(standing => duties.some(duty => duty.standing === standing)) ?? 'empty';
}

/** The levels at which an entry is published: those that are ticked, else those at which somebody answers, else 县级. */
export function levelsOf({ entry, duties }: DutifulEntry): readonly DisclosureLevel[] {
  if (entry.levels.length > 0) return entry.levels;
  const met = LEVELS.filter(level => duties.some(duty => duty.level === level));
  return met.length > 0 ? met : ['county'];
}

/** Who answers for an entry at a level: the agencies that stand there, or everybody who is meant where none does. */
export function dutiesAt({ duties }: DutifulEntry, level: DisclosureLevel): readonly LeveledDuty[] {
  const own = duties.filter(duty => duty.level === level);
  return own.length > 0 ? own : duties;
}

export function figuresOf(standings: readonly Standing[]): CoverageFigures {
  const count = (standing: Standing) => standings.filter(one => one === standing).length;
  return {
    entries: standings.length,
    fulfilled: count('fulfilled'),
    late: count('late'),
    empty: count('empty'),
    'set-aside': count('set-aside'),
  };
}

export type FieldCoverage = {
  readonly field: string;
  readonly levels: Readonly<Record<DisclosureLevel, CoverageFigures>>;
  /** Every entry once, whatever its levels. */
  readonly total: CoverageFigures;
};

/** The fields in which there are entries, the 试点领域 first and in their order. */
export function fieldsOf(entries: readonly { readonly field: string }[]): readonly string[] {
  const rank = (field: string) => {
    const standard = findStandardField(field);
    return standard === undefined ? STANDARD_FIELDS.length : STANDARD_FIELDS.indexOf(standard);
  };
  return [...new Set(entries.map(({ field }) => field))].toSorted(
    (one, other) => rank(one) - rank(other) || one.localeCompare(other, 'zh'),
  );
}

/** The matrix 领域 × 层级. */
export function coverageByLevel(entries: readonly DutifulEntry[]): readonly FieldCoverage[] {
  const byField = Map.groupBy(entries, ({ entry }) => entry.field);
  return fieldsOf(entries.map(({ entry }) => entry)).map(field => {
    const own = byField.get(field)!;
    const at = (level: DisclosureLevel) =>
      figuresOf(own.filter(one => levelsOf(one).includes(level)).map(one => worstOf(dutiesAt(one, level))));
    return {
      field,
      levels: { county: at('county'), township: at('township') },
      total: figuresOf(own.map(({ duties }) => worstOf(duties))),
    };
  });
}

export type AgencyCoverage = {
  /** Null for the entries that mean nobody here. */
  readonly agency: AgencyCode | null;
  readonly fields: ReadonlyMap<string, CoverageFigures>;
  readonly total: CoverageFigures;
};

/** The matrix 机关 × 领域: for every agency that is meant its own duties. */
export function coverageByAgency(entries: readonly DutifulEntry[]): readonly AgencyCoverage[] {
  const duties = entries.flatMap(({ entry, duties: own }) => own.map(duty => ({ field: entry.field, duty })));
  return [...Map.groupBy(duties, ({ duty }) => duty.agency)]
    .map(([agency, own]) => ({
      agency,
      fields: new Map(
        [...Map.groupBy(own, ({ field }) => field)].map(([field, some]) => [
          field,
          figuresOf(some.map(({ duty }) => duty.standing)),
        ]),
      ),
      total: figuresOf(own.map(({ duty }) => duty.standing)),
    }))
    .toSorted((one, other) => (one.agency ?? '\u{FFFF}').localeCompare(other.agency ?? '\u{FFFF}'));
}
