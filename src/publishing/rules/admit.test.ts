import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getStaffId } from '../../people/rules/staff-id.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { contentOn } from '../testing/contents.ts';
import { refusalOf } from './admit.ts';
import { foldPublication } from './fold.ts';
import { NOTHING_SECRET } from './histories.ts';
import { PROOFS } from './publication-log.ts';
import type { Act, Entry, ReviewStep } from './publication-log.ts';

const TODAY = Temporal.PlainDate.from('2026-03-02');
const BEGIN = TODAY.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '08:00' }).toInstant();
const STAFF = [1, 2, 3, 4, 5, 6].map(number => getStaffId(`01900000-0000-7000-8000-00000000000${number}`));
const STEPS: readonly ReviewStep[] = ['secrecy', 'first', 'second', 'final'];
const ADDRESS = '/gzdt/202603/t20260302_1.html';

/** An act of each kind that could come next, on the edition that is the newest. */
function actsOn(edition: number): readonly Act[] {
  const comment = null;
  return [
    { kind: 'edited', edition: edition + 1 },
    { kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null },
    { kind: 'attribute-set', attribute: 'withheld', ground: 'internal-affairs', reason: '内部事务' },
    { kind: 'checked', edition, findings: [] },
    { kind: 'checked', edition, findings: [{ key: 'a', gate: 'wording', level: 'stop' }] },
    { kind: 'finding-overridden', edition, finding: 'a', gate: 'wording', reason: '引文' },
    { kind: 'submitted', edition, steps: STEPS, proofs: PROOFS },
    { kind: 'recalled', reason: '再改改' },
    {
      kind: 'secrecy-reviewed',
      edition,
      contentHash: '',
      form: NOTHING_SECRET,
      ticked: [],
      conclusion: 'release',
    },
    { kind: 'reviewed', edition, step: 'first', comment },
    { kind: 'reviewed', edition, step: 'second', comment },
    { kind: 'approved', edition, comment },
    ...PROOFS.map(proof => ({ kind: 'proofread', edition, proof, remark: null }) as const),
    { kind: 'returned', edition, step: 'first', comment: '请修改' },
    { kind: 'scheduled', edition, publishAt: BEGIN.add({ hours: 9 }) },
    { kind: 'unscheduled', reason: '推迟' },
    { kind: 'published', edition, address: ADDRESS, on: TODAY },
    { kind: 'corrected', edition, scale: 'major', note: '更正标题' },
    { kind: 'emergency-published', edition, address: ADDRESS, on: TODAY, reason: '预警' },
    { kind: 'emergency-reviewed', conclusion: 'confirmed', comment: '同意' },
    { kind: 'withdrawn', explanation: '核实中' },
    { kind: 'reinstated', reason: '核实无误' },
    { kind: 'removed', explanation: '重复', redirectTo: null },
    { kind: 'archived', reason: '归档' },
    { kind: 'reassessed', conclusion: 'may-be-published', reason: '可以公开' },
  ];
}

type Attempt = readonly [who: number, which: number];
const [EDIT, PROACTIVE, CHECK, SUBMIT, SECRECY, FIRST, SECOND, APPROVE, MACHINE, EDITOR, LAST, PUBLISH, CORRECT] = [
  0, 1, 3, 6, 8, 9, 10, 11, 12, 13, 14, 18, 19,
] as const;
const REVIEWS = [
  [0, CHECK],
  [0, SUBMIT],
  [0, MACHINE],
  [1, SECRECY],
  [2, FIRST],
  [3, SECOND],
  [2, EDITOR],
  [4, APPROVE],
  [5, LAST],
] as const satisfies readonly Attempt[];
/** The straight way to the public, and to a correction. */
const STRAIGHT: readonly Attempt[] = [[0, PROACTIVE], ...REVIEWS, [5, PUBLISH], [0, EDIT], ...REVIEWS, [5, CORRECT]];

const anything = fc.tuple(fc.nat(STAFF.length - 1), fc.nat(actsOn(1).length - 1));
/** The straight way with anything at all tried in between, and steps of it left out. */
const attempts = fc
  .array(fc.tuple(fc.boolean(), fc.array(anything, { maxLength: 1 })), {
    minLength: STRAIGHT.length,
    maxLength: STRAIGHT.length,
  })
  .map(turns =>
    turns.flatMap(([kept, between], index) => (kept || index % 5 > 0 ? [...between, STRAIGHT[index]!] : between)),
  );

/** Plays attempts; what the procedure refuses does not happen. */
function played(tried: readonly Attempt[]): readonly Entry[] {
  const log: Entry[] = [
    {
      sequence: 1,
      at: BEGIN,
      by: { kind: 'officer', id: STAFF[0]! },
      act: { kind: 'drafted', itemKind: 'news', edition: 1 },
    },
  ];
  for (const [who, which] of tried) {
    const publication = foldPublication(log);
    const by = { kind: 'officer', id: STAFF[who]! } as const;
    const now = BEGIN.add({ minutes: log.length });
    const act = actsOn(publication.edition)[which]!;
    if (refusalOf(publication, act, { by, now, today: TODAY, content: contentOn(TODAY) }) === null)
      log.push({ sequence: log.length + 1, at: now, by, act });
  }
  return log;
}

const officer = ({ by }: Entry): StaffId | null => (by.kind === 'officer' ? by.id : null);

/** Who wrote an edition, and those before it since the last one that went public. */
function authorsBefore(log: readonly Entry[], at: number): readonly (StaffId | null)[] {
  const authors: (StaffId | null)[] = [];
  for (const entry of log.slice(0, at)) {
    if (['published', 'corrected', 'emergency-published'].includes(entry.act.kind)) authors.length = 0;
    if (entry.act.kind === 'drafted' || entry.act.kind === 'edited' || entry.act.kind === 'submitted')
      authors.push(officer(entry));
  }
  return authors;
}

test('whatever officers try: what goes public has been through everything, as it stands, by others than its authors', () => {
  let [published, corrected] = [0, 0];
  fc.assert(
    fc.property(attempts, tried => {
      const log = played(tried);
      for (const [index, entry] of log.entries()) {
        const { act } = entry;
        if (act.kind !== 'published' && act.kind !== 'corrected' && act.kind !== 'emergency-published') continue;
        if (act.kind === 'published') published += 1;
        if (act.kind === 'corrected') corrected += 1;
        expect(authorsBefore(log, index)).not.toContain(officer(entry));
        const begun = log.findLastIndex(
          (one, at) => at < index && (one.act.kind === 'drafted' || one.act.kind === 'edited'),
        );
        const since = log.slice(begun, index);
        const checks = since.filter(one => one.act.kind === 'checked');
        expect(checks.length).toBeGreaterThan(0);
        if (act.kind === 'emergency-published') continue;
        const submitted = since.findLastIndex(one => one.act.kind === 'submitted');
        const passed = since.slice(submitted);
        const kinds = passed.map(one => one.act.kind);
        expect(kinds.filter(kind => kind === 'secrecy-reviewed')).toHaveLength(1);
        expect(kinds.filter(kind => kind === 'reviewed')).toHaveLength(2);
        expect(kinds.filter(kind => kind === 'approved')).toHaveLength(1);
        expect(kinds.filter(kind => kind === 'proofread')).toHaveLength(3);
        const persons = passed.filter(one => one.act.kind === 'reviewed' || one.act.kind === 'approved').map(officer);
        expect(new Set(persons).size).toBe(3);
        expect(persons.some(person => authorsBefore(log, index).includes(person))).toBe(false);
      }
    }),
    { numRuns: 3000, seed: 20260302 },
  );
  // A property of what never happened would prove nothing.
  expect(played(STRAIGHT).at(-1)?.act.kind).toBe('corrected');
  expect(published).toBeGreaterThan(100);
  expect(corrected).toBeGreaterThan(20);
});
