import { refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { may } from '../../../people/rules/may.ts';
import type { Party, PublishingDeps } from '../../../publishing/actions/deps.ts';
import type { ItemRef } from '../../../publishing/actions/perform.ts';
import { abilityFor } from '../../../publishing/rules/act-abilities.ts';
import { refusalOf } from '../../../publishing/rules/admit.ts';
import type { ItemFile } from '../../../publishing/rules/item-file.ts';
import type { Act } from '../../../publishing/rules/publication-log.ts';
import { notOpen, unusableFields } from '../../../people/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import type { ActReader } from '../../case/act-reader.ts';
import type { ItemContext } from '../item/item-context.ts';

/** Where an act stands on the page of an item. */
export const ACT_GROUPS = ['drafting', 'review', 'publishing', 'after', 'file'] as const;
export type ActGroup = (typeof ACT_GROUPS)[number];
export const ACT_GROUP_LABEL = {
  drafting: '起草',
  review: '审核与校对',
  publishing: '发布',
  after: '发布以后',
  file: '其他',
} as const satisfies Record<ActGroup, string>;

/** What a form that was sent in comes to. */
export type ActInput = {
  readonly deps: PublishingDeps;
  readonly party: Party;
  readonly ref: ItemRef;
  readonly values: FormValues;
  readonly context: ItemContext;
};

/** An act that an officer may do on an item: its name in the address, when it is open, its form, and the action behind it. */
export type ActForm = {
  readonly name: string;
  readonly title: string;
  /** What the button says; the title where it is absent. */
  readonly button?: string;
  readonly group: ActGroup;
  /** The act as the form would most simply make it; null where there is nothing to do it to. The form is open while it is admitted. */
  readonly specimen: (context: ItemContext) => Act | null;
  readonly lead?: (context: ItemContext) => HtmlValue;
  readonly initial?: (context: ItemContext) => FormValues;
  readonly fields?: (state: FormState, context: ItemContext) => HtmlValue;
  /** Whether it cannot be taken back. */
  readonly final?: boolean;
  /** Whether readers see something else afterwards: then the public addresses are asked again. */
  readonly changesPublic?: boolean;
  readonly perform: (input: ActInput) => Promise<Result<ItemFile, Refusal>>;
};

/** Why an officer cannot do an act now; null when it may be done. */
export function refusalFor(act: Act | null, { file, officer, today, now }: ItemContext): Refusal | null {
  if (act === null) return notOpen('现在没有可以这样办理的事项');
  const ability = abilityFor(act);
  if (ability !== null && !may(officer, ability, file.registration.agency)) return { kind: 'forbidden', ability };
  const by = { kind: 'officer', id: officer.id } as const;
  return refusalOf(file.publication, act, { by, now, today, content: file.latest.content });
}

/** Does the act where everything that was typed can be used; else refuses with all that is wrong. */
export async function finish(
  read: Pick<ActReader, 'problems'>,
  act: () => Promise<Result<ItemFile, Refusal>>,
): Promise<Result<ItemFile, Refusal>> {
  const problems = read.problems();
  return problems.length > 0 ? refuse(unusableFields(problems)) : act();
}
