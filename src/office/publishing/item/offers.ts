import { openStops } from '../../../publishing/rules/fold.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import type { Html } from '../../../views/html/html.ts';
import type { Offer as ActOffer } from '../../acting/acts-menu.ts';
import { ACT_GROUPS, refusalFor } from '../acts/act-form.ts';
import type { ActGroup } from '../acts/act-form.ts';
import { ACT_FORMS } from '../acts/index.ts';
import { actPath, itemPath } from '../publishing-paths.ts';
import type { ItemContext } from './item-context.ts';

/** Something that can be done on an item. */
export type Offer = ActOffer<ActGroup>;

/** Everything that can be done on an item, and what cannot be done now with the reason. */
export function offersOf(context: ItemContext): readonly Offer[] {
  const { registration, publication } = context.file;
  const { id } = registration;
  const offer = (facts: Omit<Offer, 'refusal' | 'forbidden'>, act: Parameters<typeof refusalFor>[0]): Offer => {
    const refusal = refusalFor(act, context);
    return {
      ...facts,
      refusal: refusal === null ? null : refusalText(refusal),
      forbidden: refusal?.kind === 'forbidden',
    };
  };
  const { edition } = publication;
  const own = [
    offer(
      { name: 'edit', text: '修改', href: `${itemPath(id)}/edit`, group: 'drafting', final: false },
      { kind: 'edited', edition: edition + 1 },
    ),
    offer(
      { name: 'check', text: '发布前检查', href: `${itemPath(id)}/gates`, group: 'drafting', final: false },
      { kind: 'checked', edition, findings: [] },
    ),
  ];
  const acts = ACT_FORMS.map(({ name, title, button, group, final, specimen }) =>
    offer({ name, text: button ?? title, href: actPath(id, name), group, final: final === true }, specimen(context)),
  );
  return [...own, ...acts].toSorted((one, other) => ACT_GROUPS.indexOf(one.group) - ACT_GROUPS.indexOf(other.group));
}

/** What most moves an item on, of what the officer may do now: the first of these that is open, as buttons. */
const NEXT = [
  'review-emergency',
  'secrecy',
  'review',
  'publish',
  'correct',
  'approve',
  'submit',
  'attribute',
  'check',
  'reassess',
  'proofread',
] as const;

/** What is checked or declared moves only a draft on; what is public is checked again where something stands open. */
function movesOn(name: string, { file }: ItemContext): boolean {
  const { publication } = file;
  if (name !== 'check' && name !== 'attribute') return true;
  if (publication.stage === 'public') return name === 'check' && openStops(publication).length > 0;
  return name === 'check'
    ? publication.findings === null || openStops(publication).length > 0
    : publication.attribute === null;
}

/** The buttons of the next step. 校对 stands beside the step that it belongs to. */
export function nextButtons(offers: readonly Offer[], context: ItemContext): readonly Html[] {
  const open = (name: string) => offers.find(offer => offer.name === name && offer.refusal === null);
  const next = NEXT.filter(name => movesOn(name, context))
    .map(open)
    .find(offer => offer !== undefined);
  const beside = ['proofread', 'attribute', 'edit', 'schedule', 'return'].flatMap(name => {
    const offer = open(name);
    return offer === undefined || offer === next ? [] : [offer];
  });
  return [
    ...(next === undefined ? [] : [buttonLink(next.text, next.href, 'main')]),
    ...beside.map(({ text, href }) => buttonLink(text, href)),
  ];
}
