import type { Act, DeliveryMethod } from '../application-log.ts';
import type { Application } from '../fold.ts';
import type { ConsultationId, LetterId } from '../ids.ts';
import { notOpen, unusable } from '../../../people/rules/refusal.ts';
import type { Refusal } from '../refusal.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FeeScale } from '../fee.ts';
import type { SavedDraft } from './draft-json.ts';
import type { LetterValues } from './letter-inputs.ts';
import { isReplyKind } from './letter-kinds.ts';
import type { LetterKind } from './letter-kinds.ts';
import { replyOf } from './reply-of-draft.ts';

export type Dispatch = {
  readonly letter: LetterId;
  readonly method: DeliveryMethod;
  readonly on: Temporal.PlainDate;
  readonly trackingNumber: string | null;
  /** Only of a notice to correct that goes out after its seven working days. */
  readonly lateReason: string | null;
};

/** By post the letter arrives later; handed over, sent online or by fax it arrives at once. */
export function arrivesAtOnce(method: DeliveryMethod): boolean {
  return method !== 'post';
}

/** A consulting letter opens one consultation, which bears its id. */
export const consultationOf = (letter: LetterId): ConsultationId => letter as string as ConsultationId;

const scaleOf = (text: string | undefined): FeeScale => (text?.includes('件') === true ? 'by-item' : 'by-page');

const EXTENSION = { source: 'disclosure', article: 33, paragraph: 2 } as const;

type Effect = (facts: {
  readonly application: Application;
  readonly values: LetterValues;
  readonly dispatch: Dispatch;
  /** The day of dispatch where the letter arrives at once; null while it is on its way. */
  readonly arrivedOn: Temporal.PlainDate | null;
}) => Result<Act, Refusal>;

/** Letters on the way to a reply that are acts themselves. */
const EFFECTS: Partial<Readonly<Record<LetterKind, Effect>>> = {
  'clarification-notice': ({ values, dispatch, arrivedOn }) => {
    const { on, letter, lateReason } = dispatch;
    const workingDays = values.correctionDays;
    return workingDays === undefined
      ? refuse(unusable('correctionDays', '请填写补正期限的工作日数'))
      : ok({ kind: 'clarification-requested', on, letter, workingDays, deliveredOn: arrivedOn, lateReason });
  },
  'extension-notice': ({ application: { extension }, dispatch: { on, letter } }) =>
    extension === null
      ? refuse(notOpen('延期应当先经政府信息公开工作机构负责人同意', EXTENSION))
      : ok({ kind: 'extended', notifiedOn: on, workingDays: extension.workingDays, letter }),
  'reasons-demand': ({ dispatch: { on, letter } }) => ok({ kind: 'reasons-demanded', on, letter }),
  'deferral-notice': ({ values, dispatch: { on, letter } }) =>
    values.deferredUntil === undefined
      ? refuse(unusable('deferredUntil', '请填写延迟答复的期限'))
      : ok({ kind: 'deferred', on, until: values.deferredUntil, letter, reason: values.deferralReason ?? '' }),
  'third-party-consultation': ({ dispatch: { on, letter }, arrivedOn }) =>
    ok({ kind: 'third-party-consulted', consultation: consultationOf(letter), on, letter, receivedOn: arrivedOn }),
  'agency-consultation': ({ dispatch: { on, letter }, arrivedOn }) =>
    ok({ kind: 'agency-consulted', consultation: consultationOf(letter), on, letter, receivedOn: arrivedOn }),
  'fee-notice': ({ values, dispatch: { on, letter }, arrivedOn }) => {
    const amountYuan = Number(values.feeAmount);
    if (!Number.isFinite(amountYuan)) return refuse(unusable('feeAmount', '收费金额应当是数字，单位是元'));
    const [scale, quantity] = [scaleOf(values.feeScale), values.pages ?? 0];
    return ok({ kind: 'fee-noticed', on, letter, scale, quantity, amountYuan, receivedOn: arrivedOn });
  },
};

/**
 * What follows in law when a signed letter goes out for the first time: the act is the letter's, so nothing is entered twice. By
 * post the day of posting counts for the agency; the day of arrival, on which other people's periods begin, is noted later
 * (国办公开办函〔2016〕235号).
 */
export function effectOfDispatch(
  application: Application,
  { draft, recipient }: SavedDraft,
  dispatch: Dispatch,
): Result<readonly Act[], Refusal> {
  const arrivedOn = arrivesAtOnce(dispatch.method) ? dispatch.on : null;
  const effect = EFFECTS[draft.kind]?.({ application, values: draft.values, dispatch, arrivedOn });
  if (effect !== undefined) return effect.ok ? ok([effect.value]) : effect;
  const reply = isReplyKind(draft.kind) ? replyOf(draft) : null;
  if (reply === null || recipient !== null) return ok([]);
  const postedOn = dispatch.method === 'post' ? dispatch.on : null;
  return ok([{ kind: 'replied', letter: dispatch.letter, reply, postedOn, deliveredOn: arrivedOn }]);
}

/** What follows when a letter has arrived: the day on which somebody else's period begins. */
export function effectOfArrival(application: Application, letter: LetterId, on: Temporal.PlainDate): readonly Act[] {
  const { clarification, fee, consultations } = application;
  if (clarification?.letter === letter && clarification.deliveredOn === null)
    return [{ kind: 'clarification-notice-delivered', on }];
  if (fee?.letter === letter && fee.receivedOn === null) return [{ kind: 'fee-notice-delivered', on }];
  const consultation = consultations.find(opened => opened.letter === letter && opened.receivedOn === null);
  return consultation === undefined ? [] : [{ kind: 'consultation-delivered', consultation: consultation.id, on }];
}
