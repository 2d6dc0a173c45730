import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../../sample/qingchuan/agencies.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { readAgency } from '../../../people/rules/read-agency.ts';
import { ITEM_SCALE_WORDS, PAGE_SCALE_WORDS } from './fee-words.ts';
import { agencyInQuestion, groupAgencies, receivingAgencies } from './receiving-agencies.ts';

const agencies = SAMPLE_AGENCIES.map(input => {
  const agency = readAgency(input);
  if (!agency.ok) throw new Error(agency.problem);
  return agency.value;
});

test('a government that has an office is asked through its office', () => {
  const codes = receivingAgencies(agencies).map(({ code }) => code);
  expect(codes).not.toContain('990101-000');
  expect(codes).toContain('990101-001');
  expect(agencyInQuestion(agencies, getAgencyCode('990101-000'))?.code).toBe('990101-001');
  const alone = agencies.filter(({ kind }) => kind !== 'government-office');
  expect(receivingAgencies(alone).map(({ code }) => code)).toContain('990101-000');
});

test('every agency that may be asked stands in exactly one group', () => {
  const grouped = groupAgencies(agencies).flatMap(group => group.agencies.map(({ code }) => code));
  expect(grouped.toSorted()).toEqual(
    receivingAgencies(agencies)
      .map(({ code }) => code)
      .toSorted(),
  );
});

test('an agency is found by a part of its full or its short name', () => {
  expect(groupAgencies(agencies, '教育').flatMap(group => group.agencies.map(({ name }) => name))).toEqual([
    '示范市晴川区教育局',
  ]);
  expect(groupAgencies(agencies, ' 区人社局 ')).toHaveLength(1);
  expect(groupAgencies(agencies, '没有这个机关')).toEqual([]);
});

test('the scales are said in words as the law has them', () => {
  expect(ITEM_SCALE_WORDS).toEqual([
    { range: '1—10 件', price: '不收费' },
    { range: '11—30 件', price: '100 元' },
    { range: '31 件以上', price: '每 10 件一档，200 元起，每档加 100 元' },
  ]);
  expect(PAGE_SCALE_WORDS.map(({ range }) => range)).toEqual(['1—30 页', '31—100 页', '101—200 页', '201 页以上']);
  expect(PAGE_SCALE_WORDS.at(-1)!.price).toBe('40 元');
});
