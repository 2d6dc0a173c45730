import { expect, test } from 'vitest';
import { askedTwice } from './asked-twice.ts';
import type { Asked } from './asked-twice.ts';
import type { ApplicationId } from './ids.ts';

const asked = (number: number, description: string, more: Partial<Asked> = {}): Asked => ({
  id: String(number) as ApplicationId,
  year: 2026,
  number,
  description,
  applicant: `applicant-${number}`,
  lodgedOn: Temporal.PlainDate.from('2026-03-02'),
  granted: false,
  promoted: false,
  ...more,
});
const numbersOf = (groups: readonly (readonly Asked[])[]) => groups.map(group => group.map(({ number }) => number));

test('多个申请人就相同政府信息提出申请: what two applicants asked for and one got is shown（第四十四条）', () => {
  const files = [
    asked(1, '2025年晴川区老旧小区改造项目清单', { granted: true }),
    asked(2, '柳堤路征收补偿方案'),
    asked(3, '晴川区2025年老旧小区改造项目清单'),
  ];
  expect(numbersOf(askedTwice(files))).toEqual([[1, 3]]);
});

test('the same applicant asking twice, and what nobody may get, are no reason', () => {
  const twice = [
    asked(1, '校车线路表', { granted: true, applicant: 'one' }),
    asked(2, '校车线路表', { applicant: 'one' }),
  ];
  expect(askedTwice(twice)).toEqual([]);
  expect(askedTwice([asked(1, '干部考核登记表'), asked(2, '干部考核登记表')])).toEqual([]);
});

test('what has gone over to proactive disclosure is shown no more', () => {
  const files = [asked(1, '校车线路表', { granted: true, promoted: true }), asked(2, '校车线路表')];
  expect(askedTwice(files)).toEqual([]);
});

test('what most applicants asked for stands first; likeness goes over several steps', () => {
  const files = [
    asked(1, '渣土运输企业名录', { granted: true }),
    asked(2, '渣土运输企业名录'),
    asked(3, '义务教育招生划片方案', { granted: true }),
    asked(4, '义务教育招生划片方案（2026年）'),
    asked(5, '2026年义务教育招生划片方案（2026年）'),
  ];
  expect(numbersOf(askedTwice(files))).toEqual([
    [3, 4, 5],
    [1, 2],
  ]);
});
