import { expect, test } from 'vitest';
import { noticeOf } from './notices.ts';

const CONTEXT = { agencyName: '示范市晴川区人民政府办公室', number: '2026-0012', caseKind: 'information' } as const;
const ON = Temporal.PlainDate.from('2026-11-25');

test('a notice says what has happened and with which file', () => {
  const notice = noticeOf({ kind: 'receipt-confirmed', on: ON, how: 'telephone' }, CONTEXT);
  expect(notice?.subject).toBe('政府信息公开申请 2026-0012 的办理通知');
  expect(notice?.text).toContain('已于2026年11月25日确认收到');
});

test('what stays inside the office is told to nobody', () => {
  expect(noticeOf({ kind: 'noted', text: '申请人来电' }, CONTEXT)).toBeNull();
  expect(noticeOf({ kind: 'extension-asked', on: ON, workingDays: 5, reason: '情况复杂' }, CONTEXT)).toBeNull();
});

test('reasons and remarks that may tell of somebody never stand in a notice', () => {
  const secret = '张三的病历';
  for (const notice of [
    noticeOf({ kind: 'withdrawn', on: ON, reason: secret }, CONTEXT),
    noticeOf({ kind: 'closed-otherwise', on: ON, reason: secret }, CONTEXT),
    noticeOf({ kind: 'deferred', on: ON, until: ON, letter: null, reason: secret }, CONTEXT),
    noticeOf({ kind: 'fee-waived', on: ON, reason: secret }, CONTEXT),
  ]) {
    expect(notice).not.toBeNull();
    expect(JSON.stringify(notice)).not.toContain(secret);
  }
});
