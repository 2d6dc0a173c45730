import type { Agency } from '../../people/rules/agency.ts';
import { columnTree } from '../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../publishing/rules/column.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { ANSWERED_PATH, CORRECTION_PATH, GUIDE_PATH, STATUS_PATH } from '../applications/column.ts';
import { GAZETTE_PATH } from '../gazette/gazette.page.ts';
import { AGENCIES_PATH, agencyPath, columnHref, SITE_MAP_PATH } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { SEARCH_PATH } from '../search/search-query.ts';
import { STANDARD_CATALOGUE_PATH } from '../standard-catalogue/field-places.ts';

const SERVICES = [
  { text: '首页', href: '/' },
  { text: '公开信息检索', href: SEARCH_PATH },
  { text: '依申请公开', href: GUIDE_PATH },
  { text: '查询办理进度', href: STATUS_PATH },
  { text: '更正本人信息', href: CORRECTION_PATH },
  { text: '已答复的申请', href: ANSWERED_PATH },
  { text: '政府信息公开年报', href: '/annual-reports' },
  { text: '政府网站工作年度报表', href: '/site-returns' },
  { text: '基层政务公开', href: STANDARD_CATALOGUE_PATH },
  { text: '政府公报', href: GAZETTE_PATH },
  { text: '年报体检', href: '/tools/report-check' },
  { text: '各机关政府信息公开', href: AGENCIES_PATH },
  { text: '开放数据接口', href: '/api' },
] as const;

function branch(nodes: readonly ColumnNode[]): Html | false {
  if (nodes.length === 0) return false;
  return html`<ul>${nodes.map(({ column, children }) => html`<li><a href="${columnHref(column)}">${column.name}</a>${branch(children)}</li>`)}</ul>
`;
}

/** 网站地图: every service, every agency, every column. Agencies without columns are on the page of agencies. */
export function siteMapPage(
  setting: PageSetting,
  agencies: readonly Agency[],
  columns: readonly Column[],
  services: (href: string) => boolean,
): Html {
  const byAgency = Map.groupBy(columns, ({ agency }) => agency);
  return portalPage(setting, {
    path: SITE_MAP_PATH,
    title: '网站地图',
    crumbs: [],
    description: '本网站的全部栏目和服务',
    styles: ['published.css'],
    main: html`<h1>网站地图</h1>
<section class="card site-map" aria-labelledby="services"><h2 id="services">服务</h2><ul class="agencies">${SERVICES.filter(
      ({ href }) => services(href),
    ).map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></section>
${agencies
  .filter(({ code }) => byAgency.has(code))
  .map(
    ({
      code,
      name,
    }) => html`<section class="card site-map"><h2><a href="${agencyPath(code)}">${name}</a></h2>${branch(columnTree(byAgency.get(code)!))}</section>
`,
  )}`,
  });
}
