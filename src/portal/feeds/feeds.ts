import { summaryOf } from '../../publishing/rules/body.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { PublishedItem } from '../../publishing/store/item.register.store.ts';
import { xmlText } from '../../platform/xml/xml-text.ts';
import { escapeHtml } from '../../views/html/html.ts';
import { columnPathOf, feedPath } from '../items/places.ts';

/** What a feed tells of: a column, whose it is, and its newest items. */
export type Feed = {
  readonly column: Column;
  readonly agencyName: string;
  readonly items: readonly PublishedItem[];
  readonly origin: string;
};

const summaryText = ({ edition: { content } }: PublishedItem): string => content.summary ?? summaryOf(content.body);

/** The day and time of RFC 822, in UTC. */
function mailDate(at: Temporal.Instant): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
    .format(at.epochMilliseconds)
    .replace(/^(\w{3}), (\d{2}) (\w{3})\w* (\d{4}), (.*)$/, '$1, $2 $3 $4 $5 +0000');
}

const escapeXml = (text: string): string => escapeHtml(xmlText(text));

function rssItem(item: PublishedItem, origin: string): string {
  const { line, edition } = item;
  return `<item><title>${escapeXml(edition.content.title)}</title><link>${escapeXml(origin + line.address!)}</link><guid isPermaLink="true">${escapeXml(origin + line.address!)}</guid><pubDate>${mailDate(line.publishedAt!)}</pubDate><description>${escapeXml(summaryText(item))}</description>${
    edition.content.theme === null ? '' : `<category>${escapeXml(edition.content.theme)}</category>`
  }</item>
`;
}

/** The column as RSS 2.0. */
export function rssFeed({ column, agencyName, items, origin }: Feed): string {
  const self = origin + feedPath(column.code, 'xml');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escapeXml(`${agencyName} ${column.name}`)}</title><link>${escapeXml(origin + columnPathOf(column.code))}</link><description>${escapeXml(column.description)}</description><language>zh-CN</language><atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>
${items.map(item => rssItem(item, origin)).join('')}</channel></rss>
`;
}

/** The column as JSON Feed 1.1. */
export function jsonFeed({ column, agencyName, items, origin }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${agencyName} ${column.name}`,
    home_page_url: origin + columnPathOf(column.code),
    feed_url: origin + feedPath(column.code, 'json'),
    description: column.description,
    language: 'zh-CN',
    items: items.map(item => ({
      id: origin + item.line.address!,
      url: origin + item.line.address!,
      title: item.edition.content.title,
      content_text: summaryText(item),
      date_published: item.line.publishedAt!.toString(),
      date_modified: (item.line.correctedAt ?? item.line.publishedAt!).toString(),
      authors: [{ name: item.edition.content.issuer }],
      ...(item.edition.content.keywords.length > 0 && { tags: item.edition.content.keywords }),
    })),
  });
}
