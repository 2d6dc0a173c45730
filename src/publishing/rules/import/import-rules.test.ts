import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEWS, DOCUMENTS, OFFICE, TEST_COLUMNS } from '../../testing/contents.ts';
import { getColumnCode } from '../column.ts';
import { columnFinder } from './column-finder.ts';
import { findFieldOfHead } from './header-names.ts';
import type { ImportField } from './import-line.ts';
import { kindOfColumn } from './kind-finder.ts';
import { draftOfLine, findTheme, NO_DOCUMENT, writtenNumber } from './line-draft.ts';
import type { LineContext } from './line-draft.ts';
import { findDay, findMoment } from './moments.ts';
import { findOldAddress } from './old-address.ts';
import { linesOfTable } from './table-lines.ts';

test.each<[string, ImportField]>([
  ['标题', 'title'],
  ['信息标题*', 'title'],
  ['发布 时间', 'publishedAt'],
  ['发布日期（YYYY-MM-DD）', 'publishedAt'],
  ['发文字号', 'documentNumber'],
  ['索 引 号', 'indexNumber'],
  ['原文链接', 'address'],
  ['ＵＲＬ', 'address'],
  ['DOCPUBURL', 'address'],
  ['栏目名称：', 'column'],
  ['正文(HTML)', 'body'],
  ['附件', 'attachments'],
])('the head %s of an export is %s', (head, field) => {
  expect(findFieldOfHead(head)).toBe(field);
});

test('a table is read from its heads on, whatever stands above; what it says in other columns is named', () => {
  const read = linesOfTable([
    ['晴川区政府网站信息导出表'],
    ['序号', '标题', '发布日期', '点击数'],
    ['1', ' 甲 ', '2020-01-02', '7'],
    ['', '', '', ''],
    ['2', '乙', '', '9'],
  ]);
  expect(read).toEqual({
    ok: true,
    value: {
      lines: [
        { number: 3, fields: { title: '甲', publishedAt: '2020-01-02' } },
        { number: 5, fields: { title: '乙' } },
      ],
      left: ['序号', '点击数'],
    },
  });
  expect(linesOfTable([['甲', '乙']])).toMatchObject({ ok: false, problem: expect.stringContaining('没有找到表头') });
  expect(linesOfTable([['标题', '文件']])).toMatchObject({ ok: false, problem: expect.stringContaining('没有内容') });
});

test.each([
  ['2020-03-05', '2020-03-05'],
  ['2020/3/5 9:05', '2020-03-05'],
  ['2020年3月5日', '2020-03-05'],
  ['二〇二〇年3月5日', '2020-03-05'],
  ['２０２０．０３．０５', '2020-03-05'],
  ['20200305', '2020-03-05'],
  ['2020-02-30', undefined],
  ['去年', undefined],
])('the day %s is %s', (text, day) => {
  expect(findDay(text)?.toString()).toBe(day);
});

test('a moment is on the clocks of the country, midnight where no time is said', () => {
  expect(findMoment('2019-06-03 09:15:30')?.toString()).toBe('2019-06-03T01:15:00Z');
  expect(findMoment('2019-06-03T23:59')?.toString()).toBe('2019-06-03T15:59:00Z');
  expect(findMoment('2019-06-03')?.toString()).toBe('2019-06-02T16:00:00Z');
  expect(findMoment('2019-06-03 25:00')).toBeUndefined();
});

test('every day that a list can write in figures is read back', () => {
  const first = Temporal.PlainDate.from('1950-01-01');
  const days = fc.integer({ min: 0, max: 54_000 }).map(count => first.add({ days: count }).toString());
  fc.assert(
    fc.property(days, fc.constantFrom('-', '/', '.'), (day, sign) => {
      expect(findDay(day.replaceAll('-', sign))?.toString()).toBe(day);
      expect(findDay(day.replaceAll('-', ''))?.toString()).toBe(day);
    }),
  );
});

test('an old address is path and query as a browser sends them; the front page and what is none are left out', () => {
  expect(findOldAddress('http://www.old.example/新闻/1.html?id=2#top')).toBe('/%E6%96%B0%E9%97%BB/1.html?id=2');
  expect(findOldAddress('/art/2020/3/5/art_1.html')).toBe('/art/2020/3/5/art_1.html');
  expect(findOldAddress('//old.example/a.jsp?x=1')).toBe('/a.jsp?x=1');
  for (const none of ['', '/', 'http://www.old.example/', 'javascript:alert(1)', 'art/1.html', 'ftp://x/y'])
    expect(findOldAddress(none)).toBeUndefined();
});

test('what is found for an address is found for what is found: links lead to the same place however they are written', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, size: 'small' }), url => {
      const path = findOldAddress(url);
      expect(path === undefined ? undefined : findOldAddress(path)).toBe(path);
    }),
  );
});

const PARENT = { ...NEWS, code: getColumnCode('zwgk'), name: '政务公开' };
const CHILD = { ...NEWS, code: getColumnCode('zfwj'), name: '政府文件', parent: PARENT.code };
const TWIN = { ...NEWS, code: getColumnCode('bmwj'), name: '工作动态', parent: PARENT.code };

test('a column is found by code, path and name; a name that two columns have names neither', () => {
  const find = columnFinder([...TEST_COLUMNS.filter(({ agency }) => agency === OFFICE), PARENT, CHILD, TWIN]);
  expect(find('zcwj')).toBe(DOCUMENTS);
  expect(find('政府 文件')).toBe(CHILD);
  expect(find('首页 > 政务公开 > 政府文件')).toBe(CHILD);
  expect(find('政务公开-政府文件')).toBe(CHILD);
  expect(find('政务公开/工作动态')).toBe(TWIN);
  expect(find('工作动态')).toBeUndefined();
  expect(find('没有')).toBeUndefined();
});

test('文号 and themes are written as they must be, however exports write them', () => {
  for (const text of ['晴政办[2020]5号', '晴政办〔2020〕第05号', '晴政办（2020）5 号', '晴政办【2020】5号'])
    expect(writtenNumber(text)).toBe('晴政办〔2020〕5号');
  expect(findTheme('综合政务/政务公开')).toBe(String.raw`综合政务\政务公开`);
  expect(findTheme('政务公开')).toBe(String.raw`综合政务\政务公开`);
  expect(findTheme('没有这样的主题')).toBeUndefined();
  expect(kindOfColumn({ name: '通知公告', type: '政务动态' })).toBe('notice');
});

const context = (mode: 'drafts' | 'published'): LineContext => ({
  order: { agency: OFFICE, mode, origin: null, column: NEWS.code, kind: null, theme: null },
  agencyName: '示范市晴川区人民政府办公室',
  findColumn: columnFinder(TEST_COLUMNS),
  today: Temporal.PlainDate.from('2026-03-02'),
  now: Temporal.Instant.from('2026-03-02T01:00:00Z'),
});

test('a 规范性文件 keeps its days; one that has ended without a day waits for a person', () => {
  const fields = {
    title: '关于印发办法的通知',
    column: '政策文件',
    effectiveOn: '2019-01-01',
    publishedAt: '2018-12-20',
  };
  const draft = (more: object) =>
    draftOfLine({ number: 2, fields: { ...fields, ...more } }, NO_DOCUMENT, context('published'));
  const repealed = draft({ validity: '废止', expiresOn: '2021-05-01' });
  expect(repealed).toMatchObject({ ok: true, value: { kind: 'document', doubts: [] } });
  expect(repealed.ok && repealed.value.change).toEqual({ to: 'repealed', on: Temporal.PlainDate.from('2021-05-01') });
  expect(repealed.ok && repealed.value.content.genre).toBe('通知');
  const unclear = draft({ validity: '已废止' });
  expect(unclear.ok && unclear.value.doubts.join()).toContain('需要人工补充');
  const inForce = draft({ validity: '有效', expiresOn: '2024-12-31' });
  expect(inForce.ok && inForce.value.content.details).toMatchObject({ kind: 'normative' });
});

test('what no item can be made of is refused with a sentence', () => {
  const refused = (fields: object, mode: 'drafts' | 'published' = 'drafts') => {
    const draft = draftOfLine({ number: 2, fields }, NO_DOCUMENT, {
      ...context(mode),
      order: { ...context(mode).order, column: null },
    });
    return draft.ok ? null : draft.problem;
  };
  expect(refused({ body: '正文' })).toContain('没有标题');
  expect(refused({ title: '无', column: '工作动态' })).toContain('没有标题');
  expect(refused({ title: '甲'.repeat(201), column: 'zcwj' })).toContain('超过 200 个字');
  expect(refused({ title: '甲' })).toContain('没有写明栏目');
  expect(refused({ title: '甲', column: '不存在' })).toContain('没有栏目“不存在”');
});
