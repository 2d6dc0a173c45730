import type { Result } from '../../kernel/result.ts';
import type { ActionDeps, Party } from '../../applications/actions/deps.ts';
import type { FileRef } from '../../applications/actions/perform.ts';
import { ABILITY_FOR } from '../../applications/rules/act-abilities.ts';
import { refusalOf } from '../../applications/rules/admit.ts';
import type { Act } from '../../applications/rules/application-log.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import type { KeptFile } from '../../applications/store/application-file.store.ts';
import type { Ability } from '../../people/rules/ability.ts';
import { may } from '../../people/rules/may.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import type { HtmlValue } from '../../views/html/html.ts';
import type { CaseContext } from './case-context.ts';

/** Where an act stands on the page of a case. */
export const ACT_GROUPS = ['receipt', 'handling', 'waiting', 'ending', 'after', 'file'] as const;
export type ActGroup = (typeof ACT_GROUPS)[number];
export const ACT_GROUP_LABEL = {
  receipt: '收到与登记',
  handling: '办理',
  waiting: '等待与期限',
  ending: '终止办理',
  after: '办结以后',
  file: '卷内事项',
} as const satisfies Record<ActGroup, string>;

/** What a form that was sent in comes to. */
export type ActInput = {
  readonly deps: ActionDeps;
  readonly party: Party;
  readonly ref: FileRef;
  readonly values: FormValues;
  /** Files that came along, kept already. */
  readonly files: readonly KeptFile[];
  readonly context: CaseContext;
};

/** An act that an officer may do on a case: its name in the address, when it is open, its form, and the action behind it. */
export type ActForm = {
  readonly name: string;
  readonly title: string;
  /** What the button says; the title where it is absent. */
  readonly button?: string;
  readonly group: ActGroup;
  /** Acts as the form would most simply make them: the form is open while one of them is admitted. */
  readonly specimens: (context: CaseContext) => readonly Act[];
  readonly lead?: (context: CaseContext) => HtmlValue;
  readonly initial?: (context: CaseContext) => FormValues;
  readonly fields: (state: FormState, context: CaseContext) => HtmlValue;
  /** The purpose of files that may come along; the field is `files`. */
  readonly takesFiles?: KeptFile['purpose'];
  /** Whether it ends the case or cannot be taken back. */
  readonly final?: boolean;
  readonly perform: (input: ActInput) => Promise<Result<CaseFile, Refusal>>;
};

/**
 * Why an officer cannot do any of the given acts now; null when one of them may be done. `needed` is what it takes where that is
 * not what the act itself takes: whoever begins a letter need not be the one who sends it.
 */
export function refusalOfAll(acts: readonly Act[], context: CaseContext, needed?: Ability): Refusal | null {
  const { file, officer, today, calendar, readings } = context;
  let first: Refusal | null = null;
  for (const act of acts) {
    const ability = needed ?? ABILITY_FOR[act.kind];
    const refusal: Refusal | null =
      ability !== null && !may(officer, ability, file.registration.agency)
        ? { kind: 'forbidden', ability }
        : refusalOf(file.application, act, {
            log: file.log,
            by: { kind: 'officer', id: officer.id },
            today,
            calendar,
            readings,
          });
    if (refusal === null) return null;
    first ??= refusal;
  }
  return first ?? { kind: 'not-open', message: '现在没有可以这样办理的事项', basis: null };
}
