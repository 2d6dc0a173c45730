import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { ACCESS_KEYS } from '../../views/page-frame/page-frame.ts';
import { ACCESSIBILITY_PATH } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

const KEYS = [
  { key: 'Tab、Shift + Tab', does: '到下一个、上一个链接或者按钮；页面的第一个是“跳到主要内容”' },
  { key: '回车', does: '打开链接，按下按钮，提交检索' },
  { key: '空格', does: '向下翻页；在按钮和选项上相当于单击' },
  { key: 'Ctrl + 加号、减号、0', does: '放大、缩小、恢复页面；放大到四倍内容也不会缺失' },
  ...[
    { key: ACCESS_KEYS.home, does: '到首页' },
    { key: ACCESS_KEYS.search, does: '到页首的检索框（手机上和首页除外）' },
    { key: ACCESS_KEYS.main, does: '到主要内容' },
    { key: ACCESS_KEYS.siteMap, does: '到网站地图' },
  ].map(({ key, does }) => ({ key: `Alt + ${key}`, does })),
];

/** How the site is used without a mouse, with large type, by ear. */
export function accessibilityPage(setting: PageSetting): Html {
  return portalPage(setting, {
    path: ACCESSIBILITY_PATH,
    title: '无障碍说明',
    crumbs: [],
    description: '怎样只用键盘、用大字、用读屏软件浏览本网站',
    main: html`<h1>无障碍说明</h1>
<p class="lead">本网站的全部内容和功能都可以只用键盘、用读屏软件、在手机上、在放大以后使用，不需要运行脚本。</p>
<section class="card" aria-labelledby="by-keyboard"><h2 id="by-keyboard">用键盘</h2>
${dataTable({
  caption: '按键',
  captionUnseen: true,
  rows: KEYS,
  empty: '',
  columns: [
    { key: 'key', heading: '按键', rowHeading: true, cell: ({ key }) => key },
    { key: 'does', heading: '作用', cell: ({ does }) => does },
  ],
})}<p class="quiet">Alt 加数字在火狐浏览器中是 Alt + Shift 加数字，在苹果电脑上是 Control + Option 加数字。</p></section>
<section class="card" aria-labelledby="by-eye"><h2 id="by-eye">看得更清楚</h2>
<ul><li><strong>字号</strong>：页面顶部可以选标准、大、特大。</li><li><strong>高对比度</strong>：黑底、白字、黄色链接。</li><li><strong>长者模式</strong>：大字、大按钮、一栏排列。</li><li><strong>繁體</strong>：把页面的文字转换为繁体字。</li></ul>
<p>选择保存在这台设备上，一年内每次访问都有效，不记录您是谁。</p></section>
<section class="card" aria-labelledby="by-ear"><h2 id="by-ear">听</h2>
<p>每条信息的页面都有“朗读”按钮，由浏览器自己发声，不经过其他网站。读屏软件可以按标题、地标和表格浏览。</p></section>
<section class="card" aria-labelledby="not-able"><h2 id="not-able">仍然用不了</h2>
<p>请拨打页面底部的联系电话，或者<a href="/applications">到受理窗口当面查阅、申请</a>，工作人员会协助您。</p></section>`,
  });
}
