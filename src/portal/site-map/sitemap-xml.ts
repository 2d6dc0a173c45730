import { escapeHtml } from '../../views/html/html.ts';

export type SitemapEntry = { readonly address: string; readonly changedAt: Temporal.Instant | null };

/** The protocol of sitemaps.org allows 50,000 addresses in a file. */
export const MOST_ADDRESSES = 50_000;

const entryText = (origin: string, { address, changedAt }: SitemapEntry): string =>
  `<url><loc>${escapeHtml(origin + address)}</loc>${changedAt === null ? '' : `<lastmod>${changedAt.toString({ smallestUnit: 'second' })}</lastmod>`}</url>\n`;

/** A sitemap: addresses with the moment of their last change. */
export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map(entry => entryText(origin, entry)).join('')}</urlset>
`;
}

/** The list of the parts of a site with more addresses than one file holds. */
export function sitemapIndexXml(origin: string, addresses: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map(address => `<sitemap><loc>${escapeHtml(origin + address)}</loc></sitemap>\n`).join('')}</sitemapindex>
`;
}
