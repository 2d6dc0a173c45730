import { expect, test } from 'vitest';
import { saveSetting } from '../../people/store/setting.store.ts';
import { bodyOfParagraphs } from '../rules/body.ts';
import { openStops } from '../rules/fold.ts';
import { OFFICIAL_NUMBERS } from '../rules/settings.ts';
import { findItemFile } from '../store/item.store.ts';
import { listObligations } from '../store/obligation.register.store.ts';
import { contentOn, OFFICE } from '../testing/contents.ts';
import { done, drafted, openPublishing, published, refOf } from '../testing/publishing.ts';
import { overrideFinding } from './override-finding.ts';
import { partsBetween, rescanPublished } from './rescan-published.ts';
import { withdrawItem } from './withdraw-item.ts';

const ALL = Array.from({ length: 28 }, (_part, index) => index);
const day = (text: string) => Temporal.PlainDate.from(text);

test('every part has its day in every month, and days on which nothing ran are made up for', () => {
  expect(partsBetween(null, day('2026-03-02'))).toEqual([1]);
  expect(partsBetween(day('2026-02-27'), day('2026-03-02'))).toEqual([1, 0, 27]);
  expect(partsBetween(day('2026-01-30'), day('2026-01-31'))).toEqual([]);
  expect(partsBetween(day('2025-01-01'), day('2026-03-02')).toSorted((one, other) => one - other)).toEqual(ALL);
});

test('what is found in public later is owed within seven days, until it is let stand or taken down; nothing is written twice', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, officer } = publishing;
  const number = '13800138000';
  await saveSetting(deps.queries, OFFICIAL_NUMBERS, OFFICE, number, deps.now());
  const body = bodyOfParagraphs([`有意见的居民请回访${number}。`]);
  const files = [];
  for (const title of ['咨询服务安排', '咨询时间安排'])
    files.push(await published(publishing, await drafted(publishing, contentOn(publishing.today(), { title, body }))));
  expect(await rescanPublished(deps, ALL)).toEqual({ looked: 2, faulty: [] });

  // The number is no official one any more.
  await saveSetting(deps.queries, OFFICIAL_NUMBERS, OFFICE, '', deps.now());
  publishing.on('2026-04-02');
  expect((await rescanPublished(deps, ALL)).faulty).toHaveLength(2);
  const calendar = await deps.calendar();
  const owed = async () =>
    (await listObligations(deps.queries, OFFICE, publishing.today(), calendar))
      .filter(({ kind }) => kind === 'mend')
      .map(({ dueOn }) => dueOn.toString());
  expect(await owed()).toEqual(['2026-04-09', '2026-04-09']);

  publishing.on('2026-04-03');
  await rescanPublished(deps, ALL);
  const [first, second] = await Promise.all(files.map(file => findItemFile(deps.queries, file.registration.id)));
  expect(first!.log.filter(({ act }) => act.kind === 'checked')).toHaveLength(2);
  expect(first!.publication.stage).toBe('public');

  const [stop] = openStops(first!.publication);
  const letStand = { edition: 1, finding: stop!.key, gate: stop!.gate, reason: '是单位的值班电话' };
  done(await overrideFinding(deps, await officer(['secrecy-reviewer']), refOf(first!), letStand));
  expect(await owed()).toEqual(['2026-04-09']);
  expect((await rescanPublished(deps, ALL)).faulty).toEqual([second!.registration.id]);

  const head = await officer(['disclosure-head']);
  done(await withdrawItem(deps, head, refOf(second!), { explanation: '核实后重新公开。' }));
  expect(await owed()).toEqual([]);
});
