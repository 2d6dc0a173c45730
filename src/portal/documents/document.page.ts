import type { Agency } from '../../people/rules/agency.ts';
import { bodyHtml } from '../../publishing/render/body-html.ts';
import { ATTRIBUTE_MARK } from '../../publishing/rules/attribute.ts';
import { bodyText, summaryOf } from '../../publishing/rules/body.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { ItemLine, Neighbours, PublishedItem, RelatedItem } from '../../publishing/store/item.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import type { AttachmentId } from '../../publishing/rules/ids.ts';
import type { Picture } from '../../publishing/store/picture.register.store.ts';
import { guideView } from '../columns/guide-view.ts';
import { pictureInText, picturePath, portraitPicture } from '../items/picture.ts';
import { columnFacts, crumbsOf } from '../items/places.ts';
import { momentText } from '../items/moment-text.ts';
import { LEAVING_PATH } from '../leaving/leaving.ts';
import { diagramPath } from './diagram.routes.ts';
import { portalPage } from '../page.ts';
import type { PageSetting, PortalPage } from '../page.ts';
import { corrections, emergencyNote, publicityBanner, validityBanner } from './banners.ts';
import { headerFacts, headerTable } from './header-facts.ts';
import { happeningsOf, historyList } from './history.ts';
import { itemData } from './json-ld.ts';
import { attachmentList, neighbourLinks, relatedList } from './related.ts';
import { readingTools } from './tools.ts';

/** What the page of an item is made of. */
export type DocumentPage = {
  readonly item: PublishedItem;
  readonly agency: Agency;
  /** The way to the item's column, the column last. */
  readonly path: readonly Column[];
  readonly related: readonly RelatedItem[];
  readonly neighbours: Neighbours;
  /** The public forms of its pictures; one that could not be read has none. */
  readonly pictures: ReadonlyMap<AttachmentId, readonly Picture[]>;
  /** The document by which it was amended or ended, where that is ours. */
  readonly basis: ItemLine | undefined;
  /** The whole permanent address. */
  readonly url: string;
  readonly today: Temporal.PlainDate;
};

/** Links to sites of other governments lead there; to anywhere else by a page that says so (政府网站发展指引). */
function linkHref(href: string): string {
  if (!/^https?:/i.test(href)) return href;
  const host = URL.parse(href)?.hostname ?? '';
  return host.endsWith('.gov.cn') ? href : `${LEAVING_PATH}?to=${encodeURIComponent(href)}`;
}

function bodyOf({ item: { line, edition, attachments }, pictures }: DocumentPage): Html {
  const byId = new Map(attachments.map(one => [one.id as string, one]));
  return bodyHtml(edition.content.body, {
    linkHref,
    diagramHref: diagramPath(line.number),
    picture: ({ attachment, alt }) => {
      const file = byId.get(attachment);
      return file === undefined ? html`<span>${alt}</span>` : pictureInText(file, pictures.get(file.id) ?? [], alt);
    },
  });
}

/** The address of the first picture in the text, for the tag Image. */
function firstPicture({ item: { edition, attachments }, pictures, url }: DocumentPage): string | undefined {
  const image = edition.content.body.find(part => part.kind === 'image');
  const file = attachments.find(({ id }) => id === image?.attachment);
  const [whole] = file === undefined ? [] : (pictures.get(file.id) ?? []);
  return file === undefined || whole === undefined ? undefined : new URL(picturePath(file, whole), url).href;
}

function lookOf(page: DocumentPage): Pick<PortalPage, 'column' | 'article' | 'description'> {
  const { line, edition } = page.item;
  const { content } = edition;
  const column = page.path.at(-1);
  const image = firstPicture(page);
  return {
    ...(column !== undefined && { column: columnFacts(column) }),
    article: {
      title: content.title,
      publishedAt: momentText(line.publishedAt!),
      source: content.source,
      url: page.url,
      ...(image !== undefined && { image }),
      ...(content.keywords.length > 0 && { keywords: content.keywords.join(',') }),
      ...(content.author !== null && { author: content.author }),
    },
    description: content.summary ?? (summaryOf(content.body) || content.title),
  };
}

/** A 公文 is headed by its number and closed by its mark; other items are not. */
function text(page: DocumentPage): Html {
  const { item, agency } = page;
  const { content } = item.edition;
  if (content.details.kind === 'guide') return guideView(agency, content.details.guide, item.line);
  const portrait =
    content.details.kind === 'leader'
      ? item.attachments.find(({ id }) => content.details.kind === 'leader' && id === content.details.portrait)
      : undefined;
  const isOfficial = content.documentNumber !== null;
  const own = isOfficial && item.line.attribute !== null ? ATTRIBUTE_MARK[item.line.attribute] : null;
  const mark = own !== null && bodyText(content.body).includes(own) ? null : own;
  return html`<article class="card document${isOfficial && ' official'}">
<div class="document-text" data-document>${portrait !== undefined && portraitPicture(portrait, page.pictures.get(portrait.id) ?? [], content.title)}${bodyOf(page)}${mark !== null && html`<p>${mark}</p>`}</div>
${attachmentList(item.attachments, page.pictures)}${corrections(item)}${emergencyNote(item)}${content.author !== null && html`<p class="quiet editor">责任编辑：${content.author}</p>`}</article>
`;
}

/** An item that readers can see: what it is, whether it still holds, what it says, and what belongs to it. */
export function documentPage(setting: PageSetting, page: DocumentPage): Html {
  const { item, agency, path, related, neighbours, basis, url, today } = page;
  const { line, edition } = item;
  const happenings = happeningsOf(item, related);
  return portalPage(setting, {
    path: line.address!,
    title: edition.content.title,
    crumbs: crumbsOf(agency, path),
    ...lookOf(page),
    styles: ['published.css'],
    scripts: ['document.js'],
    head: html`<link rel="canonical" href="${url}">
${itemData(item, url, setting.site.name)}`,
    main: html`<h1 class="document-title">${edition.content.title}</h1>
${headerTable(headerFacts(item, agency, today))}${validityBanner(item, basis, today)}${publicityBanner(item, today)}${readingTools(line.address!, url)}<div class="with-aside"><div>
${text(page)}${neighbourLinks(neighbours)}</div>
<aside aria-label="相关">${relatedList(related)}${happenings.length > 2 && html`<section class="card" aria-labelledby="history"><h2 id="history">文件历程</h2>${historyList(happenings, today)}</section>`}</aside></div>`,
  });
}
