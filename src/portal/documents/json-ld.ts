import { summaryOf } from '../../publishing/rules/body.ts';
import type { PublishedItem } from '../../publishing/store/item.register.store.ts';
import { trustedMarkup } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

/** What programs read of a page. `<` is written so that nothing in the data can end the element. */
function dataElement(data: unknown): Html {
  const text = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return trustedMarkup(`<script type="application/ld+json">${text}</script>\n`);
}

/** The item in the words of schema.org: law where it is 规范性文件, an article otherwise. */
export function itemData({ line, edition: { content } }: PublishedItem, url: string, siteName: string): Html {
  return dataElement({
    '@context': 'https://schema.org',
    '@type': line.normative === null ? 'Article' : 'Legislation',
    headline: content.title,
    name: content.title,
    url,
    identifier: line.indexNumber,
    inLanguage: 'zh-CN',
    datePublished: line.publishedAt!.toString(),
    dateModified: (line.correctedAt ?? line.publishedAt!).toString(),
    description: content.summary ?? summaryOf(content.body),
    keywords: content.keywords.join(','),
    publisher: { '@type': 'GovernmentOrganization', name: content.issuer },
    isPartOf: { '@type': 'WebSite', name: siteName },
    ...(content.documentNumber !== null && { legislationIdentifier: content.documentNumber }),
  });
}
