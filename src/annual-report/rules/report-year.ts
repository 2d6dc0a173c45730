import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Prose } from './draft-prose.ts';
import type { Waiver } from './waiver.ts';
import type { FigureKey, YearFacts } from './year-facts.ts';
import { YEAR_ACT_LABEL, YEAR_ACTS_OPEN_IN, YEAR_STAGE_LABEL } from './year-log.ts';
import type {
  CorrectionNote,
  EvidenceId,
  ProposalOrigin,
  SourcedFigures,
  YearActKind,
  YearEntry,
  YearStage,
} from './year-log.ts';

export type EnteredFigure = {
  readonly value: number;
  readonly source: string;
  readonly evidence: EvidenceId | null;
  readonly explanation: string | null;
};

/** Figures that wait for an officer who takes or declines them. */
export type Proposal = SourcedFigures & {
  /** Sequence of the act that proposed them. */
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly by: ProposalOrigin;
};
export type Publication = {
  readonly version: number;
  readonly on: Temporal.PlainDate;
  readonly note: CorrectionNote | null;
};

/** A year's report on its way, as its log tells it. */
export type ReportYear = {
  readonly stage: YearStage;
  /** Sequence of the last act. */
  readonly version: number;
  readonly entered: Readonly<Partial<Record<FigureKey, EnteredFigure>>>;
  /** Those not yet decided, the oldest first. */
  readonly proposals: readonly Proposal[];
  /** Null while nobody has written: the draft stands in. */
  readonly prose: Prose | null;
  readonly frozen: { readonly at: Temporal.Instant; readonly facts: YearFacts } | null;
  readonly waivers: readonly Waiver[];
  /** All who entered, wrote, froze, waived or submitted: none of them approves. */
  readonly hands: readonly StaffId[];
  readonly returnedComment: string | null;
  readonly correction: CorrectionNote | null;
  readonly publications: readonly Publication[];
};

type Draft = { -readonly [Key in keyof ReportYear]: ReportYear[Key] };

function apply(draft: Draft, { act, at, sequence }: YearEntry) {
  switch (act.kind) {
    case 'opened':
      throw new Error('A year is opened once');
    case 'figures-proposed': {
      const { kind: _kind, ...proposed } = act;
      draft.proposals = [...draft.proposals, { ...proposed, sequence, at }];
      return;
    }
    case 'proposal-declined':
      draft.proposals = draft.proposals.filter(proposal => proposal.sequence !== act.proposal);
      return;
    case 'figures-entered': {
      const { figures, source, evidence = null, explanation = null, proposal } = act;
      const entered = Object.entries(figures).map(([key, value]) => [key, { value, source, evidence, explanation }]);
      draft.entered = { ...draft.entered, ...(Object.fromEntries(entered) as ReportYear['entered']) };
      draft.proposals = draft.proposals.filter(one => one.sequence !== proposal);
      return;
    }
    case 'prose-written':
      draft.prose = act.prose;
      return;
    case 'frozen':
      draft.frozen = { at, facts: act.facts };
      draft.stage = 'frozen';
      return;
    case 'thawed':
      draft.frozen = null;
      draft.stage = 'open';
      return;
    case 'finding-waived':
      draft.waivers = [...draft.waivers, { ...act.waiver, on: act.waiver.on.toString() }];
      return;
    case 'submitted':
      draft.stage = 'in-review';
      draft.returnedComment = null;
      return;
    case 'returned':
      draft.stage = 'frozen';
      draft.returnedComment = act.comment;
      return;
    case 'approved':
      draft.stage = 'approved';
      return;
    case 'published':
      draft.stage = act.note === null ? 'published' : 'corrected';
      draft.publications = [...draft.publications, { version: act.version, on: act.on, note: act.note }];
      draft.correction = null;
      return;
    case 'correction-begun':
      draft.stage = 'open';
      draft.frozen = null;
      draft.correction = { what: act.what, why: act.why };
      return;
  }
}

const HANDS_OF: ReadonlySet<YearActKind> = new Set([
  'figures-entered',
  'prose-written',
  'frozen',
  'finding-waived',
  'submitted',
]);

/** The year that a log tells of. Throws on what no log of ours can hold. */
export function foldYear(log: readonly YearEntry[]): ReportYear {
  const [first, ...rest] = log;
  if (first?.act.kind !== 'opened') throw new Error('The log of a year begins with its opening');
  const draft: Draft = {
    stage: 'open',
    version: first.sequence,
    entered: {},
    proposals: [],
    prose: null,
    frozen: null,
    waivers: [],
    hands: [],
    returnedComment: null,
    correction: null,
    publications: [],
  };
  for (const entry of rest) {
    apply(draft, entry);
    draft.version = entry.sequence;
    const { by, act } = entry;
    if (by !== null && HANDS_OF.has(act.kind) && !draft.hands.includes(by)) draft.hands = [...draft.hands, by];
  }
  return draft;
}

/** Why an act may not follow now, in one sentence; null when it may. Abilities and findings are asked besides. */
export function yearRefusal({ stage, hands }: ReportYear, kind: YearActKind, by: StaffId | null): string | null {
  if (!(YEAR_ACTS_OPEN_IN[stage] as readonly YearActKind[]).includes(kind))
    return `年度报告现在是“${YEAR_STAGE_LABEL[stage]}”，不能${YEAR_ACT_LABEL[kind]}，请刷新页面核对`;
  if (kind === 'approved' && by !== null && hands.includes(by)) return '参与编制的人不能审签，请由其他人办理';
  return null;
}
