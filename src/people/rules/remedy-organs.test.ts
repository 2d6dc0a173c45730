import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import type { Agency } from './agency.ts';
import { isUppermost, overseenAgencies } from './overseen-agencies.ts';
import { readAgency } from './read-agency.ts';
import { remedyOrgansOf } from './remedy-organs.ts';

function agencyOf(input: unknown): Agency {
  const agency = readAgency(input);
  if (!agency.ok) throw new Error(agency.problem);
  return agency.value;
}

// As if nothing had been entered by hand: what is left follows from the table.
const AGENCIES = SAMPLE_AGENCIES.map(input => agencyOf({ ...input, reviewOrgan: null, court: null }));
const get = (code: string) => AGENCIES.find(agency => agency.code === code)!;
const organsOf = (code: string, agencies: readonly Agency[] = AGENCIES) => {
  const { reviewOrgan, court } = remedyOrgansOf(
    agencies.find(agency => agency.code === code)!,
    agencies,
  );
  return [reviewOrgan, court];
};

test('a government and its office answer before the government above and the intermediate court', () => {
  for (const code of ['990101-000', '990101-001'])
    expect(organsOf(code)).toEqual(['示范市人民政府', '示范市中级人民法院']);
});

test('departments, towns and subdistricts answer before the government and the basic court', () => {
  for (const code of ['990101-002', '990101-101', '990101-102'])
    expect(organsOf(code)).toEqual(['示范市晴川区人民政府', '示范市晴川区人民法院']);
});

test('what is entered wins over what is derived, and the government’s holds for its office', () => {
  const designated = AGENCIES.map(agency =>
    agency.code === '990101-002'
      ? { ...agency, court: '示范市临江区人民法院' }
      : agency.code === '990101-000'
        ? { ...agency, court: '示范市铁路运输中级法院' }
        : agency,
  );
  expect(organsOf('990101-002', designated)).toEqual(['示范市晴川区人民政府', '示范市临江区人民法院']);
  expect(organsOf('990101-001', designated)).toEqual(['示范市人民政府', '示范市铁路运输中级法院']);
  expect(remedyOrgansOf(designated[2]!, designated).derived).toEqual(['reviewOrgan']);
});

test('the tree is believed before a name', () => {
  const city = agencyOf({ code: '990000-000', name: '模范市人民政府', shortName: '市政府', kind: 'government' });
  const placed = [
    city,
    ...AGENCIES.map(agency => (agency.parent === null ? { ...agency, parent: city.code } : agency)),
  ];
  expect(organsOf('990101-001', placed)).toEqual(['模范市人民政府', '模范市中级人民法院']);
  expect(organsOf('990101-102', placed)).toEqual(['示范市晴川区人民政府', '示范市晴川区人民法院']);
});

test('what cannot be known is null, never a guess', () => {
  const lone = agencyOf({ code: '990303-001', name: '示例管理委员会', shortName: '管委会', kind: 'department' });
  expect(organsOf(lone.code, [lone])).toEqual([null, null]);
  const county = agencyOf({ code: '990303-000', name: '示例县人民政府', shortName: '县政府', kind: 'government' });
  expect(organsOf(county.code, [county])).toEqual([null, null]);
});

test('a government office supervises for its government; a department nobody; the uppermost speak for the installation', () => {
  const codes = AGENCIES.map(({ code }) => code);
  const office = get('990101-001').code;
  expect(overseenAgencies(office, AGENCIES)).toEqual(codes.filter(code => code !== office));
  expect(overseenAgencies(get('990101-002').code, AGENCIES)).toEqual([]);
  expect(codes.filter(code => isUppermost(code, AGENCIES))).toEqual(['990101-000', '990101-001']);
});
