import type { LogEntry } from '../../kernel/act-log.ts';
import { citationText } from '../../law/citation.ts';
import type { Citation } from '../../law/citation.ts';
import { ABILITIES } from './ability.ts';
import type { Ability } from './ability.ts';

/** Something in a form that cannot be used: the field, and one sentence that says what to do. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** Why an act was not done. Nothing has changed, and what was typed is still with whoever typed it. */
export type ActRefusal<Entry extends LogEntry<unknown, unknown>> =
  /** There is no such thing, or it is another agency's: the two look alike from outside. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly ability: Ability }
  /** The law or the procedure does not allow it at this point. */
  | { readonly kind: 'not-open'; readonly message: string; readonly basis: Citation | null }
  /** Somebody else acted first: what they did, so that it can be looked at before trying again. */
  | { readonly kind: 'overtaken'; readonly meanwhile: readonly Entry[] }
  | { readonly kind: 'unusable'; readonly problems: readonly FieldProblem[] };

/** The sentences in which registers differ. */
export type RefusalWords = { readonly notFound: string; readonly overtaken: string };

/** A refusal as one or more sentences for the person who tried. */
export function actRefusalText(refusal: ActRefusal<LogEntry<unknown, unknown>>, words: RefusalWords): string {
  switch (refusal.kind) {
    case 'not-found':
      return words.notFound;
    case 'forbidden':
      return `您没有“${ABILITIES[refusal.ability]}”的权限，请联系本机关的系统管理员`;
    case 'not-open':
      return refusal.basis === null ? refusal.message : `${refusal.message}（依据：${citationText(refusal.basis)}）`;
    case 'overtaken':
      return words.overtaken;
    case 'unusable':
      return refusal.problems.map(({ message }) => message).join('；');
  }
}

/** A refusal because the law or the procedure does not allow the act now. */
export const notOpen = (message: string, basis: Citation | null = null): ActRefusal<never> => ({
  kind: 'not-open',
  message,
  basis,
});

/** A refusal because fields cannot be used. */
export const unusableFields = (problems: readonly FieldProblem[]): ActRefusal<never> => ({
  kind: 'unusable',
  problems,
});

/** A refusal because one field cannot be used. */
export const unusable = (field: string, message: string): ActRefusal<never> => unusableFields([{ field, message }]);
