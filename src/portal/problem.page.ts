import { html } from '../views/html/html.ts';
import type { Html } from '../views/html/html.ts';
import { APPLICATIONS_COLUMN, GUIDE_PATH } from './applications/column.ts';
import { SITE_MAP_PATH } from './items/places.ts';
import { portalPage, PUBLIC_SEARCH } from './page.ts';
import { siteSearch } from '../views/page-frame/page-frame.ts';
import type { PageSetting } from './page.ts';

export type ProblemKind = 'not-found' | 'refused' | 'too-large' | 'too-many' | 'fault';

const PROBLEMS = {
  'not-found': { title: '没有找到这个页面', advice: '地址可能写错了，或者内容已经移动。可以从下面的入口重新查找。' },
  refused: { title: '这个请求无法处理', advice: '提交的内容不完整或格式不对，请返回上一页检查后重新提交。' },
  'too-large': {
    title: '提交的内容太大',
    advice: '一份文件不能超过 50 MB，一次提交合计不能超过 100 MB，请分几次提交，或者只保留年度报告部分。',
  },
  'too-many': { title: '请求过于频繁', advice: '您的请求过于频繁，请稍后再试。' },
  fault: { title: '系统出了问题', advice: '问题已经记入日志，您可以稍后重试；如果一直这样，请联系网站主办单位。' },
} as const satisfies Record<ProblemKind, { title: string; advice: string }>;

/** The page shown instead of one that cannot be shown: says what happened and where to go on. */
export function problemPage(setting: PageSetting, kind: ProblemKind, sentence?: string): Html {
  const { title, advice } = PROBLEMS[kind];
  return portalPage(setting, {
    path: '',
    title,
    crumbs: [],
    description: title,
    main: html`<div class="card">
<h1>${title}</h1>
<p>${sentence ?? advice}</p>
${kind === 'not-found' && siteSearch({ ...PUBLIC_SEARCH, label: '重新查找公开信息' }, 'page-search')}<ul>
<li><a href="/">回到首页</a></li>
<li><a href="${SITE_MAP_PATH}">网站地图</a></li>
<li><a href="${GUIDE_PATH}">${APPLICATIONS_COLUMN.name}</a></li>
<li><a href="/annual-reports">政府信息公开年报</a></li>
<li><a href="/tools/report-check">年报体检</a></li>
</ul>
</div>`,
  });
}
