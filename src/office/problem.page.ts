import { html } from '../views/html/html.ts';
import type { Html } from '../views/html/html.ts';
import { officePage } from './page.ts';
import type { OfficeSetting } from './page.ts';

export type OfficeProblem = 'not-found' | 'forbidden' | 'foreign' | 'refused' | 'too-large' | 'fault';

const PROBLEMS = {
  'not-found': { title: '没有找到这个页面', advice: '地址可能写错了，或者这件事不归您的机构办理。' },
  forbidden: { title: '没有权限', advice: '您没有做这件事的权限；需要的话，请联系本机关的系统管理员。' },
  foreign: { title: '这个请求不是从本系统的页面发出的', advice: '为防止冒用，没有办理；请从本系统的页面重新操作。' },
  refused: { title: '这个请求无法处理', advice: '提交的内容不完整或格式不对，请返回上一页检查后重新提交。' },
  'too-large': { title: '提交的内容太大', advice: '请减少文件的数量或者大小后重新提交。' },
  fault: { title: '系统出了问题', advice: '没有办成。问题已经记入日志，请稍后重试；如果一直这样，请联系系统管理员。' },
} as const satisfies Record<OfficeProblem, { title: string; advice: string }>;

export const PROBLEM_STATUS = {
  'not-found': 404,
  forbidden: 403,
  foreign: 403,
  refused: 400,
  'too-large': 413,
  fault: 500,
} as const satisfies Record<OfficeProblem, number>;

/** The page shown instead of one that cannot be shown: says what happened and where to go on. */
export function problemPage(setting: OfficeSetting, problem: OfficeProblem, sentence?: string): Html {
  const { title, advice } = PROBLEMS[problem];
  return officePage(setting, {
    title,
    main: html`<section class="card">
<h1>${title}</h1>
<p>${sentence ?? advice}</p>
<p><a href="/office">回到工作台</a></p>
</section>`,
  });
}
