import type { Agency, AgencyCode, AgencyKind } from '../../../people/rules/agency.ts';

/** Agencies of one sort below one government, as the choice of an agency lists them. */
export type AgencyGroup = { readonly name: string; readonly agencies: readonly Agency[] };

/** What may be asked of whom (Art. 27): a government with an office of its own is asked through that office. */
export function receivingAgencies(agencies: readonly Agency[]): readonly Agency[] {
  const answeredByOffice = new Set(
    agencies.filter(({ kind, parent }) => kind === 'government-office' && parent !== null).map(({ parent }) => parent!),
  );
  return agencies.filter(agency => agency.kind !== 'government' || !answeredByOffice.has(agency.code));
}

const SORTS: readonly { readonly name: string; readonly kinds: readonly AgencyKind[] }[] = [
  { name: '人民政府（由政府办公室受理）', kinds: ['government', 'government-office'] },
  { name: '政府工作部门', kinds: ['department', 'dispatched-office'] },
  { name: '街道办事处', kinds: ['subdistrict'] },
  { name: '乡镇人民政府', kinds: ['town', 'township'] },
  { name: '法律、法规授权的组织', kinds: ['authorized-organization'] },
];

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** The agencies whose name holds the words, in groups; groups without any are left out. */
export function groupAgencies(agencies: readonly Agency[], words = ''): readonly AgencyGroup[] {
  const sought = plain(words);
  const found = receivingAgencies(agencies).filter(
    ({ name, shortName }) => plain(name).includes(sought) || plain(shortName).includes(sought),
  );
  return SORTS.map(({ name, kinds }) => ({ name, agencies: found.filter(({ kind }) => kinds.includes(kind)) })).filter(
    group => group.agencies.length > 0,
  );
}

/** The agency that a page speaks of: the one named, else the office of the topmost government, else the first of all. */
export function agencyInQuestion(agencies: readonly Agency[], code: AgencyCode | undefined): Agency | undefined {
  const receiving = receivingAgencies(agencies);
  return (
    receiving.find(agency => agency.code === code) ??
    receiving.find(({ kind }) => kind === 'government-office') ??
    receiving[0]
  );
}
