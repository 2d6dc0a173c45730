import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LetterId } from '../rules/ids.ts';
import { takeDocumentNumber } from '../store/document-number.store.ts';
import { insertLetter } from '../store/letter.store.ts';
import { lodge, OFFICE, openActing, refused } from '../testing/acting.ts';
import { continueNumbers } from './continue-numbers.ts';

test('a series goes on behind the numbers given by hand, and its beginning stays once one was taken here', async () => {
  await using acting = await openActing('2026-11-05');
  const { deps } = acting;
  const clerk = await acting.officer(['case-handler']);
  const { officer } = await acting.officer(['administrator']);
  const input = { series: 'reply', year: 2026, takenBefore: 40 } as const;
  expect(refused(await continueNumbers(deps, clerk.officer, input))).toContain('管理文书模板');
  expect(refused(await continueNumbers(deps, officer, { ...input, takenBefore: -1 }))).toContain('整数');
  expect((await continueNumbers(deps, officer, input)).ok).toBe(true);

  const letter = randomUUIDv7() as LetterId;
  const { id: application } = await lodge(acting);
  await insertLetter(deps.queries, { id: letter, application, kind: 'granted', at: deps.now() });
  expect(await takeDocumentNumber(deps.queries, OFFICE, 'reply', 2026, letter)).toBe(41);
  expect(refused(await continueNumbers(deps, officer, input))).toContain('编号应当连续');
});
