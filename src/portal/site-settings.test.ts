import { expect, test } from 'vitest';
import { registrationsOf } from './site-settings.ts';

const NOTHING = { siteCode: '', icpRecord: ' ', securityRecord: '', markAddress: '', faultReportAddress: '' };

test('what the office has not entered is not shown', () => {
  expect(Object.values(registrationsOf(NOTHING)).every(value => value === null)).toBe(true);
});

test('an address becomes a link only where it is one of a page', () => {
  const texts = { ...NOTHING, markAddress: 'javascript:alert(1)', faultReportAddress: ' https://example.cn/找错 ' };
  expect(registrationsOf(texts)).toMatchObject({ markAddress: null, faultReportAddress: 'https://example.cn/找错' });
});
