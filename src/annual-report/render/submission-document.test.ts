import { expect, test } from 'vitest';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { reportDocument } from './report-document.ts';
import { submissionDocument } from './submission-document.ts';
import type { SignaturePage } from './submission-document.ts';

const report = sampleReport('2021');
const PAGE: SignaturePage = {
  kind: 'draft',
  agency: '示范市晴川区人民政府办公室',
  preparedBy: ['顾文澜', '林守一'],
  approvedBy: null,
  approvedOn: null,
  frozenAt: '2026-01-15 10:00',
  telephone: '0990-0000101',
  waivers: [],
};

const wordsOf = (page: SignaturePage) =>
  submissionDocument(report, page)
    .blocks.slice(reportDocument(report).blocks.length)
    .flatMap(block => (block.kind === 'table' ? block.table.cells.map(({ text }) => text) : [block.text]))
    .join('|');

test('the copy to be submitted is the report itself, and behind it a page to sign and to seal', () => {
  const { title, blocks } = submissionDocument(report, PAGE);
  expect(blocks.slice(0, -1)).toEqual(reportDocument(report).blocks);
  expect(title.at(-1)).toBe('（送审稿）');
  for (const words of ['顾文澜、林守一', '第一责任人', '此处加盖公章', '2026-01-15 10:00', '第四十九条'])
    expect(wordsOf(PAGE)).toContain(words);
});

test('once approved it says by whom and when; what was let stand goes with it', () => {
  const final = {
    ...PAGE,
    kind: 'final',
    approvedBy: '唐远山',
    approvedOn: '2026年1月19日',
    waivers: ['口径不同（顾文澜，2026-01-16）'],
  } as const;
  expect(submissionDocument(report, final).title.at(-1)).toBe('（报送稿）');
  for (const words of ['唐远山', '2026年1月19日', '口径不同（顾文澜，2026-01-16）'])
    expect(wordsOf(final)).toContain(words);
});
