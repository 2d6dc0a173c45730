import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

const PLACES = [
  { href: '/api/items', text: '公开信息：按词、机关、栏目、主题、类型、年份、有效性、文号和日期查询，每页 100 条' },
  { href: '/api/documents', text: '政策文件：同样的查询，只含政策文件' },
  { href: '/api/columns', text: '全部栏目' },
  { href: '/api/reports', text: '已公布的政府信息公开工作年度报告，以及各种格式的文件' },
  {
    href: '/api/report-cells.json',
    text: '已公布年度报告的全部数据，每格一个数；也有 /api/report-cells.csv 和 /api/report-cells.xlsx，可按年度（year）和机构（agency）选取',
  },
  { href: '/api/dumps', text: '按年度打包的全部公开信息：gzip 压缩，每行一条 JSON，含全文和附件清单' },
  { href: '/api/statistics', text: '各机关各栏目各年发布信息的数量' },
] as const;

/** The open data of the site, for people who write programs. */
export function openDataPage(setting: PageSetting): Html {
  return portalPage(setting, {
    path: '/api',
    title: '开放数据接口',
    crumbs: [],
    description: '以 JSON 格式读取本网站公开的信息、栏目和统计数据',
    main: html`<h1>开放数据接口</h1>
<p class="lead">本网站公开的信息都可以用程序读取，不需要登录和申请。</p>
<div class="card"><h2>接口</h2>
<ul>${PLACES.map(({ href, text }) => html`<li><a href="${href}">${href}</a>　${text}</li>`)}<li>/api/items/编号　一条信息的全文、附件和相关信息</li></ul>
<p>完整的说明见 <a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。</p>
<h2>订阅和导出</h2>
<p>每个栏目都有 RSS 和 JSON Feed；检索结果和栏目目录可以导出为 Excel、CSV 和 JSON，最多 10000 条。</p>
<h2>限制</h2>
<p>每个地址起初可以连续请求 120 次，以后每秒一次；导出一次抵 10 次，年度打包一次抵 30 次。超过的，会得到 429 和需要等待的秒数。</p></div>`,
  });
}
