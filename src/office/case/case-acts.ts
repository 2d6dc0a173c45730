import { refusalText } from '../../applications/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import type { Act } from '../../applications/rules/application-log.ts';
import { isOpen } from '../../applications/rules/stage.ts';
import type { ConsultationId, LetterId } from '../../applications/rules/ids.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { FINDING_LABEL } from '../../applications/rules/reply.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { casePath, newLetterPath } from '../letters/letter-paths.ts';
import type { Offer as ActOffer } from '../acting/acts-menu.ts';
import { ACT_GROUPS, refusalOfAll } from './act-form.ts';
import type { ActGroup } from './act-form.ts';
import { ACT_FORMS } from './acts/index.ts';
import type { CaseContext } from './case-context.ts';

/** Something that can be done on a case. */
export type Offer = ActOffer<ActGroup>;

/** Letters that move a case on, with the act that sending each of them comes to. */
const MOVING_LETTERS: readonly {
  readonly kind: LetterKind;
  readonly text: string;
  readonly group: ActGroup;
  readonly act: (context: CaseContext) => Act;
}[] = [
  {
    kind: 'clarification-notice',
    text: '告知补正',
    group: 'handling',
    act: ({ today: on }) => ({
      kind: 'clarification-requested',
      on,
      letter: null,
      workingDays: 15,
      deliveredOn: null,
      lateReason: null,
    }),
  },
  {
    kind: 'third-party-consultation',
    text: '征求第三方意见',
    group: 'handling',
    act: ({ today: on }) => ({
      kind: 'third-party-consulted',
      consultation: '' as ConsultationId,
      on,
      letter: null,
      receivedOn: null,
    }),
  },
  {
    kind: 'agency-consultation',
    text: '征求共同制作机关意见',
    group: 'handling',
    act: ({ today: on }) => ({
      kind: 'agency-consulted',
      consultation: '' as ConsultationId,
      on,
      letter: null,
      receivedOn: null,
    }),
  },
  {
    kind: 'extension-notice',
    text: '延期告知申请人',
    group: 'waiting',
    act: ({ today: notifiedOn, file }) => ({
      kind: 'extended',
      notifiedOn,
      workingDays: file.application.extension?.workingDays ?? 20,
      letter: null,
    }),
  },
  {
    kind: 'fee-notice',
    text: '收费通知',
    group: 'waiting',
    act: ({ today: on }) => ({
      kind: 'fee-noticed',
      on,
      letter: null,
      scale: 'by-item',
      quantity: 1,
      amountYuan: 1,
      receivedOn: null,
    }),
  },
  {
    kind: 'reasons-demand',
    text: '要求说明理由',
    group: 'waiting',
    act: ({ today: on }) => ({ kind: 'reasons-demanded', on, letter: null }),
  },
  {
    kind: 'deferral-notice',
    text: '延迟答复告知申请人',
    group: 'waiting',
    act: ({ today: on, clock }) => ({ kind: 'deferred', on, until: clock.replyDueOn ?? on, letter: null, reason: '' }),
  },
];

function offerOf(refusal: Refusal | null): Pick<Offer, 'refusal' | 'forbidden'> {
  return { refusal: refusal === null ? null : refusalText(refusal), forbidden: refusal?.kind === 'forbidden' };
}

function letterOffers(context: CaseContext): readonly Offer[] {
  const { id } = context.file.registration;
  return MOVING_LETTERS.map(({ kind, text, group, act }) => {
    const draft: Act = { kind: 'letter-drafted', letter: '' as LetterId, letterKind: kind };
    const refusal = refusalOfAll([act(context)], context, 'draft-letter') ?? refusalOfAll([draft], context);
    return { name: kind, text, href: newLetterPath(id, kind), group, final: false, ...offerOf(refusal) };
  });
}

/** Everything that can be done on a case, and what cannot be done now with the reason. */
export function offersOf(context: CaseContext): readonly Offer[] {
  const { id } = context.file.registration;
  const acts = ACT_FORMS.map(({ name, title, button, group, final, specimens }) => ({
    name,
    text: button ?? title,
    href: casePath(id) + `/acts/${name}`,
    group,
    final: final === true,
    ...offerOf(refusalOfAll(specimens(context), context)),
  }));
  return [...acts, ...letterOffers(context)].toSorted(
    (one, other) => ACT_GROUPS.indexOf(one.group) - ACT_GROUPS.indexOf(other.group),
  );
}

/** Replies by how often offices give them; every kind is on the page that begins a letter. */
const FREQUENT_REPLIES = [
  'granted',
  'already-public',
  'partly-granted',
  'withheld',
  'not-existing',
  'not-ours',
] as const;
const RECORD_REPLIES = ['record-corrected', 'record-transferred', 'record-kept'] as const;

/** The ways to begin the reply; null where none can be begun now. */
export function replyOffers(context: CaseContext): Html | null {
  const { registration, application } = context.file;
  if (!isOpen(application.stage)) return null;
  const replies = registration.caseKind === 'record-correction' ? RECORD_REPLIES : FREQUENT_REPLIES;
  const open = refusalOfAll([{ kind: 'letter-drafted', letter: '' as LetterId, letterKind: replies[0] }], context);
  if (open !== null) return null;
  return html`<p class="label">起草答复</p>
<ul class="reply-kinds">${replies.map(
    kind =>
      html`<li><a href="${newLetterPath(registration.id, kind)}" title="${letterRuleOf(kind).title}">${FINDING_LABEL[kind]}</a></li>`,
  )}<li><a href="${newLetterPath(registration.id)}">其他文书</a></li></ul>
`;
}

/** A button that leads to one of the offers, while it is open. */
export function offerButton(
  offers: readonly Offer[],
  name: string,
  text?: string,
  look: 'main' | 'plain' = 'plain',
): Html | null {
  const offer = offers.find(candidate => candidate.name === name && candidate.refusal === null);
  return offer === undefined ? null : buttonLink(text ?? offer.text, offer.href, look);
}
