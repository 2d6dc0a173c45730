import { citationText } from '../../law/citation.ts';
import type { Citation } from '../../law/citation.ts';
import { ABILITIES } from '../../people/rules/ability.ts';
import type { Ability } from '../../people/rules/ability.ts';
import type { Entry } from './publication-log.ts';

/** Something in a form that cannot be used: the field, and one sentence that says what to do. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** Why an act was not done. Nothing has changed, and what was typed is still with whoever typed it. */
export type Refusal =
  /** There is no such item, or it is another agency's: the two look alike from outside. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly ability: Ability }
  /** The law or the procedure does not allow it at this point. */
  | { readonly kind: 'not-open'; readonly message: string; readonly basis: Citation | null }
  /** Somebody else acted first: what they did, so that it can be looked at before trying again. */
  | { readonly kind: 'overtaken'; readonly meanwhile: readonly Entry[] }
  | { readonly kind: 'unusable'; readonly problems: readonly FieldProblem[] };

/** The refusal as one or more sentences for the person who tried. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-found':
      return '没有找到这条信息，请回到列表重新打开';
    case 'forbidden':
      return `您没有“${ABILITIES[refusal.ability]}”的权限，请联系本机关的系统管理员`;
    case 'not-open':
      return refusal.basis === null ? refusal.message : `${refusal.message}（依据：${citationText(refusal.basis)}）`;
    case 'overtaken':
      return '您打开页面以后，其他人已经处理了这条信息；请先看看新的记录，再决定是否继续';
    case 'unusable':
      return refusal.problems.map(({ message }) => message).join('；');
  }
}

/** A refusal because the law or the procedure does not allow the act now. */
export const notOpen = (message: string, basis: Citation | null = null): Refusal => ({
  kind: 'not-open',
  message,
  basis,
});

/** A refusal because fields cannot be used. */
export const unusable = (problems: readonly FieldProblem[]): Refusal => ({ kind: 'unusable', problems });
