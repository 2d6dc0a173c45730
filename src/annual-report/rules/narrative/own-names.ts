/** The names by which a report calls its own agency, by their first character, the longest first. */
export type OwnNames = ReadonlyMap<number, readonly string[]>;

const SHORTEST = 3;
const LONGEST = 40;
const AREA = /[省市州县区旗盟镇乡]/;

/**
 * 示范市晴川区人民政府办公室 is also 晴川区人民政府办公室, 区政府办公室 and 区政府办: every ending of the name from three characters on,
 * with 政府 for 人民政府 and 办 for 办公室. None for an agency without a name.
 */
export function ownNamesOf(agency: string | null): OwnNames {
  if (agency === null || agency.length > LONGEST) return new Map();
  const written = [agency, agency.replace('人民政府', '政府')];
  const names = [...written, ...written.map(name => name.replace(/办公室$/, '办'))].flatMap(name =>
    Array.from({ length: Math.max(0, name.length - SHORTEST + 1) }, (_, start) => name.slice(start)),
  );
  return Map.groupBy(
    [...new Set(names)].sort((a, b) => b.length - a.length),
    name => name.charCodeAt(0),
  );
}

/** The name that begins at `at`; undefined where none does, and where an area stands before a name without one (市教育局 for 教育局). */
export function findOwnName(names: OwnNames, text: string, at: number): string | undefined {
  const name = names.get(text.charCodeAt(at))?.find(candidate => text.startsWith(candidate, at));
  if (name === undefined || (at > 0 && AREA.test(text[at - 1]!))) return undefined;
  return name;
}
