import { assertNever } from '../../kernel/assert-never.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Attribute, WithholdingGround } from './attribute.ts';
import type { ItemKind } from './item-kind.ts';
import type {
  ActOf,
  AddressAnswer,
  BasisDocument,
  ChangeScale,
  Entry,
  FindingMark,
  Proof,
  ReviewStep,
} from './publication-log.ts';
import type { Stage } from './stage.ts';

type Day = Temporal.PlainDate;

/** A step that the newest edition has passed. */
export type Passed = { readonly step: ReviewStep; readonly by: StaffId | null; readonly at: Temporal.Instant };
/** A pass of proofreading that the newest edition has had. */
export type Proofread = { readonly proof: Proof; readonly by: StaffId | null; readonly at: Temporal.Instant };

/** 更正说明: what was changed in public, when, and how much it matters. */
export type Correction = {
  readonly edition: number;
  readonly at: Temporal.Instant;
  readonly scale: ChangeScale;
  readonly note: string;
};

/** What a reader still sees of an item, or no longer. */
export type Visibility =
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'public' }
  | { readonly kind: 'withdrawn'; readonly at: Temporal.Instant; readonly explanation: string }
  | {
      readonly kind: 'removed';
      readonly at: Temporal.Instant;
      readonly explanation: string;
      readonly redirectTo: string | null;
    };

/** A change of a document's validity, as it was decided. */
export type ValidityDecision = Omit<ActOf<'validity-changed'>, 'kind'>;

/** An item as its log tells it. Made by `foldPublication` alone. */
export type Publication = {
  readonly itemKind: ItemKind;
  /** Sequence of the last act: what an officer saw when they decided. */
  readonly version: number;
  readonly stage: Stage;
  /** The newest edition, and the one that is or was public. */
  readonly edition: number;
  readonly publicEdition: number | null;
  readonly draftedAt: Temporal.Instant;
  readonly attribute: {
    readonly attribute: Attribute;
    readonly ground: WithholdingGround | null;
    readonly reason: string | null;
    readonly setAt: Temporal.Instant;
    readonly reassessedAt: Temporal.Instant | null;
  } | null;
  /** What the gates found in the newest edition; null where they have not run over it. */
  readonly findings: readonly FindingMark[] | null;
  readonly overridden: readonly string[];
  /** What a later check found in the public edition, and when it was first found; null where nothing is to be mended. */
  readonly faults: { readonly foundAt: Temporal.Instant; readonly keys: readonly string[] } | null;
  /** Everyone who has written an edition since the last one that was published: none of them approves or publishes it. */
  readonly authors: readonly StaffId[];
  readonly submitter: StaffId | null;
  readonly steps: readonly ReviewStep[];
  readonly proofs: readonly Proof[];
  readonly passed: readonly Passed[];
  readonly proofread: readonly Proofread[];
  readonly returnedComment: string | null;
  readonly publishAt: Temporal.Instant | null;
  readonly address: string | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly publishedOn: Day | null;
  readonly corrections: readonly Correction[];
  readonly visibility: Visibility;
  readonly emergency: {
    readonly reason: string;
    readonly by: StaffId | null;
    readonly review: {
      readonly at: Temporal.Instant;
      readonly conclusion: 'confirmed' | 'objected';
      readonly comment: string;
    } | null;
  } | null;
  readonly validityChanges: readonly ValidityDecision[];
  /** What the public addresses answered when they were last asked; null where that was before readers saw something else. */
  readonly verification: { readonly at: Temporal.Instant; readonly answers: readonly AddressAnswer[] } | null;
  /** The last day of a 公示 that is over. */
  readonly publicityEndedOn: Day | null;
  readonly archivedAt: Temporal.Instant | null;
};

type Draft = { -readonly [Key in keyof Publication]: Publication[Key] };

const officerOf = ({ by }: Entry): StaffId | null => (by.kind === 'officer' ? by.id : null);

/** The step that an edition in review waits for; undefined when all are passed or none is under way. */
export function nextStepOf({
  stage,
  steps,
  passed,
}: Pick<Publication, 'stage' | 'steps' | 'passed'>): ReviewStep | undefined {
  if (stage !== 'in-review' && stage !== 'revision-in-review') return undefined;
  return steps.find(step => !passed.some(done => done.step === step));
}

/** The findings that keep the newest edition from review. */
export function openStops({
  findings,
  overridden,
}: Pick<Publication, 'findings' | 'overridden'>): readonly FindingMark[] {
  return (findings ?? []).filter(({ level, key }) => level === 'stop' && !overridden.includes(key));
}

/** What stops in the public edition is owed to be mended, from the day on which it was first found; a draft owes nothing. */
function noteFaults(draft: Draft, entry: Entry) {
  if (draft.stage !== 'public') return;
  const keys = openStops(draft).map(({ key }) => key);
  draft.faults = keys.length === 0 ? null : { foundAt: draft.faults?.foundAt ?? entry.at, keys };
}

const isRevision = (draft: Draft) => draft.publicEdition !== null;

/** Nothing that was found, passed or read in the edition before holds for a new one. */
function beginEdition(draft: Draft, entry: Entry, edition: number) {
  const author = officerOf(entry);
  draft.edition = edition;
  if (author !== null && !draft.authors.includes(author)) draft.authors = [...draft.authors, author];
  draft.findings = null;
  draft.overridden = [];
  endReview(draft);
  draft.publishAt = null;
}

function endReview(draft: Draft) {
  draft.steps = [];
  draft.proofs = [];
  draft.passed = [];
  draft.proofread = [];
}

/** The newest edition is what readers see from now on; whoever writes the next one begins anew. */
function goPublic(
  draft: Draft,
  entry: Entry,
  { edition, address, on }: ActOf<'published' | 'emergency-published' | 'taken-over'>,
) {
  draft.publicEdition = edition;
  draft.address = address;
  draft.publishedAt = entry.at;
  draft.publishedOn = on;
  draft.publishAt = null;
  draft.authors = [];
  draft.submitter = null;
  draft.visibility = { kind: 'public' };
  draft.verification = null;
  draft.stage = 'public';
}

/** Readers see nothing of it any more; that this is so is still to be proved. */
function takeDown(draft: Draft, visibility: Extract<Visibility, { readonly kind: 'withdrawn' | 'removed' }>) {
  draft.faults = null;
  draft.visibility = visibility;
  draft.verification = null;
  endReview(draft);
  draft.stage = visibility.kind;
}

/** Whether something was taken down and the public addresses have not proved it yet. */
export function isTakeDownOpen({
  visibility,
  verification,
}: Pick<Publication, 'visibility' | 'verification'>): boolean {
  return (
    (visibility.kind === 'withdrawn' || visibility.kind === 'removed') &&
    (verification === null || verification.answers.some(({ asExpected }) => !asExpected))
  );
}

function startOf(entry: Entry): Draft {
  const { act } = entry;
  if (act.kind !== 'drafted') throw new Error(`A log begins with drafted, not with ${act.kind}`);
  const author = officerOf(entry);
  return {
    itemKind: act.itemKind,
    version: entry.sequence,
    stage: 'drafting',
    edition: act.edition,
    publicEdition: null,
    draftedAt: entry.at,
    attribute: null,
    findings: null,
    overridden: [],
    faults: null,
    authors: author === null ? [] : [author],
    submitter: null,
    steps: [],
    proofs: [],
    passed: [],
    proofread: [],
    returnedComment: null,
    publishAt: null,
    address: null,
    publishedAt: null,
    publishedOn: null,
    corrections: [],
    visibility: { kind: 'unpublished' },
    emergency: null,
    validityChanges: [],
    verification: null,
    publicityEndedOn: null,
    archivedAt: null,
  };
}

function pass(draft: Draft, entry: Entry, step: ReviewStep) {
  draft.passed = [...draft.passed, { step, by: officerOf(entry), at: entry.at }];
}

function sendBack(draft: Draft, comment: string | null) {
  endReview(draft);
  draft.returnedComment = comment;
  draft.stage = isRevision(draft) ? 'revising' : 'drafting';
}

function apply(draft: Draft, entry: Entry) {
  const { act } = entry;
  draft.version = entry.sequence;
  switch (act.kind) {
    case 'drafted':
      throw new Error('An item is drafted once');
    case 'edited':
      beginEdition(draft, entry, act.edition);
      if (draft.stage !== 'withheld') draft.stage = isRevision(draft) ? 'revising' : 'drafting';
      return;
    case 'attribute-set':
      draft.attribute = {
        attribute: act.attribute,
        ground: act.ground,
        reason: act.reason,
        setAt: entry.at,
        reassessedAt: null,
      };
      draft.stage = act.attribute === 'proactive' ? 'drafting' : 'withheld';
      return;
    case 'checked':
      draft.findings = act.findings;
      // The same finding in the same edition has the same key: what was let stand stands.
      draft.overridden = draft.overridden.filter(key => act.findings.some(found => found.key === key));
      noteFaults(draft, entry);
      return;
    case 'finding-overridden':
      draft.overridden = [...draft.overridden, act.finding];
      noteFaults(draft, entry);
      return;
    case 'submitted':
      draft.submitter = officerOf(entry);
      draft.steps = act.steps;
      draft.proofs = act.proofs;
      draft.passed = [];
      draft.proofread = [];
      draft.returnedComment = null;
      draft.stage = isRevision(draft) ? 'revision-in-review' : 'in-review';
      return;
    case 'recalled':
      sendBack(draft, null);
      return;
    case 'secrecy-reviewed':
      if (act.conclusion === 'release') pass(draft, entry, 'secrecy');
      // 报请确定 leaves the edition where it is until the answer has come.
      else if (act.conclusion !== 'refer') sendBack(draft, act.form.opinion);
      return;
    case 'reviewed':
      pass(draft, entry, act.step);
      return;
    case 'approved':
      pass(draft, entry, 'final');
      draft.stage = isRevision(draft) ? 'revision-approved' : 'approved';
      return;
    case 'proofread':
      draft.proofread = [...draft.proofread, { proof: act.proof, by: officerOf(entry), at: entry.at }];
      return;
    case 'returned':
      sendBack(draft, act.comment);
      return;
    case 'scheduled':
      draft.publishAt = act.publishAt;
      draft.stage = 'scheduled';
      return;
    case 'unscheduled':
      draft.publishAt = null;
      draft.stage = 'approved';
      return;
    case 'published':
      goPublic(draft, entry, act);
      return;
    case 'taken-over':
      goPublic(draft, entry, act);
      draft.publishedAt = act.firstPublishedAt;
      return;
    case 'emergency-published':
      goPublic(draft, entry, act);
      endReview(draft);
      draft.emergency = { reason: act.reason, by: officerOf(entry), review: null };
      return;
    case 'emergency-reviewed':
      if (draft.emergency !== null)
        draft.emergency = {
          ...draft.emergency,
          review: { at: entry.at, conclusion: act.conclusion, comment: act.comment },
        };
      return;
    case 'corrected':
      draft.faults = null;
      draft.publicEdition = act.edition;
      draft.corrections = [
        ...draft.corrections,
        { edition: act.edition, at: entry.at, scale: act.scale, note: act.note },
      ];
      draft.authors = [];
      draft.submitter = null;
      // A correction may set another period.
      draft.publicityEndedOn = null;
      draft.verification = null;
      draft.stage = 'public';
      return;
    case 'withdrawn':
      takeDown(draft, { kind: 'withdrawn', at: entry.at, explanation: act.explanation });
      return;
    case 'reinstated':
      draft.visibility = { kind: 'public' };
      draft.verification = null;
      draft.stage = draft.edition === draft.publicEdition ? 'public' : 'revising';
      return;
    case 'removed':
      takeDown(draft, {
        kind: 'removed',
        at: entry.at,
        explanation: act.explanation,
        redirectTo: act.redirectTo,
      });
      return;
    case 'archived':
      draft.archivedAt = entry.at;
      draft.stage = 'archived';
      return;
    case 'validity-changed': {
      const { kind: _kind, ...decision } = act;
      draft.validityChanges = [...draft.validityChanges, decision];
      return;
    }
    case 'reassessed':
      if (draft.attribute === null) return;
      if (act.conclusion === 'stays') draft.attribute = { ...draft.attribute, reassessedAt: entry.at };
      else {
        draft.attribute = null;
        draft.stage = 'drafting';
      }
      return;
    case 'noted':
      return;
    case 'addresses-verified':
      draft.verification = { at: entry.at, answers: act.answers };
      return;
    case 'publicity-ended':
      draft.publicityEndedOn = act.endedOn;
      if (act.atEnd === 'remove')
        takeDown(draft, { kind: 'removed', at: entry.at, explanation: act.explanation, redirectTo: null });
      return;
  }
  assertNever(act);
}

/** The item that a log tells of. Throws on what no log of ours can hold: an empty one, or a second draft. */
export function foldPublication(log: readonly Entry[]): Publication {
  const [first, ...rest] = log;
  if (first === undefined) throw new Error('An empty log');
  const draft = startOf(first);
  for (const entry of rest) apply(draft, entry);
  return draft;
}

/** The document by which an item was last amended, repealed or declared 失效; undefined where none was. */
export function lastBasisOf({ validityChanges }: Pick<Publication, 'validityChanges'>): BasisDocument | undefined {
  return validityChanges.at(-1)?.basis;
}
