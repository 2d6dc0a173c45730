import type { Queries } from '../../platform/database/pool.ts';
import { findOldAddress } from '../../publishing/rules/import/old-address.ts';
import { findNewPlace } from '../../publishing/store/old-address.register.store.ts';
import { attachmentPath } from '../items/places.ts';

/** Where an address of an older site (path and query, as it was asked for) leads now; null where it leads nowhere. */
export async function movedTo(queries: Queries, asked: string): Promise<string | null> {
  const path = findOldAddress(asked);
  const place = path === undefined ? undefined : await findNewPlace(queries, path);
  if (place === undefined) return null;
  return place.kind === 'item' ? place.address : attachmentPath(place);
}
