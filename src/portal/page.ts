import type { FastifyRequest } from 'fastify';
import type { Html } from '../views/html/html.ts';
import { pageFrame } from '../views/page-frame/page-frame.ts';
import type { PageContent, SiteFacts, SiteSearch } from '../views/page-frame/page-frame.ts';
import type { Reading } from '../views/reading/reading.ts';
import { GUIDE_PATH, LOOK_UP_PATH } from './applications/column.ts';
import { ACCESSIBILITY_PATH, AGENCIES_PATH, SITE_MAP_PATH } from './items/places.ts';
import { SEARCH_PATH } from './search/search-query.ts';
import type { AssetName, PortalAssets } from './assets.ts';
import { READING_MODE_PATH } from './reading-mode/reading-mode.ts';

const SECTIONS = [
  { text: '首页', href: '/' },
  { text: '公开信息检索', href: SEARCH_PATH },
  { text: '各机关', href: AGENCIES_PATH },
  { text: '依申请公开', href: '/applications' },
  { text: '政府信息公开年报', href: '/annual-reports' },
  { text: '年报体检', href: '/tools/report-check' },
] as const;

/** The search over what is public already. */
export const PUBLIC_SEARCH: SiteSearch = { action: SEARCH_PATH, label: '查找公开信息' };
/** Pages that have the search in their content and do not need it twice. */
const OWN_SEARCH = new Set<string>(['/', GUIDE_PATH, LOOK_UP_PATH, SEARCH_PATH]);

/** What every page of the portal needs besides its own content. */
export type PageSetting = {
  readonly site: SiteFacts;
  readonly assets: PortalAssets;
  readonly reading: Reading;
  /** The page in the script in which it is read. */
  readonly inScript: (page: Html) => Html;
  /** The address that was asked for, to come back to; null where it cannot be asked for again. */
  readonly here: string | null;
};

/** Gives what a page needs for the request that it answers. */
export type Setting = (request: FastifyRequest) => Promise<PageSetting>;

export type PortalPage = Omit<
  PageContent,
  'site' | 'navigation' | 'styles' | 'scripts' | 'reading' | 'search' | 'siteMap' | 'accessibility'
> & {
  /** The address of the page, to mark the current entry of the navigation. */
  readonly path: string;
  readonly styles?: readonly AssetName[];
  readonly scripts?: readonly AssetName[];
};

/** A page of the portal in the site's frame. */
export function portalPage({ site, assets, reading, inScript, here }: PageSetting, page: PortalPage): Html {
  const navigation = SECTIONS.map(entry => ({
    ...entry,
    current: entry.href === '/' ? page.path === '/' : page.path.startsWith(entry.href),
  }));
  const content: PageContent = {
    ...page,
    site,
    navigation,
    styles: (['portal.css', ...(page.styles ?? [])] as const).map(assets.href),
    scripts: (['reading-mode.js', ...(page.scripts ?? [])] as const).map(assets.href),
    ...(OWN_SEARCH.has(page.path) ? {} : { search: PUBLIC_SEARCH }),
    siteMap: SITE_MAP_PATH,
    accessibility: ACCESSIBILITY_PATH,
    reading: { mode: reading, action: READING_MODE_PATH, back: here ?? (page.path === '' ? '/' : page.path) },
  };
  return inScript(pageFrame(content));
}
