import type { FoundItem } from '../../publishing/search-index/search-index.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { VALIDITY_LABEL } from '../../publishing/rules/validity.ts';

/** An item of a list as open data. Days are ISO days, moments are instants of UTC. */
export function itemJson(item: FoundItem, origin: string) {
  return {
    number: item.number,
    title: item.title,
    url: `${origin}${item.address}`,
    agency: item.agency,
    column: item.column,
    kind: item.kind,
    kindLabel: ITEM_KIND_LABEL[item.kind],
    genre: item.genre,
    theme: item.theme,
    issuer: item.issuer,
    documentNumber: item.documentNumber,
    madeOn: item.madeOn?.toString() ?? null,
    publishedAt: item.publishedAt.toString(),
    publishedOn: item.publishedOn.toString(),
    validity: item.validity,
    validityLabel: item.validity === null ? null : VALIDITY_LABEL[item.validity],
    interpreted: item.interpreted,
  };
}
