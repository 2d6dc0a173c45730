import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { refusalOf } from './admit.ts';
import type { Act, Entry } from './application-log.ts';
import { PRESET_READINGS } from './contested-points.ts';
import { countedSettlementOf } from './counting.ts';
import { foldApplication } from './fold.ts';
import type { ApplicationId } from './ids.ts';
import { refusalText } from './refusal.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const BY = { kind: 'system' } as const;

function logOf(...acts: readonly Act[]): readonly Entry[] {
  return acts.map((act, index) => ({
    sequence: index + 1,
    at: Temporal.Instant.from('2026-03-02T01:00:00Z'),
    by: BY,
    act,
  }));
}

const LODGED: Act = {
  kind: 'lodged',
  caseKind: 'information',
  intake: { channel: 'in-person', submittedOn: day('2026-03-02'), arrivedOn: null, signedOn: null },
  applicantKind: 'naturalPerson',
  applicants: 1,
  parent: null,
};
const WITHDRAWN: Act = { kind: 'withdrawn', on: day('2026-03-05'), reason: null };
const ORDERED: Act = { kind: 'reply-ordered', by: 'litigation', on: day('2026-06-01'), dueOn: null, reference: '' };
const SPLIT: Act = {
  kind: 'split',
  children: ['a', 'b'] as unknown as ApplicationId[],
  on: day('2026-06-02'),
  reason: '一事一申请',
};

test('the first settlement counts, on no day before the receipt, and none where the application was never received', () => {
  const once = foldApplication(logOf(LODGED, WITHDRAWN));
  expect(countedSettlementOf(once, day('2026-03-02'))).toEqual({ on: day('2026-03-05'), outcome: 'closed.other' });
  expect(countedSettlementOf(once, day('2026-03-09'))?.on).toEqual(day('2026-03-09'));
  expect(countedSettlementOf(once, null)).toBeNull();
  const again = foldApplication(logOf(LODGED, WITHDRAWN, ORDERED));
  expect(countedSettlementOf(again, day('2026-03-02'))?.on).toEqual(day('2026-03-05'));
});

test('what has been counted as one is not split after a new reply was ordered', () => {
  const refusal = (...acts: readonly Act[]) => {
    const log = logOf(...acts);
    const context = { log, by: BY, today: day('2026-06-03'), calendar: NATIONAL_CALENDAR, readings: PRESET_READINGS };
    const refused = refusalOf(foldApplication(log), SPLIT, context);
    return refused === null ? null : refusalText(refused);
  };
  expect(refusal(LODGED)).toBeNull();
  expect(refusal(LODGED, WITHDRAWN, ORDERED)).toContain('不能再拆分');
});
