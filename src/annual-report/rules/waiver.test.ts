import { expect, test } from 'vitest';
import type { Finding } from '../../proofreading/finding.ts';
import { applyWaivers, fingerprintOf, isOpenError, readWaiver, readWaivers } from './waiver.ts';

const finding: Finding = {
  audit: 'carry-over',
  level: 'error',
  where: 'table3.carried-in.total',
  quote: '上年结转 2',
  message: '与上年不符',
  basis: '',
  suggestion: '',
};
const other: Finding = { ...finding, where: 'table3.carried-in.naturalPerson' };
const audited = { agency: '示范市晴川区民政局', year: 2023, findings: [finding, other] };
const waiver = {
  fingerprint: fingerprintOf(finding, audited),
  by: '测试员甲',
  reason: '机构调整，结转数由接收单位承接',
  on: '2024-01-20',
};

test('a waived finding keeps its place and says who, why and when; only open errors count', () => {
  const { result, stale } = applyWaivers(audited, [waiver]);
  expect(result.findings.map(({ where }) => where)).toEqual([finding.where, other.where]);
  expect(result.findings[0]!.waived).toEqual({ by: '测试员甲', reason: waiver.reason, on: '2024-01-20' });
  expect(result.findings.map(isOpenError)).toEqual([false, true]);
  expect(stale).toEqual([]);
});

test('a waiver survives a new run and another layout of the same words, not another figure, place, year or agency', () => {
  const same = fingerprintOf({ ...finding, quote: '上年结转2' }, audited);
  expect(same).toBe(waiver.fingerprint);
  const others = [
    fingerprintOf({ ...finding, quote: '上年结转 3' }, audited),
    fingerprintOf(other, audited),
    fingerprintOf({ ...finding, audit: 'row-sum' }, audited),
    fingerprintOf(finding, { ...audited, year: 2024 }),
    fingerprintOf(finding, { ...audited, agency: '示范市晴川区教育局' }),
  ];
  expect(new Set([same, ...others]).size).toBe(6);
});

test('a waiver that matches nothing any more is listed as stale', () => {
  const { result, stale } = applyWaivers({ ...audited, findings: [other] }, [waiver]);
  expect(stale).toEqual([waiver]);
  expect(result.findings[0]!.waived).toBeUndefined();
});

test('a waiver without a name, a reason or a day is refused in one sentence', () => {
  expect(readWaivers([waiver])).toEqual({ ok: true, value: [waiver] });
  for (const [field, name] of [
    ['by', '姓名'],
    ['reason', '理由'],
    ['on', '日期'],
    ['fingerprint', '指纹'],
  ] as const) {
    const refused = readWaivers([waiver, { ...waiver, [field]: '  ' }]);
    expect(refused).toEqual({ ok: false, problem: expect.stringMatching(`^第2项：.*${name}`) as string });
  }
  expect(readWaiver('x').ok).toBe(false);
  expect(readWaivers({}).ok).toBe(false);
});
