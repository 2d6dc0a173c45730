import { expect, test } from 'vitest';
import { pageAddress } from './page-address.ts';

test('a link keeps the search and changes what it is for', () => {
  const query = { q: '征收 & 补偿', stage: ['new', 'late'], page: '3' };
  expect(pageAddress('/files', query, { page: 4 })).toBe(
    '/files?q=%E5%BE%81%E6%94%B6+%26+%E8%A1%A5%E5%81%BF&stage=new&stage=late&page=4',
  );
  expect(pageAddress('/files', query, { q: '', stage: null, page: undefined })).toBe('/files');
});
