import { expect, test } from 'vitest';
import { SAMPLE_SITE_VALUES_2025 } from '../../../sample/qingchuan/site-return-2025.ts';
import { getStaffId } from '../../people/rules/staff-id.ts';
import { siteReturnTable } from '../render/site-return-files.ts';
import { SITE_RETURN_FORM, SITE_ROWS, siteReturnDueOn, siteReturnProblems } from './site-return-form.ts';
import type { SiteValues } from './site-return-form.ts';
import { foldSiteReturn, siteReturnRefusal, valuesOf } from './site-return-log.ts';
import type { SiteReturnAct, SiteReturnEntry } from './site-return-log.ts';

const COUNTED: SiteValues = {
  'site.name': '示范市晴川区人民政府',
  'published.total': 81,
  'published.overview': 1,
  'published.news': 40,
  'published.catalogue': 40,
  'special.maintained': 2,
  'special.opened': 1,
  'interpreted.total': 5,
  'interpreted.material': 3,
  'interpreted.product': 2,
  responded: 0,
  'surveys.held': 1,
  'surveys.results': 1,
  'interviews.held': 0,
};
const WHOLE: SiteValues = { ...COUNTED, ...SAMPLE_SITE_VALUES_2025 };
const [CLERK, OTHER] = ['019ab000-0000-7000-8000-000000000001', '019ab000-0000-7000-8000-000000000002'].map(
  getStaffId,
) as [ReturnType<typeof getStaffId>, ReturnType<typeof getStaffId>];

const logOf = (...acts: readonly SiteReturnAct[]): readonly SiteReturnEntry[] =>
  acts.map((act, index) => ({
    sequence: index + 1,
    at: Temporal.Instant.from('2026-01-12T02:00:00Z'),
    by: CLERK,
    act,
  }));
const entered = (values: SiteValues): SiteReturnAct => ({ kind: 'figures-entered', values, source: '台账' });

test('国办函〔2018〕12号: the form has its nine parts, every row once, and is due on 31 January', () => {
  expect(SITE_RETURN_FORM.map(({ heading }) => heading)).toEqual(
    '基本情况 信息发布 专栏专题 解读回应 办事服务 互动交流 安全防护 移动新媒体 创新发展'.split(' '),
  );
  expect(new Set(SITE_ROWS.map(({ key }) => key)).size).toBe(SITE_ROWS.length);
  expect(siteReturnDueOn(2025).toString()).toBe('2026-01-31');
});

test('a whole return passes; what is left out, above its whole, no sum or without ground is said by its row', () => {
  expect(siteReturnProblems(WHOLE)).toEqual([]);
  const fields = (change: SiteValues) => siteReturnProblems({ ...WHOLE, ...change }).map(({ field }) => field);
  const { 'visits.total': _visits, ...without } = WHOLE;
  expect(siteReturnProblems(without)).toMatchObject([{ field: 'visits.total' }]);
  expect(fields({ 'letters.closed': 500 })).toEqual(['letters.closed']);
  expect(fields({ 'published.news': 82 })).toEqual(['published.news']);
  expect(fields({ 'service.persons': 1 })).toEqual(['service.done']);
  expect(fields({ 'interviews.messages': 3 })).toEqual(['interviews.messages']);
});

test('what is entered wins over what is counted; the sum of interpretations follows its parts until another is entered', () => {
  const state = foldSiteReturn(logOf(entered({ 'published.total': 90, 'interpreted.comment': 4 })));
  expect(valuesOf(state, COUNTED)).toMatchObject({
    'published.total': 90,
    'interpreted.total': 9,
    'published.news': 40,
  });
  const other = foldSiteReturn(logOf(entered({ 'interpreted.comment': 4, 'interpreted.total': 12 })));
  expect(valuesOf(other, COUNTED)['interpreted.total']).toBe(12);
});

test('submitted values stand still; a return goes its way step by step, and nobody approves what they filled in', () => {
  const state = foldSiteReturn(logOf(entered({ responded: 1 }), { kind: 'submitted', values: WHOLE }));
  expect(valuesOf(state, { ...COUNTED, 'published.total': 999 })).toEqual(WHOLE);
  expect(siteReturnRefusal(state, 'published', OTHER)).toContain('审签中');
  expect(siteReturnRefusal(state, 'approved', CLERK)).toContain('参与填报的人不能审签');
  expect(siteReturnRefusal(state, 'approved', OTHER)).toBeNull();
});

test('a correction is a further version, and the values that were published before stay', () => {
  const on = Temporal.PlainDate.from('2026-01-16');
  const first: readonly SiteReturnAct[] = [
    { kind: 'submitted', values: WHOLE },
    { kind: 'approved' },
    { kind: 'published', on, version: 1, note: null },
  ];
  const note = { what: '访问量', why: '统计口径有误' };
  const state = foldSiteReturn(
    logOf(
      ...first,
      { kind: 'correction-begun', ...note },
      { kind: 'submitted', values: { ...WHOLE, 'visits.total': 7 } },
      { kind: 'approved' },
      { kind: 'published', on, version: 2, note },
    ),
  );
  expect(state.publications.map(({ version, note: of, values }) => [version, of, values['visits.total']])).toEqual([
    [1, null, WHOLE['visits.total']],
    [2, note, 7],
  ]);
});

test('on paper every slot belongs to one cell, and every part has its head', () => {
  const table = siteReturnTable(WHOLE);
  const slots = table.cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
  expect(slots).toBe(table.rows * table.columns);
  expect(table.partsAt).toHaveLength(SITE_RETURN_FORM.length);
});
