import { html } from '../../views/html/html.ts';
import { bodyText } from '../rules/body.ts';
import { RELATION_LABEL } from '../rules/content.ts';
import type { PublicContent, PublicFile } from '../rules/exchange/public-content.ts';
import { ITEM_KIND_LABEL } from '../rules/item-kind.ts';
import { validityOn, VALIDITY_LABEL } from '../rules/validity.ts';
import { bodyHtml } from './body-html.ts';

/** Where programs find what data names. */
export type DataPlaces = {
  /** Protocol and host of the site. */
  readonly origin: string;
  readonly fileAddress: (file: PublicFile) => string;
};

/** An item as data for programs: days are ISO days, moments instants of UTC. The names are part of the open data and stay. */
export function itemData(item: PublicContent, { origin, fileAddress }: DataPlaces, today: Temporal.PlainDate) {
  const { content, normative, files, relations } = item;
  const validity = normative === null ? null : validityOn(normative, today);
  const byId = new Map(files.map(file => [file.id, file]));
  return {
    number: item.number,
    title: content.title,
    url: `${origin}${item.address}`,
    agency: item.agency,
    column: item.column,
    kind: item.kind,
    kindLabel: ITEM_KIND_LABEL[item.kind],
    genre: content.genre,
    theme: content.theme,
    issuer: content.issuer,
    jointIssuers: content.jointIssuers,
    documentNumber: content.documentNumber,
    madeOn: content.madeOn?.toString() ?? null,
    publishedAt: item.publishedAt.toString(),
    publishedOn: item.publishedOn.toString(),
    correctedAt: item.correctedAt?.toString() ?? null,
    validity,
    validityLabel: validity === null ? null : VALIDITY_LABEL[validity],
    effectiveOn: normative?.effectiveOn.toString() ?? null,
    expiresOn: normative?.expiresOn?.toString() ?? null,
    endedOn: normative?.ended?.on.toString() ?? null,
    indexNumber: item.indexNumber,
    attribute: item.attribute,
    keywords: content.keywords,
    summary: content.summary,
    source: content.source,
    author: content.author,
    text: bodyText(content.body),
    html: bodyHtml(content.body, {
      picture: ({ attachment, alt }) => {
        const file = byId.get(attachment);
        return file === undefined ? html`<span>${alt}</span>` : html`<img src="${fileAddress(file)}" alt="${alt}">`;
      },
    }).markup,
    attachments: files.map(file => ({
      title: file.title,
      name: file.name,
      url: fileAddress(file),
      mediaType: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
    })),
    relations: relations.map(({ relation, number, address }) => ({
      relation: RELATION_LABEL[relation],
      number,
      url: `${origin}${address}`,
    })),
  };
}
