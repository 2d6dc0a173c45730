import { findAgencyCode } from '../../../people/rules/agency.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';

export const RESULT_CHOICES = ['granted', 'partly-granted', 'withheld', 'unavailable', 'declined'] as const;
export type ResultChoice = (typeof RESULT_CHOICES)[number];
export const RESULT_CHOICE_LABEL = {
  granted: '予以公开',
  'partly-granted': '部分公开',
  withheld: '不予公开',
  unavailable: '无法提供',
  declined: '不予处理',
} as const satisfies Record<ResultChoice, string>;

/** What the address asks for; whatever in it makes no sense is passed over. */
export type AnsweredQuery = {
  readonly agency: AgencyCode | null;
  readonly year: number | null;
  readonly result: ResultChoice | null;
  readonly words: string;
  readonly page: number;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export function readAnsweredQuery(query: Readonly<Record<string, unknown>>): AnsweredQuery {
  const year = /^(?:20)\d\d$/.exec(textOf(query['year']));
  const page = /^[1-9]\d{0,4}$/.exec(textOf(query['page']));
  return {
    agency: findAgencyCode(textOf(query['agency'])) ?? null,
    year: year === null ? null : Number(year[0]),
    result: RESULT_CHOICES.find(choice => choice === query['result']) ?? null,
    words: textOf(query['q']).trim().slice(0, 100),
    page: page === null ? 1 : Number(page[0]),
  };
}
