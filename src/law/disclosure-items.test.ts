import { expect, test } from 'vitest';
import { citationText } from './citation.ts';
import {
  COLUMN_TYPES,
  DISCLOSURE_ITEM_IDS,
  DISCLOSURE_ITEMS,
  LEVEL_FIELDS,
  PLATFORM_BLOCKS,
  STANDARD_FIELDS,
} from './disclosure-items.ts';

test('Art. 20 has fifteen items, each cited by its number', () => {
  expect(DISCLOSURE_ITEM_IDS).toHaveLength(15);
  for (const [index, id] of DISCLOSURE_ITEM_IDS.entries()) {
    expect(id).toBe(`20.${index + 1}`);
    expect(DISCLOSURE_ITEMS[id].citation).toMatchObject({ article: 20, item: index + 1 });
  }
  expect(citationText(DISCLOSURE_ITEMS['20.11'].citation)).toBe(
    '《中华人民共和国政府信息公开条例》第二十条第（十一）项',
  );
});

test('Art. 21 adds seven fields for districts and eight for townships', () => {
  expect(LEVEL_FIELDS.county.fields).toHaveLength(7);
  expect(LEVEL_FIELDS.township.fields).toHaveLength(8);
});

test('there are 26 standard fields, 16 types of column, and the blocks in their fixed order', () => {
  expect(new Set(STANDARD_FIELDS).size).toBe(26);
  expect(new Set(COLUMN_TYPES).size).toBe(16);
  expect(Object.values(PLATFORM_BLOCKS).map(({ title }) => title)).toEqual([
    '政府信息公开指南',
    '政府信息公开制度',
    '法定主动公开内容',
    '政府信息公开年报',
    '依申请公开',
  ]);
});
