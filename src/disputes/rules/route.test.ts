import { expect, test } from 'vitest';
import type { Finding } from '../../applications/rules/reply.ts';
import type { DisputeId } from './dispute-id.ts';
import { routeConflict } from './route.ts';

const SUIT = { disputeKind: 'litigation', role: 'respondent', reconsideration: null } as const;
const WITHHELD: Finding = { kind: 'withheld', ground: 'internal-affairs' };
const SUPPLY = { form: 'paper', pages: 1, howToGet: null } as const;
const answered = (main: Finding, on = '2024-01-01', ...others: readonly Finding[]) => ({
  reply: { main, others },
  on: Temporal.PlainDate.from(on),
});

test('行政复议法 Art. 23: since 2024 a suit against a refusal of Art. 14–16 without 复议 contradicts the law', () => {
  expect(routeConflict(SUIT, answered(WITHHELD))).toContain('第二十三条');
  expect(routeConflict(SUIT, answered(WITHHELD, '2023-12-31'))).toBeNull();
});

test('the withheld part of 部分公开 counts, and a withheld thing among others', () => {
  const partly: Finding = { kind: 'partly-granted', supply: SUPPLY, grounds: ['third-party-interest'] };
  expect(routeConflict(SUIT, answered(partly))).not.toBeNull();
  const granted: Finding = { kind: 'granted', supply: SUPPLY };
  expect(routeConflict(SUIT, answered(granted, '2025-02-03', WITHHELD))).not.toBeNull();
});

test('other answers may be sued upon directly: 行政查询事项 (Art. 36(7)) too, whatever its row of the form', () => {
  expect(routeConflict(SUIT, answered({ kind: 'registry-inquiry', underLaw: '不动产登记暂行条例' }))).toBeNull();
  expect(routeConflict(SUIT, answered({ kind: 'not-existing', searched: '档案系统' }))).toBeNull();
  expect(routeConflict(SUIT, undefined)).toBeNull();
});

test('what went before 复议, is one, or does not count for the agency is no conflict', () => {
  expect(routeConflict({ ...SUIT, reconsideration: 'r' as DisputeId }, answered(WITHHELD))).toBeNull();
  expect(routeConflict({ ...SUIT, disputeKind: 'reconsideration' }, answered(WITHHELD))).toBeNull();
  expect(routeConflict({ ...SUIT, role: 'with-department' }, answered(WITHHELD))).toBeNull();
});
