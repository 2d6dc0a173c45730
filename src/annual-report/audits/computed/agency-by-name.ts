import type { Agency, AgencyCode } from '../../../people/rules/agency.ts';
import { isSameAgency, plainAgencyName } from './agency-rank.ts';

type Named = Pick<Agency, 'code' | 'name' | 'shortName'>;

/**
 * The agency that a name in a report stands for: by what a person has answered, by its full or short name, or by the only one of
 * that name without the larger areas. Undefined rather than a guess: then somebody is asked.
 */
export function findAgencyByName(
  printed: string,
  agencies: readonly Named[],
  answered: ReadonlyMap<string, AgencyCode>,
): AgencyCode | undefined {
  const remembered = answered.get(printed);
  if (remembered !== undefined) return remembered;
  const plain = plainAgencyName(printed);
  const exact = agencies.filter(({ name, shortName }) => [name, shortName].map(plainAgencyName).includes(plain));
  if (exact.length === 1) return exact[0]!.code;
  const similar = agencies.filter(({ name }) => isSameAgency(name, printed));
  return plain.length >= 3 && similar.length === 1 ? similar[0]!.code : undefined;
}
