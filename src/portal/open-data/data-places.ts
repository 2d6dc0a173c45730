import type { DataPlaces } from '../../publishing/render/item-data.ts';
import { attachmentPath } from '../items/places.ts';

/** Where the open data of this site leads: everything by whole addresses. */
export function dataPlacesOf(origin: string): DataPlaces {
  return { origin, fileAddress: file => `${origin}${attachmentPath(file)}` };
}
