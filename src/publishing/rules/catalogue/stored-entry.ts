import type { Brand } from '../../../kernel/brand.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

/** A UUID of version 7. An entry keeps it whatever a later catalogue says of it. */
export type EntryId = Brand<string, 'EntryId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in an address or a form, or undefined where the text is none. */
export function findEntryId(text: string): EntryId | undefined {
  return UUID.test(text) ? (text as EntryId) : undefined;
}

/** An entry of a catalogue that an agency keeps, as it stands in one version. */
export type StoredEntry = CatalogueEntry & {
  readonly id: EntryId;
  /** The agency whose catalogue it is. */
  readonly keeper: AgencyCode;
  /** The version with which it began to read like this. */
  readonly since: number;
};

/** What a matter is called where it stands alone: its second item, with the first one before it. */
export const matterText = ({ firstItem, secondItem }: Pick<CatalogueEntry, 'firstItem' | 'secondItem'>): string =>
  [firstItem, secondItem].filter(text => text !== '').join('－');
