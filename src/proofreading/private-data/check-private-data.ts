import type { Remark } from '../remark.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkEmails } from './check-emails.ts';
import { checkLabelledData } from './check-labelled-data.ts';
import { checkNameLists } from './check-name-lists.ts';
import { checkNumbers } from './check-numbers.ts';

/** Every check for personal data over one text; `officialNumbers` are telephone numbers of the office in any spelling. */
export function checkPrivateData(text: string, officialNumbers: readonly string[]): readonly Remark[] {
  const official = new Set(officialNumbers.map(number => number.replace(/\D/gu, '')));
  return [
    ...checkNumbers(text, official),
    ...checkLabelledData(text),
    ...checkEmails(text),
    ...checkAddresses(text),
    ...checkNameLists(text),
  ];
}
