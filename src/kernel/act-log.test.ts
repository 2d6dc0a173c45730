import { expect, test } from 'vitest';
import { actFacts, actReader } from './act-log.ts';

type Act =
  | { readonly kind: 'published'; readonly edition: number; readonly on: Temporal.PlainDate }
  | { readonly kind: 'scheduled'; readonly publishAt: Temporal.Instant; readonly until: Temporal.PlainDate | null }
  | {
      readonly kind: 'checked';
      readonly findings: readonly { readonly key: string; readonly foundOn: Temporal.PlainDate }[];
    };

const readAct = actReader<Act>(['published', 'scheduled', 'checked']);

test('days and instants of an act come back from JSON as what they were', () => {
  const day = Temporal.PlainDate.from('2026-03-02');
  const acts: readonly Act[] = [
    { kind: 'published', edition: 2, on: day },
    { kind: 'scheduled', publishAt: Temporal.Instant.from('2026-03-02T01:00:00Z'), until: null },
    { kind: 'checked', findings: [{ key: '2026-03-02', foundOn: day }] },
  ];
  const back = acts.map(act => readAct(act.kind, JSON.parse(JSON.stringify(actFacts(act)))));
  expect(back).toEqual(acts);
  const [published, scheduled] = back;
  expect(published?.kind === 'published' && published.on instanceof Temporal.PlainDate).toBe(true);
  expect(scheduled?.kind === 'scheduled' && scheduled.publishAt instanceof Temporal.Instant).toBe(true);
});

test('a log that a newer program has written is not read as something else', () => {
  expect(() => readAct('sung', {})).toThrow('does not know');
});
