import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import { nthWorkingDay } from '../../../calendar/working-calendar.ts';
import { SUPPLY_FORM_LABEL } from '../applicant.ts';
import type { CaseFile } from '../case-file.ts';
import { feeExplanation } from '../fee.ts';
import type { ProcessingFee } from '../fee.ts';
import type { ReplyClock } from '../reply-clock.ts';
import type { LetterValues } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';

/** What a new letter is opened with, besides the record. */
export type OpeningFacts = {
  readonly file: CaseFile;
  readonly clock: ReplyClock;
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly clarificationDays: number;
  readonly paymentWay: string;
  readonly disclosureOffice: string | null;
  readonly address: string | null;
  /** The fee as it is counted, where one may be charged. */
  readonly fee: ProcessingFee | null;
};

const ANSWER_DAYS = 5;

/** How many working days after the due date of the consulted unit's answer the clerk still needs. */
const answerBy = ({ calendar, today }: OpeningFacts) => nthWorkingDay(calendar, today, ANSWER_DAYS);

function placeOf({ disclosureOffice, address }: OpeningFacts): string {
  return [address, disclosureOffice].filter(part => part !== null).join('');
}

const given = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;

/** Only what has a value. */
function present(values: { readonly [Key in keyof LetterValues]: LetterValues[Key] | undefined }): LetterValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

function supplied({ file }: OpeningFacts): LetterValues {
  const { supplyForm, description } = file.registration.requested;
  return { supplied: description, supplyForm: SUPPLY_FORM_LABEL[supplyForm === 'any' ? 'paper' : supplyForm] };
}

function extension({ file, clock, calendar }: OpeningFacts): LetterValues {
  const asked = file.application.extension;
  if (asked === null) return {};
  const from = clock.replyDueOn;
  return present({
    extensionReason: asked.reason,
    extensionDays: asked.workingDays,
    extendedUntil: from === null ? undefined : nthWorkingDay(calendar, from, asked.workingDays),
  });
}

function searched({ file }: OpeningFacts): LetterValues {
  const units = file.application.searches.map(({ unitName }) => unitName);
  return present({ searchedIn: units.length === 0 ? undefined : `${[...new Set(units)].join('、')}保存的文件和档案` });
}

function fee({ fee: counted, paymentWay }: OpeningFacts): LetterValues {
  if (counted === null) return present({ paymentWay });
  const lines = feeExplanation(counted);
  return present({
    feeScale: counted.scale === 'by-item' ? '按件计收' : '按量计收',
    feeStandard: counted.lines
      .filter(({ yuan }) => yuan > 0)
      .map(({ text }) => text)
      .join('；'),
    feeCalculation: lines.at(-1),
    feeAmount: String(counted.yuan),
    pages: counted.quantity,
    paymentWay,
  });
}

/**
 * What the record already knows of a letter, so that the draft opens as complete as it can: nothing is typed twice. The officer may
 * change every word of it.
 */
export function openingValues(kind: LetterKind, facts: OpeningFacts): LetterValues {
  const { application, registration } = facts.file;
  const { clarification, reasons } = application;
  const requested = registration.requested.description;
  switch (kind) {
    case 'registration-receipt':
      return present({ replyDueOn: given(facts.clock.replyDueOn) });
    case 'clarification-notice': {
      const place = placeOf(facts);
      const correctionAdvice = place === '' ? undefined : `书面补正，寄送或者当面交到${place}，也可以在查询页面上补正`;
      return present({ correctionDays: facts.clarificationDays, correctionAdvice });
    }
    case 'extension-notice':
      return extension(facts);
    case 'reasons-demand':
      return { answerBy: answerBy(facts) };
    case 'third-party-consultation':
    case 'agency-consultation': {
      const place = placeOf(facts);
      return present({ information: requested, answerWay: place === '' ? undefined : `书面寄送${place}` });
    }
    case 'search-request':
      return { information: requested, question: '查找上述信息，并告知查找的结果', answerBy: answerBy(facts) };
    case 'consultation-notice': {
      const last = application.consultations.at(-1);
      const consulted = last?.consulted === 'agency' ? '共同制作的机关' : '第三方';
      return present({ consultedOn: last?.issuedOn, consulted: last === undefined ? undefined : consulted });
    }
    case 'disclosure-decision': {
      const last = application.consultations.findLast(({ consulted }) => consulted === 'third-party');
      return present({ information: requested, consultedOn: last?.issuedOn, disclosedContent: requested });
    }
    case 'fee-notice':
      return fee(facts);
    case 'granted':
    case 'partly-granted':
      return supplied(facts);
    case 'not-existing':
      return searched(facts);
    case 'vexatious':
      return present({ demandedOn: reasons?.demandedOn });
    case 'clarification-lapsed':
      return present({
        noticedOn: clarification?.requestedOn,
        deadline: given(facts.clock.applicantClarificationDueOn),
      });
    case 'fee-lapsed':
      return present({
        noticedOn: application.fee?.noticedOn,
        feeAmount: application.fee === null ? undefined : String(application.fee.amountYuan),
        deadline: given(facts.clock.paymentDueOn),
      });
    case 'withdrawal':
      return present({ withdrawnOn: application.settlement?.on });
    case 'record-corrected':
    case 'record-transferred':
    case 'record-kept':
      return { record: requested };
    case 'deferral-notice':
    case 'already-public':
    case 'withheld':
    case 'registry-inquiry':
    case 'not-ours':
    case 'requires-creation':
    case 'still-unclear':
    case 'petition':
    case 'repeat':
    case 'publication':
    case 'reissue':
    case 'several-findings':
      return {};
  }
}

/** The letters that make sense now, the likeliest first: what an officer is offered before the whole list. */
export function letterKindsFor({ application, registration }: CaseFile): readonly LetterKind[] {
  const { stage, settlement, extension: asked, consultations, clarification, reasons } = application;
  if (registration.caseKind === 'record-correction' && stage === 'in-hand')
    return ['record-corrected', 'record-transferred', 'record-kept', 'extension-notice'];
  if (settlement !== null) {
    if (settlement.kind === 'replied') return ['disclosure-decision'];
    if (settlement.closing === 'clarification-lapsed') return ['clarification-lapsed'];
    if (settlement.closing === 'fee-unpaid') return ['fee-lapsed'];
    return settlement.closing === 'withdrawn' ? ['withdrawal'] : [];
  }
  if (stage !== 'in-hand' && stage !== 'awaiting-reasons' && stage !== 'in-approval') return [];
  const procedure: readonly LetterKind[] = [
    ...(asked?.state === 'approved' ? (['extension-notice'] as const) : []),
    ...(consultations.some(({ answeredOn }) => answeredOn === null) ? (['consultation-notice'] as const) : []),
    ...(clarification === null ? (['clarification-notice'] as const) : []),
    'third-party-consultation',
    'agency-consultation',
    'search-request',
    'fee-notice',
    ...(reasons === null ? (['reasons-demand'] as const) : []),
    ...(reasons?.reasonable === true ? (['deferral-notice'] as const) : []),
  ];
  if (stage !== 'in-hand') return procedure;
  const replies: readonly LetterKind[] = [
    'granted',
    'already-public',
    'partly-granted',
    'withheld',
    'not-existing',
    'not-ours',
    'requires-creation',
    'registry-inquiry',
    ...(clarification !== null && clarification.receivedOn !== null ? (['still-unclear'] as const) : []),
    'petition',
    'repeat',
    'publication',
    ...(reasons?.reasonable === false ? (['vexatious'] as const) : []),
    'reissue',
    'several-findings',
  ];
  return [...replies, ...procedure];
}
