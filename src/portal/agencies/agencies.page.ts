import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { groupAgencies } from '../applications/guide/receiving-agencies.ts';
import { AGENCIES_PATH, agencyPath } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

/** 各机关: every agency's platform, by sort, with how much it has published this year. */
export function agenciesPage(
  setting: PageSetting,
  agencies: readonly Agency[],
  published: ReadonlyMap<AgencyCode, number>,
): Html {
  return portalPage(setting, {
    path: AGENCIES_PATH,
    title: '各机关政府信息公开',
    crumbs: [],
    description: '本地区各行政机关的政府信息公开平台',
    styles: ['published.css'],
    main: html`<h1>各机关政府信息公开</h1>
<p class="lead">制作信息的机关负责公开信息。选择一个机关，进入它的公开平台。</p>
${groupAgencies(agencies).map(
  group => html`<section class="card"><h2>${group.name}</h2>
<ul class="agencies">${group.agencies.map(
    ({ code, name }) =>
      html`<li><a href="${agencyPath(code)}">${name}</a><span class="quiet">本年公开 ${published.get(code) ?? 0} 条</span></li>`,
  )}</ul></section>
`,
)}`,
  });
}
