import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Entry, Proof, ReviewStep } from './publication-log.ts';
import type { SecrecyForm } from './secrecy-form.ts';

/** Who does what to an item. */
export type Hands = {
  readonly author: StaffId;
  readonly secrecy: StaffId;
  readonly first: StaffId;
  readonly second: StaffId;
  readonly proofreader: StaffId;
  readonly approver: StaffId;
  readonly publisher: StaffId;
};

/** How far an item has come. */
export const PROGRESSES = [
  'drafted',
  'checked',
  'submitted',
  'secrecy',
  'first',
  'second',
  'approved',
  'published',
] as const;
export type Progress = (typeof PROGRESSES)[number];

const STEPS: readonly ReviewStep[] = ['secrecy', 'first', 'second', 'final'];
const PROOFS: readonly Proof[] = ['machine', 'editor', 'before-publication'];

/** A form of 保密审查 that found nothing. */
export const NOTHING_SECRET: SecrecyForm = {
  carrier: 'official-document',
  channels: ['website'],
  classified: false,
  answers: {
    'state-secret': 'none',
    'work-secret': 'none',
    'trade-secret': 'none',
    privacy: 'none',
    'security-and-stability': 'none',
    'internal-or-deliberative': 'none',
    'other-agency': 'none',
    aggregation: 'none',
  },
  personalData: 'none',
  opinion: '同意公开',
};

export type History = {
  readonly itemKind: Extract<Entry['act'], { kind: 'drafted' }>['itemKind'];
  readonly hands: Hands;
  readonly contentHash: string;
  readonly progress: Progress;
  /** When it was published, or would be: everything else lies in the hours before. */
  readonly at: Temporal.Instant;
  readonly address: string;
};

const MINUTES_BETWEEN = 35;

/** The log of an item to which nothing happened but what has to: every act by the hands whose turn it is, up to its progress. */
export function plainHistory({ itemKind, hands, contentHash, progress, at, address }: History): readonly Entry[] {
  const edition = 1;
  const comment = null;
  const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const acts: readonly (readonly [StaffId, Progress, Entry['act']])[] = [
    [hands.author, 'drafted', { kind: 'drafted', itemKind, edition }],
    [hands.author, 'checked', { kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null }],
    [hands.author, 'checked', { kind: 'checked', edition, findings: [] }],
    [hands.author, 'submitted', { kind: 'submitted', edition, steps: STEPS, proofs: PROOFS }],
    [hands.author, 'submitted', { kind: 'proofread', edition, proof: 'machine', remark: '检查发现0处' }],
    [
      hands.secrecy,
      'secrecy',
      { kind: 'secrecy-reviewed', edition, contentHash, form: NOTHING_SECRET, ticked: [], conclusion: 'release' },
    ],
    [hands.first, 'first', { kind: 'reviewed', edition, step: 'first', comment }],
    [hands.second, 'second', { kind: 'reviewed', edition, step: 'second', comment }],
    [hands.proofreader, 'approved', { kind: 'proofread', edition, proof: 'editor', remark: null }],
    [hands.approver, 'approved', { kind: 'approved', edition, comment }],
    [hands.publisher, 'published', { kind: 'proofread', edition, proof: 'before-publication', remark: null }],
    [hands.publisher, 'published', { kind: 'published', edition, address, on }],
  ];
  const reached = PROGRESSES.indexOf(progress);
  return acts
    .filter(([, needed]) => PROGRESSES.indexOf(needed) <= reached)
    .map(([id, , act], index) => ({
      sequence: index + 1,
      at: at.subtract({ minutes: (acts.length - 1 - index) * MINUTES_BETWEEN }),
      by: { kind: 'officer', id },
      act,
    }));
}

/** The log of an item that another system had published before this one was in use. */
export function takenOverHistory({
  itemKind,
  at,
  takenOverAt,
  address,
  origin,
}: Pick<History, 'itemKind' | 'at' | 'address'> & {
  readonly takenOverAt: Temporal.Instant;
  readonly origin: string;
}): readonly Entry[] {
  const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const acts: readonly Entry['act'][] = [
    { kind: 'drafted', itemKind, edition: 1 },
    { kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null },
    { kind: 'taken-over', edition: 1, address, on, firstPublishedAt: at, origin },
  ];
  return acts.map((act, index) => ({ sequence: index + 1, at: takenOverAt, by: { kind: 'system' }, act }));
}
