import { expect, test } from 'vitest';
import { rowsOf } from '../../../../views/official-document/printed-table.ts';
import type { PrintedTable } from '../../../../views/official-document/printed-table.ts';
import { specimenFacts } from '../specimen-facts.ts';
import { entriesOfLetter, formDocument } from './form-document.ts';
import { FORM_FIELDS, FORM_KINDS, FORM_RULES } from './form-kinds.ts';
import type { FormRule } from './form-kinds.ts';

const AGENCY = '示范市晴川区人民政府办公室';

function tableOf(kind: (typeof FORM_KINDS)[number], entries = {}): PrintedTable {
  const block = formDocument(kind, AGENCY, entries).blocks[0]!;
  if (block.kind !== 'table') throw new Error('no table');
  return block.table;
}

test.each(FORM_KINDS)('%s: every slot of the grid belongs to exactly one cell', kind => {
  const table = tableOf(kind);
  for (const row of rowsOf(table)) expect(row.reduce((sum, cell) => sum + cell.columnSpan, 0)).toBe(table.columns);
});

test('what the record knows is there, what it does not know is blank', () => {
  const entries = { ...entriesOfLetter(specimenFacts('withheld')), 承办人: '周晴' };
  const texts = tableOf('reply-approval', entries).cells.map(({ text }) => text);
  expect(texts).toContain('990101-001-2026-0017');
  expect(texts).toContain('晴政办依复〔2026〕17号');
  expect(texts).toContain('周晴');
  expect(texts.filter(text => text.endsWith('签名：　　　　　　　　年　月　日'))).toHaveLength(5);
});

test('the slip for a third party says nothing of the applicant', () => {
  const entries = entriesOfLetter(specimenFacts('third-party-consultation'));
  const texts = tableOf('opinion-slip', entries)
    .cells.map(({ text }) => text)
    .join();
  expect(texts).toContain('施工组织设计');
  expect(texts).not.toContain('江玥堃');
});

test('every field that forms have is used by one', () => {
  const used = new Set(
    Object.values(FORM_RULES).flatMap((rule: FormRule) => rule.rows.flatMap(row => row.map(({ field }) => field))),
  );
  expect(FORM_FIELDS.filter(field => !used.has(field))).toEqual([]);
});
