import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { LEAVING_PATH } from './leaving.ts';

/** 政府网站发展指引: a link to a site that is no government's is followed only after this question. */
export function leavingPage(setting: PageSetting, to: URL): Html {
  return portalPage(setting, {
    path: LEAVING_PATH,
    title: '您将离开本网站',
    crumbs: [],
    description: '您访问的链接将离开本网站',
    main: html`<div class="card"><h1>您将离开本网站</h1>
<p>您访问的链接即将离开“${setting.site.name}”门户网站，是否继续？</p>
<p>要去的网站：<strong>${to.hostname}</strong></p>
<p class="actions"><a class="button" href="${to.href}" rel="noopener noreferrer nofollow">继续访问</a><a class="button plain" href="/">回到首页</a></p></div>`,
  });
}
