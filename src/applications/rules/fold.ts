import { assertNever } from '../../kernel/assert-never.ts';
import type { ApplicantKind } from '../../law/report-form/table-three.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { CLOSING_OF } from './application-log.ts';
import type {
  Act,
  CaseKind,
  Consulted,
  DeliveryMethod,
  Entry,
  IntakeFacts,
  LinkRelation,
  Opinion,
  ReviewStep,
} from './application-log.ts';
import { needsConfirmation } from './channel.ts';
import type { FeeScale } from './fee.ts';
import type { ApplicationId, ConsultationId, LetterId, SearchTaskId } from './ids.ts';
import { isReplyKind } from './letters/letter-kinds.ts';
import type { LetterKind } from './letters/letter-kinds.ts';
import type { Settlement } from './outcome.ts';
import type { Reply } from './reply.ts';
import type { Stage } from './stage.ts';

type Day = Temporal.PlainDate;

export type Clarification = {
  readonly requestedOn: Day;
  readonly letter: LetterId | null;
  readonly workingDays: number;
  deliveredOn: Day | null;
  prolongedUntil: Day | null;
  receivedOn: Day | null;
  readonly lateReason: string | null;
};

export type Consultation = {
  readonly id: ConsultationId;
  readonly consulted: Consulted;
  readonly issuedOn: Day;
  readonly letter: LetterId | null;
  receivedOn: Day | null;
  answeredOn: Day | null;
  opinion: Opinion | null;
};

export type SearchTask = {
  readonly id: SearchTaskId;
  readonly unitName: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  answeredOn: Day | null;
  found: boolean | null;
  result: string | null;
};

export type Extension = {
  readonly askedOn: Day;
  readonly askedBy: StaffId | null;
  readonly workingDays: number;
  readonly reason: string;
  state: 'asked' | 'refused' | 'approved' | 'notified';
  approvedOn: Day | null;
  approver: StaffId | null;
  notifiedOn: Day | null;
};

export type Fee = {
  readonly noticedOn: Day;
  readonly letter: LetterId | null;
  readonly scale: FeeScale;
  readonly quantity: number;
  readonly amountYuan: number;
  receivedOn: Day | null;
  paidOn: Day | null;
  paidYuan: number;
  receiptNumber: string | null;
  waivedReason: string | null;
  refundedYuan: number;
};

export type LetterStanding =
  | 'drafting'
  | 'in-review'
  | 'returned'
  | 'signed'
  | 'dispatched'
  | 'delivered'
  | 'bounced'
  | 'withdrawn';

/** One delivery of a letter: it may be tried again after a bounce. */
export type Delivery = {
  readonly method: DeliveryMethod;
  readonly on: Day;
  readonly trackingNumber: string | null;
  deliveredOn: Day | null;
  bouncedOn: Day | null;
  bounceReason: string | null;
};

export type Letter = {
  readonly id: LetterId;
  readonly kind: LetterKind;
  /** What the version in review says; null before the first one and on letters that answer nothing. */
  reply: Reply | null;
  readonly drafter: StaffId | null;
  /** Everyone who has submitted a version: none of them may pass or sign it. */
  readonly authors: StaffId[];
  standing: LetterStanding;
  version: number;
  steps: readonly ReviewStep[];
  readonly passed: { readonly step: ReviewStep; readonly by: StaffId | null; readonly version: number }[];
  returnedComment: string | null;
  documentNumber: string | null;
  signedOn: Day | null;
  readonly deliveries: Delivery[];
};

/** An application as its log tells it. Made by `foldApplication` alone. */
export type Application = {
  readonly caseKind: CaseKind;
  readonly intake: IntakeFacts;
  readonly applicantKind: ApplicantKind;
  readonly applicants: number;
  readonly parent: ApplicationId | null;
  readonly lodgedAt: Temporal.Instant;
  /** Sequence of the last act: what an officer saw when they decided. */
  readonly version: number;
  readonly stage: Stage;
  readonly confirmedOn: Day | null;
  readonly contactAttempts: number;
  readonly handler: StaffId | null;
  readonly clarification: Clarification | null;
  readonly reasons: {
    readonly demandedOn: Day;
    readonly receivedOn: Day | null;
    readonly reasonable: boolean | null;
  } | null;
  readonly deferral: { readonly on: Day; readonly until: Day } | null;
  readonly consultations: readonly Consultation[];
  readonly searches: readonly SearchTask[];
  readonly extension: Extension | null;
  readonly fee: Fee | null;
  readonly letters: readonly Letter[];
  /** How and on which day it was settled; the day is that of posting, of signature, or of the lapse. */
  readonly settlement: (Settlement & { readonly on: Day }) | null;
  /** Settlements before a reply was ordered anew: the years that counted them are not counted again. */
  readonly earlierSettlements: readonly (Settlement & { readonly on: Day })[];
  readonly ordered: {
    readonly by: 'reconsideration' | 'litigation';
    readonly on: Day;
    readonly dueOn: Day | null;
  } | null;
  readonly children: readonly ApplicationId[];
  readonly links: readonly { readonly to: ApplicationId; readonly relation: LinkRelation }[];
  readonly promotedOn: Day | null;
  readonly volume: string | null;
  readonly satisfaction: number | null;
};

type Draft = { -readonly [Key in keyof Application]: Application[Key] };

/** The reply's day: the posting date when it was posted, else the day on which it was signed for or reached the applicant. */
export function repliedOn(act: Extract<Act, { kind: 'replied' }>): Day {
  const day = act.postedOn ?? act.deliveredOn;
  if (day === null) throw new Error('A reply without a day of posting or delivery');
  return day;
}

/** The step that a letter in review waits for; undefined when every step is passed or it is not in review. */
export function nextStepOf({
  standing,
  steps,
  passed,
}: Pick<Letter, 'standing' | 'steps' | 'passed'>): ReviewStep | undefined {
  return standing === 'in-review' ? steps.find(step => !passed.some(done => done.step === step)) : undefined;
}

const officerOf = ({ by }: Entry): StaffId | null => (by.kind === 'officer' ? by.id : null);

function settle(draft: Draft, settlement: Settlement, on: Day) {
  draft.settlement = { ...settlement, on };
  draft.stage = 'settled';
}

const letterIn = (draft: Draft, id: LetterId): Letter | undefined => draft.letters.find(letter => letter.id === id);

function startOf(entry: Entry): Draft {
  const { act } = entry;
  if (act.kind !== 'lodged') throw new Error(`A log begins with lodged, not with ${act.kind}`);
  return {
    caseKind: act.caseKind,
    intake: act.intake,
    applicantKind: act.applicantKind,
    applicants: act.applicants,
    parent: act.parent,
    lodgedAt: entry.at,
    version: entry.sequence,
    stage: needsConfirmation(act.intake.channel) ? 'awaiting-confirmation' : 'in-hand',
    confirmedOn: null,
    contactAttempts: 0,
    handler: null,
    clarification: null,
    reasons: null,
    deferral: null,
    consultations: [],
    searches: [],
    extension: null,
    fee: null,
    letters: [],
    settlement: null,
    earlierSettlements: [],
    ordered: null,
    children: [],
    links: [],
    promotedOn: null,
    volume: null,
    satisfaction: null,
  };
}

/** Acts on letters; the reply's letter alone moves the stage. */
function applyToLetter(draft: Draft, entry: Entry, act: Extract<Act, { letter: LetterId }>) {
  const letter = letterIn(draft, act.letter);
  if (letter === undefined) return;
  const isReply = isReplyKind(letter.kind) && draft.settlement === null;
  switch (act.kind) {
    case 'letter-drafted':
    case 'letter-submitted': {
      const author = officerOf(entry);
      if (author !== null && !letter.authors.includes(author)) letter.authors.push(author);
      if (act.kind === 'letter-drafted') return;
      letter.standing = 'in-review';
      letter.version = act.version;
      letter.steps = act.steps;
      letter.reply = act.reply;
      letter.returnedComment = null;
      letter.passed.length = 0;
      if (isReply) draft.stage = 'in-approval';
      return;
    }
    case 'letter-passed':
      letter.passed.push({ step: act.step, by: officerOf(entry), version: act.version });
      return;
    case 'letter-returned':
      letter.standing = 'returned';
      letter.returnedComment = act.comment;
      if (isReply) draft.stage = 'in-hand';
      return;
    case 'letter-withdrawn':
      letter.standing = 'withdrawn';
      if (isReply) draft.stage = 'in-hand';
      return;
    case 'letter-signed':
      letter.passed.push({ step: 'sign', by: officerOf(entry), version: act.version });
      letter.standing = 'signed';
      letter.documentNumber = act.documentNumber;
      letter.signedOn = act.on;
      if (isReply) draft.stage = 'awaiting-delivery';
      return;
    case 'letter-dispatched':
      letter.standing = 'dispatched';
      letter.deliveries.push({
        method: act.method,
        on: act.on,
        trackingNumber: act.trackingNumber,
        deliveredOn: null,
        bouncedOn: null,
        bounceReason: null,
      });
      return;
    case 'letter-delivered': {
      letter.standing = 'delivered';
      const delivery = letter.deliveries.at(-1);
      if (delivery !== undefined) delivery.deliveredOn = act.on;
      return;
    }
    case 'letter-bounced': {
      letter.standing = 'bounced';
      const delivery = letter.deliveries.at(-1);
      if (delivery === undefined) return;
      delivery.bouncedOn = act.on;
      delivery.bounceReason = act.reason;
      return;
    }
  }
}

function apply(draft: Draft, entry: Entry) {
  const { act } = entry;
  draft.version = entry.sequence;
  switch (act.kind) {
    case 'lodged':
      throw new Error('An application is lodged once');
    case 'intake-corrected':
      draft.intake = act.intake;
      draft.applicantKind = act.applicantKind;
      return;
    case 'contact-attempted':
      draft.contactAttempts += 1;
      return;
    case 'receipt-confirmed':
      draft.confirmedOn = act.on;
      draft.stage = 'in-hand';
      return;
    case 'assigned':
      draft.handler = act.to;
      return;
    case 'noted':
      return;
    case 'linked':
      draft.links = [...draft.links, { to: act.to, relation: act.relation }];
      return;
    case 'clarification-requested':
      draft.clarification = {
        requestedOn: act.on,
        letter: act.letter,
        workingDays: act.workingDays,
        deliveredOn: act.deliveredOn,
        prolongedUntil: null,
        receivedOn: null,
        lateReason: act.lateReason,
      };
      draft.stage = 'awaiting-clarification';
      return;
    case 'clarification-notice-delivered':
      if (draft.clarification !== null) draft.clarification.deliveredOn = act.on;
      return;
    case 'clarification-prolonged':
      if (draft.clarification !== null) draft.clarification.prolongedUntil = act.until;
      return;
    case 'clarification-received':
      if (draft.clarification !== null) draft.clarification.receivedOn = act.on;
      draft.stage = 'in-hand';
      return;
    case 'reasons-demanded':
      draft.reasons = { demandedOn: act.on, receivedOn: null, reasonable: null };
      draft.stage = 'awaiting-reasons';
      return;
    case 'reasons-received':
      if (draft.reasons !== null) draft.reasons = { ...draft.reasons, receivedOn: act.on, reasonable: act.reasonable };
      draft.stage = 'in-hand';
      return;
    case 'deferred':
      draft.deferral = { on: act.on, until: act.until };
      return;
    case 'third-party-consulted':
    case 'agency-consulted':
      draft.consultations = [
        ...draft.consultations,
        {
          id: act.consultation,
          consulted: act.kind === 'agency-consulted' ? 'agency' : 'third-party',
          issuedOn: act.on,
          letter: act.letter,
          receivedOn: act.receivedOn,
          answeredOn: null,
          opinion: null,
        },
      ];
      return;
    case 'consultation-delivered': {
      const consultation = draft.consultations.find(({ id }) => id === act.consultation);
      if (consultation !== undefined) consultation.receivedOn = act.on;
      return;
    }
    case 'third-party-answered':
    case 'agency-answered': {
      const consultation = draft.consultations.find(({ id }) => id === act.consultation);
      if (consultation === undefined) return;
      consultation.answeredOn = act.on;
      consultation.opinion = act.opinion;
      return;
    }
    case 'search-asked':
      draft.searches = [
        ...draft.searches,
        {
          id: act.task,
          unitName: act.unitName,
          askedOn: act.on,
          dueOn: act.dueOn,
          answeredOn: null,
          found: null,
          result: null,
        },
      ];
      return;
    case 'search-answered': {
      const task = draft.searches.find(({ id }) => id === act.task);
      if (task === undefined) return;
      task.answeredOn = act.on;
      task.found = act.found;
      task.result = act.result;
      return;
    }
    case 'extension-asked':
      draft.extension = {
        askedOn: act.on,
        askedBy: officerOf(entry),
        workingDays: act.workingDays,
        reason: act.reason,
        state: 'asked',
        approvedOn: null,
        approver: null,
        notifiedOn: null,
      };
      return;
    case 'extension-refused':
      if (draft.extension !== null) draft.extension.state = 'refused';
      return;
    case 'extension-approved':
      if (draft.extension === null) return;
      draft.extension.state = 'approved';
      draft.extension.approvedOn = act.on;
      draft.extension.approver = act.approver;
      return;
    case 'extended':
      if (draft.extension === null) return;
      draft.extension.state = 'notified';
      draft.extension.notifiedOn = act.notifiedOn;
      return;
    case 'fee-noticed':
      draft.fee = {
        noticedOn: act.on,
        letter: act.letter,
        scale: act.scale,
        quantity: act.quantity,
        amountYuan: act.amountYuan,
        receivedOn: act.receivedOn,
        paidOn: null,
        paidYuan: 0,
        receiptNumber: null,
        waivedReason: null,
        refundedYuan: 0,
      };
      draft.stage = 'awaiting-payment';
      return;
    case 'fee-notice-delivered':
      if (draft.fee !== null) draft.fee.receivedOn = act.on;
      return;
    case 'fee-paid':
      if (draft.fee !== null) {
        draft.fee.paidOn = act.on;
        draft.fee.paidYuan += act.amountYuan;
        draft.fee.receiptNumber = act.receiptNumber;
      }
      draft.stage = 'in-hand';
      return;
    case 'fee-waived':
      if (draft.fee !== null) draft.fee.waivedReason = act.reason;
      draft.stage = 'in-hand';
      return;
    case 'fee-refunded':
      if (draft.fee !== null) draft.fee.refundedYuan += act.amountYuan;
      return;
    case 'letter-drafted': {
      const letter: Letter = {
        id: act.letter,
        kind: act.letterKind,
        reply: null,
        drafter: officerOf(entry),
        authors: [],
        standing: 'drafting',
        version: 0,
        steps: [],
        passed: [],
        returnedComment: null,
        documentNumber: null,
        signedOn: null,
        deliveries: [],
      };
      draft.letters = [...draft.letters, letter];
      applyToLetter(draft, entry, act);
      return;
    }
    case 'letter-submitted':
    case 'letter-passed':
    case 'letter-returned':
    case 'letter-withdrawn':
    case 'letter-signed':
    case 'letter-dispatched':
    case 'letter-delivered':
    case 'letter-bounced':
      applyToLetter(draft, entry, act);
      return;
    case 'replied':
      settle(draft, { kind: 'replied', reply: act.reply }, repliedOn(act));
      return;
    case 'clarification-lapsed':
    case 'fee-lapsed':
    case 'withdrawn':
    case 'merged':
    case 'closed-otherwise':
      settle(draft, { kind: 'closed', closing: CLOSING_OF[act.kind] }, act.on);
      if (act.kind === 'merged') draft.links = [...draft.links, { to: act.into, relation: 'merged' }];
      return;
    case 'split':
      draft.children = act.children;
      draft.stage = 'split';
      return;
    case 'archived':
      draft.volume = act.volume;
      draft.stage = 'archived';
      return;
    case 'reply-ordered':
      if (draft.settlement !== null) draft.earlierSettlements = [...draft.earlierSettlements, draft.settlement];
      draft.settlement = null;
      draft.ordered = { by: act.by, on: act.on, dueOn: act.dueOn };
      draft.extension = null;
      draft.stage = 'in-hand';
      return;
    case 'promoted':
      draft.promotedOn = act.on;
      return;
    case 'satisfaction-given':
      draft.satisfaction = act.score;
      return;
  }
  assertNever(act);
}

/** The application that a log tells of. Throws on what no log of ours can hold: an empty one, or a second lodging. */
export function foldApplication(log: readonly Entry[]): Application {
  const [first, ...rest] = log;
  if (first === undefined) throw new Error('An empty log');
  const draft = startOf(first);
  for (const entry of rest) apply(draft, entry);
  return draft;
}
