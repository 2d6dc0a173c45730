import type { Brand } from '../../kernel/brand.ts';

/** A UUID of version 7: files made later sort later. */
export type ApplicationId = Brand<string, 'ApplicationId'>;
export type LetterId = Brand<string, 'LetterId'>;
export type ConsultationId = Brand<string, 'ConsultationId'>;
export type SearchTaskId = Brand<string, 'SearchTaskId'>;
/** Random throughout: it stands in an address. */
export type FormDraftId = Brand<string, 'FormDraftId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in an address or a form, or undefined where the text is none. */
export function findApplicationId(text: string): ApplicationId | undefined {
  return UUID.test(text) ? (text as ApplicationId) : undefined;
}

/** A letter's id in an address or a form, or undefined where the text is none. */
export function findLetterId(text: string): LetterId | undefined {
  return UUID.test(text) ? (text as LetterId) : undefined;
}

/** A search task's id in an address or a form, or undefined where the text is none. */
export function findSearchTaskId(text: string): SearchTaskId | undefined {
  return UUID.test(text) ? (text as SearchTaskId) : undefined;
}

/** A draft's id in an address or a cookie, or undefined where the text is none. */
export function findFormDraftId(text: string): FormDraftId | undefined {
  return UUID.test(text) ? (text as FormDraftId) : undefined;
}
