import type { DisclosureLevel } from '../../../law/disclosure-items.ts';
import type { Agency, AgencyKind } from '../../../people/rules/agency.ts';

const TOWNSHIP_KINDS: ReadonlySet<AgencyKind> = new Set(['subdistrict', 'town', 'township']);

/** At which level an agency stands. */
export const levelOf = ({ kind }: Pick<Agency, 'kind'>): DisclosureLevel =>
  TOWNSHIP_KINDS.has(kind) ? 'township' : 'county';

/** 民政局 of 示范市晴川区民政局: the name without the places before it. */
const bareName = (name: string): string => name.replace(/^.*[市州盟]?[区县旗市](?=\p{Script=Han}{3})/u, '');

const COLLECTIVE =
  /(?:各|所有|全部)?(?<who>乡|镇|街道|乡镇)(?:（?街道）?)?[^、，；。]{0,8}(?:政府|办事处|街道办|人民政府)/u;
const ALL_TOWNSHIPS = /乡镇|镇街|街镇|街道[（(]?[乡镇]|[乡镇][（(]?街道|各[乡镇]|各街道/u;
const DEPARTMENTS = /(?<matter>\p{Script=Han}{2,10}?)(?:行政)?(?:主管)?部门/gu;
const GOVERNMENT = /(?:^|[、，,；;\n])(?:本?级|[县区市旗]级?|县级以上地方)?人?民?政府(?=$|[、，,；;\n（(])/u;
const GOVERNMENT_OFFICE = /政府办公?室?(?=$|[、，,；;\n（(])|人民政府办公室/u;

function isMeant(agency: Agency, text: string, matters: readonly string[]): boolean {
  const { name, shortName, kind } = agency;
  if (text.includes(name) || text.includes(shortName)) return kind !== 'government' || !text.includes(`${shortName}办`);
  switch (kind) {
    case 'government':
      return GOVERNMENT.test(text);
    case 'government-office':
      return GOVERNMENT_OFFICE.test(text);
    case 'subdistrict':
      return ALL_TOWNSHIPS.test(text) || /街道办事处|街道办/u.test(text);
    case 'town':
    case 'township':
      return ALL_TOWNSHIPS.test(text) || COLLECTIVE.exec(text)?.groups?.['who'] === (kind === 'town' ? '镇' : '乡');
    case 'department':
    case 'dispatched-office':
    case 'authorized-organization': {
      const bare = bareName(name);
      return text.includes(bare) || matters.some(matter => bare.startsWith(matter) || bare.includes(matter));
    }
  }
}

/**
 * The agencies that the words of 公开主体 mean: by name, by short name (区民政局, 民政局), by their matter (民政部门), or all of a kind
 * (各街道办事处、镇人民政府). Empty where the words mean nobody here: a person has to say.
 */
export function publishersOf(words: string, agencies: readonly Agency[]): readonly Agency[] {
  const text = words.replaceAll(/[ \t\u3000]+/gu, '');
  if (text === '') return [];
  const matters = [...text.matchAll(DEPARTMENTS)].map(({ groups }) =>
    groups!['matter']!.replace(/^[各县区市级]+/u, ''),
  );
  return agencies.filter(agency =>
    isMeant(
      agency,
      text,
      matters.filter(matter => matter.length >= 2),
    ),
  );
}
