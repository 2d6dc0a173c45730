import type { Citation } from '../../law/citation.ts';
import type { Agency } from './agency.ts';

/** To whom an applicant turns against an answer of an agency; null where it must be entered with the agency. */
export type RemedyOrgans = {
  readonly reviewOrgan: string | null;
  readonly court: string | null;
  /** What was concluded from names and the tree and not entered: courts may be designated otherwise (行政诉讼法 Art. 18). */
  readonly derived: readonly ('reviewOrgan' | 'court')[];
  readonly basis: { readonly reviewOrgan: Citation; readonly court: Citation };
};

type Node = Pick<Agency, 'code' | 'name' | 'kind' | 'parent' | 'reviewOrgan' | 'court'>;

function findAbove(agency: Node, agencies: readonly Node[], wanted: (node: Node) => boolean): Node | undefined {
  const seen = new Set<string>();
  for (let code = agency.parent; code !== null && !seen.has(code);) {
    seen.add(code);
    const above = agencies.find(candidate => candidate.code === code);
    if (above === undefined) return undefined;
    if (wanted(above)) return above;
    code = above.parent;
  }
  return undefined;
}

const isGovernment = (node: Node) => node.kind === 'government';

/** 示范市晴川区人民政府 stands below 示范市人民政府, where the tree does not say so itself. */
function governmentAboveByName(name: string): string | null {
  const city = /^(.{2,}?市).{2,}[区县市旗]人民政府$/.exec(name)?.[1];
  return city === undefined ? null : `${city}人民政府`;
}

const basicCourtOf = (government: string): string | null =>
  /^.+[区县市旗]人民政府$/.test(government) ? government.replace(/人民政府$/, '人民法院') : null;
const intermediateCourtOf = (government: string): string | null =>
  /^.+(市|州|盟|地区)人民政府$/.test(government) ? government.replace(/人民政府$/, '中级人民法院') : null;

/**
 * Review organ and court of first instance (行政复议法 Art. 24, 行政诉讼法 Art. 14, 15). What is entered with the agency wins. The
 * office of a government answers for it, so its answers go where the government's go; everybody else's go to the
 * government they stand under and to the basic court.
 */
export function remedyOrgansOf(agency: Node, agencies: readonly Node[]): RemedyOrgans {
  const above = findAbove(agency, agencies, isGovernment);
  const answersAsGovernment =
    agency.kind === 'government' || (agency.kind === 'government-office' && above !== undefined);
  const government = agency.kind === 'government' ? agency : above;
  const higher = government === undefined ? undefined : findAbove(government, agencies, isGovernment);
  const organ = answersAsGovernment
    ? (government?.reviewOrgan ?? higher?.name ?? governmentAboveByName(government?.name ?? ''))
    : (government?.name ?? null);
  const court = answersAsGovernment
    ? (government?.court ?? (organ === null ? null : intermediateCourtOf(organ)))
    : government === undefined
      ? null
      : basicCourtOf(government.name);
  return {
    reviewOrgan: agency.reviewOrgan ?? organ,
    court: agency.court ?? court,
    derived: [
      ...(agency.reviewOrgan === null && organ !== null ? (['reviewOrgan'] as const) : []),
      ...(agency.court === null && court !== null ? (['court'] as const) : []),
    ],
    basis: {
      reviewOrgan: { source: 'reconsideration', article: 24, paragraph: 1 },
      court: { source: 'litigation', article: answersAsGovernment ? 15 : 14 },
    },
  };
}
