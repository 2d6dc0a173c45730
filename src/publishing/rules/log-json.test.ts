import { expect, test } from 'vitest';
import { actFacts, actFrom } from './log-json.ts';
import type { Act } from './publication-log.ts';

test('days and instants of an act come back from JSON as what they were', () => {
  const acts: readonly Act[] = [
    { kind: 'published', edition: 2, address: '/a/202603/t20260302_1.html', on: Temporal.PlainDate.from('2026-03-02') },
    { kind: 'scheduled', edition: 1, publishAt: Temporal.Instant.from('2026-03-02T01:00:00Z') },
    { kind: 'checked', edition: 1, findings: [{ key: '0123456789abcdef', gate: 'links', level: 'advice' }] },
    { kind: 'removed', explanation: '与另一条重复', redirectTo: null },
  ];
  const back = acts.map(act => actFrom(act.kind, JSON.parse(JSON.stringify(actFacts(act)))));
  expect(back).toEqual(acts);
  const [published, scheduled] = back;
  expect(published?.kind === 'published' && published.on instanceof Temporal.PlainDate).toBe(true);
  expect(scheduled?.kind === 'scheduled' && scheduled.publishAt instanceof Temporal.Instant).toBe(true);
});

test('a log that a newer program has written is not read as something else', () => {
  expect(() => actFrom('sung', {})).toThrow('does not know');
});
