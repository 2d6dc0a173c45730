import type { Html } from '../views/html/html.ts';
import { pageFrame } from '../views/page-frame/page-frame.ts';
import type { PageContent, SiteFacts } from '../views/page-frame/page-frame.ts';
import type { AssetName, Assets } from './assets.ts';

const SECTIONS = [
  { text: '首页', href: '/' },
  { text: '政府信息公开年报', href: '/annual-reports' },
  { text: '年报体检', href: '/tools/report-check' },
] as const;

/** What every page of the portal needs besides its own content. */
export type PageSetting = { readonly site: SiteFacts; readonly assets: Assets };

export type PortalPage = Omit<PageContent, 'site' | 'navigation' | 'styles' | 'scripts'> & {
  /** The address of the page, to mark the current entry of the navigation. */
  readonly path: string;
  readonly styles?: readonly AssetName[];
  readonly scripts?: readonly AssetName[];
};

/** A page of the portal in the site's frame. */
export function portalPage({ site, assets }: PageSetting, page: PortalPage): Html {
  const navigation = SECTIONS.map(entry => ({
    ...entry,
    current: entry.href === '/' ? page.path === '/' : page.path.startsWith(entry.href),
  }));
  return pageFrame({
    ...page,
    site,
    navigation,
    styles: (['portal.css', ...(page.styles ?? [])] as const).map(assets.href),
    scripts: (page.scripts ?? []).map(assets.href),
  });
}
