import type { DisclosureLevel } from '../../../law/disclosure-items.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Standing } from '../../../publishing/rules/catalogue/duties.ts';
import type { EntryId } from '../../../publishing/rules/catalogue/stored-entry.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';

export const CATALOGUE_PATH = `${PUBLISHING_PATH}/catalogue`;
export const CATALOGUE_IMPORT_PATH = `${CATALOGUE_PATH}/import`;
export const ENTRIES_PATH = `${CATALOGUE_PATH}/entries`;

export const entryPath = (id: EntryId): string => `${ENTRIES_PATH}/${id}`;

/** Which cell of the matrix a list of entries shows; null does not narrow it. */
export type EntriesQuery = {
  readonly field: string | null;
  readonly level: DisclosureLevel | null;
  /** `none` for the entries that mean nobody here. */
  readonly agency: AgencyCode | 'none' | null;
  readonly standing: Standing | null;
};

export const entriesAddress = (query: Partial<EntriesQuery>): string => pageAddress(ENTRIES_PATH, query);
