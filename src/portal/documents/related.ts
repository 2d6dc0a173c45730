import { RELATION_LABEL, RELATION_REVERSE_LABEL } from '../../publishing/rules/content.ts';
import type { AttachmentId } from '../../publishing/rules/ids.ts';
import type { Picture } from '../../publishing/store/picture.register.store.ts';
import type { Attachment } from '../../publishing/rules/item-file.ts';
import type { Neighbours, RelatedItem } from '../../publishing/store/item.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { attachmentPath } from '../items/places.ts';

const KIB = 1024;

/** A size as people read it: 320 KB, 1.5 MB. */
export function sizeText(bytes: number): string {
  if (bytes < KIB) return `${bytes} 字节`;
  return bytes < KIB * KIB ? `${Math.round(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

const endingOf = (name: string): string => (/\.(?<ending>\w{1,5})$/.exec(name)?.groups?.['ending'] ?? '').toUpperCase();

type TitledAttachment = Attachment & { readonly title: string };

/** The files of an item; a picture counts as large as readers get it, and one that could not be read is not offered. */
export function attachmentList(
  attachments: readonly TitledAttachment[],
  pictures: ReadonlyMap<AttachmentId, readonly Picture[]>,
): Html | null {
  const offered = attachments.flatMap(one => {
    const forms = pictures.get(one.id);
    if (forms === undefined) return [one];
    return forms.slice(0, 1).map(({ bytes }) => ({ ...one, bytes }));
  });
  if (offered.length === 0) return null;
  return html`<section class="attachments" aria-labelledby="attachments"><h2 id="attachments">附件</h2><ol>${offered.map(
    one =>
      html`<li><a href="${attachmentPath(one)}" download>${one.title}</a><span class="quiet">${endingOf(one.name)} ${sizeText(one.bytes)}</span></li>
`,
  )}</ol></section>
`;
}

/** Other items that concern this one, by how they do. */
export function relatedList(all: readonly RelatedItem[]): Html | null {
  // What an issue of the 公报 contains stands in its table of contents.
  const related = all.filter(({ relation, from }) => relation !== 'gathers' || from === 'other');
  if (related.length === 0) return null;
  const groups = Map.groupBy(related, ({ relation, from }) =>
    from === 'this' ? RELATION_LABEL[relation] : RELATION_REVERSE_LABEL[relation],
  );
  return html`<section class="card related" aria-labelledby="related"><h2 id="related">相关信息</h2>${[...groups].map(
    ([label, items]) => html`<h3>${label}</h3><ul>${items.map(
      ({ item }) =>
        html`<li><a href="${item.address}">${item.title}</a>${item.documentNumber !== null && html`<span class="quiet">${item.documentNumber}</span>`}</li>`,
    )}</ul>
`,
  )}</section>
`;
}

/** The way to the item published before and the one published after in the same column. */
export function neighbourLinks({ newer, older }: Neighbours): Html | null {
  if (newer === undefined && older === undefined) return null;
  return html`<nav class="neighbours" aria-label="上一篇和下一篇"><ul>${
    newer !== undefined && html`<li>上一篇：<a href="${newer.address}" rel="prev">${newer.title}</a></li>`
  }${older !== undefined && html`<li>下一篇：<a href="${older.address}" rel="next">${older.title}</a></li>`}</ul></nav>
`;
}
