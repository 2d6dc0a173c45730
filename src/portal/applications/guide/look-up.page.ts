import type { AgencyCode } from '../../../people/rules/agency.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { hitList } from '../../public-search/hit-list.ts';
import type { PublicHit } from '../../public-search/public-index.ts';
import { APPLICATIONS_COLUMN, GUIDE_CRUMB, GUIDE_PATH, LOOK_UP_PATH, NEW_PATH } from '../column.ts';

/** 先查一查: what is public already; where it is not, the way leads into the form with the words. */
export function lookUpPage(
  setting: PageSetting,
  words: string,
  hits: readonly PublicHit[],
  agency: AgencyCode | null,
): Html {
  const asked = words !== '';
  return portalPage(setting, {
    path: LOOK_UP_PATH,
    title: '先查一查',
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: '查找已经公开的政府信息',
    styles: ['applications.css'],
    main: html`<h1>先查一查，也许已经公开</h1>
<form class="look-up-form" method="get" action="${LOOK_UP_PATH}" role="search" aria-label="查找已经公开的信息">
<label for="look-up-words">要找的政府信息</label><div class="with-button"><input id="look-up-words" name="q" type="search" value="${words}"><button type="submit">查找</button></div></form>
${
  asked &&
  html`<section class="card" aria-label="查找结果">${hitList(hits)}</section>
<section class="card" aria-labelledby="apply"><h2 id="apply">没有您要的？</h2>
<p>可以申请公开，刚才的文字会带到申请表里。</p>
<div class="actions">${agency !== null && buttonLink('提出申请', pageAddress(NEW_PATH, { agency, description: words }), 'main')}${buttonLink('选择别的机关', `${GUIDE_PATH}#agencies`)}</div></section>`
}`,
  });
}
