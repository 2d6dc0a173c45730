import { pinyin } from 'pinyin-pro';
import { STANDARD_FIELDS } from '../../law/disclosure-items.ts';
import { findStandardField, STANDARD_FIELD_ADDRESS } from '../../law/standard-fields.ts';
import type { EntryId } from '../../publishing/rules/catalogue/stored-entry.ts';

export const STANDARD_CATALOGUE_PATH = '/standard-catalogue';

/** The word of a field in addresses: its own for the 试点领域, else how the name is read. */
export function fieldWordOf(field: string): string {
  const standard = findStandardField(field);
  if (standard !== undefined) return STANDARD_FIELD_ADDRESS[standard];
  return pinyin(field, { toneType: 'none', type: 'array' })
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '');
}

export const fieldPath = (field: string): string => `${STANDARD_CATALOGUE_PATH}/${fieldWordOf(field)}`;

export const matterPath = (field: string, id: EntryId): string => `${fieldPath(field)}/${id}`;

/** The fields that a page shows, the 试点领域 always and in their order, then those that a place has added. */
export function shownFields(held: readonly string[]): readonly string[] {
  const named = new Map(held.map(field => [findStandardField(field) ?? field, field]));
  const added = held.filter(field => findStandardField(field) === undefined);
  return [...STANDARD_FIELDS.map(field => named.get(field) ?? field), ...added];
}
