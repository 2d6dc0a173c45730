import { errorSummary } from '../../views/error-summary/error-summary.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import type { CheckSubmission } from './check-form.ts';

export const CHECK_PATH = '/tools/report-check';
const ACCEPT = '.html,.htm,.docx,.pdf,.xlsx,.txt,.md,.json';

type Field = { readonly id: string; readonly label: string; readonly hint: string };

function field(problems: readonly FieldProblem[], { id, label, hint }: Field, control: HtmlValue): Html {
  const problem = problems.find(candidate => candidate.field === id);
  return html`<div class="field${problem !== undefined && ' wrong'}">
<label for="${id}">${label}</label>
<span class="hint" id="${id}-hint">${hint}</span>
${problem !== undefined && html`<p class="field-problem" id="${id}-problem">${problem.message}</p>`}
${control}
</div>`;
}

/** The form of 年报体检; after a refusal it holds what was typed (a browser does not give chosen files back). */
export function checkFormPage(
  setting: PageSetting,
  submission: CheckSubmission,
  problems: readonly FieldProblem[],
): Html {
  return portalPage(setting, {
    path: CHECK_PATH,
    title: problems.length > 0 ? '需要修改：年报体检' : '年报体检',
    crumbs: [],
    description: '检查政府信息公开工作年度报告的勾稽关系、正文数字、格式和文字差错',
    scripts: ['report-check.js'],
    main: html`${errorSummary(problems)}
<h1>年报体检</h1>
<p class="lead">选择或粘贴一份政府信息公开工作年度报告，马上知道三张表是否平衡、正文数字与表格是否一致、格式和文字有没有差错。文件只在内存中处理，不保存。</p>
<form class="card" id="check-form" method="post" action="${CHECK_PATH}" enctype="multipart/form-data">
${field(
  problems,
  {
    id: 'files',
    label: '年度报告文件',
    hint: '网页（HTML）、Word（.docx）、PDF（可复制文字的）、Excel（.xlsx）、TXT、Markdown 或 JSON；可以一次选多份，每份不超过 50 MB。',
  },
  html`<div class="drop-zone" id="drop-zone">
<input id="files" name="files" type="file" multiple accept="${ACCEPT}" aria-describedby="files-hint">
<p class="quiet" id="drop-hint" hidden>也可以把文件拖到这里。</p>
</div>`,
)}
${field(
  problems,
  { id: 'text', label: '或者粘贴报告内容', hint: '从网页、Word 或 WPS 里全选复制，粘贴到这里，表格会一起带过来。' },
  html`<textarea id="text" name="text" rows="9" aria-describedby="text-hint" spellcheck="false">
${submission.text}</textarea><input type="hidden" id="pasted-html" name="pastedHtml" value="">`,
)}
<details class="field"${(submission.publishedOn !== '' || problems.some(({ field }) => field !== 'files')) && html` open`}>
<summary>补充信息（可不填）：上一年度报告、发布日期</summary>
${field(
  problems,
  {
    id: 'previous',
    label: '上一年度报告',
    hint: '有了它，才能核对上年结转、现行有效文件数、尚未审结案件，并计算文字重复率。',
  },
  html`<input id="previous" name="previous" type="file" accept="${ACCEPT}" aria-describedby="previous-hint">`,
)}
${field(
  problems,
  { id: 'published-on', label: '发布日期', hint: '有了它，才能判断是否按期发布。' },
  html`<input id="published-on" name="publishedOn" type="date" value="${submission.publishedOn}" aria-describedby="published-on-hint">`,
)}
</details>
<button type="submit" id="submit">开始体检</button>
<div class="busy" id="busy" role="status" aria-live="polite" hidden><p id="busy-text">正在体检……</p><progress id="busy-bar"></progress></div>
</form>
<div id="board-place"></div>
<section class="card" aria-labelledby="what"><h2 id="what">体检查什么</h2>
<ul>
<li>表内勾稽关系：每行合计、每列合计、“第一项加第二项之和，等于第三项加第四项之和”、复议诉讼合计；</li>
<li>正文里的每一个数字：与哪个单元格一致，与哪个矛盾，还是与表格无关；一句话里的分项与总数；</li>
<li>空格、“/”、小数、负数，行名列名，2019 版与 2021 版格式，六个部分的标题和顺序；</li>
<li>信息处理费是否说明，有没有模板残留、相对时间、错漏字、个人信息；</li>
<li>与上一年度报告的衔接，以及是否按期发布（需要补充信息）。</li>
</ul></section>`,
  });
}
