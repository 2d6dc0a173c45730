import { ITEM_SCALE_WORDS, PAGE_SCALE_WORDS } from './fee-words.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import type { RemedyOrgans } from '../../../people/rules/remedy-organs.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { siteSearch } from '../../../views/page-frame/page-frame.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import {
  ANSWERED_PATH,
  APPLICATIONS_COLUMN,
  CORRECTION_PATH,
  forAgency,
  GUIDE_PATH,
  LOOK_UP_PATH,
  NEW_PATH,
  STATUS_PATH,
} from '../column.ts';
import { agencyChoice } from './agency-choice.ts';
import { agencyInQuestion } from './receiving-agencies.ts';
import { waysToApply } from './ways-to-apply.ts';

export type GuideFacts = {
  readonly agencies: readonly Agency[];
  /** The agency whose addresses are shown; undefined while none is registered. */
  readonly agency: Agency | undefined;
  readonly remedy: RemedyOrgans | null;
  /** Words to find an agency by. */
  readonly words: string;
  /** Whether any agency publishes what it has answered. */
  readonly answeredList: boolean;
};

const CONTENTS = [
  { id: 'who', text: '谁可以申请' },
  { id: 'agencies', text: '选择受理机关' },
  { id: 'how', text: '怎样申请' },
  { id: 'when', text: '多久答复' },
  { id: 'cost', text: '是否收费' },
  { id: 'remedy', text: '对答复不满意' },
  { id: 'correction', text: '更正本人信息' },
] as const;

const entry = (href: string, title: string, text: string, main = false): Html =>
  html`<li class="tile${main && ' main'}"><h2><a href="${href}">${title}</a></h2><p>${text}</p></li>
`;

function entries({ answeredList, agency }: GuideFacts): Html {
  const apply = agency === undefined ? NEW_PATH : `${GUIDE_PATH}#agencies`;
  return html`<ul class="tiles entry-tiles">
${entry(apply, '提出申请', '先选择受理机关，再填写申请表，约需五分钟。', true)}${entry(STATUS_PATH, '查询办理进度', '凭查询码和密码查看进度、到期日，下载答复，补正或者撤回。')}${
    answeredList
      ? entry(ANSWERED_PATH, '已答复的申请', '看看别人申请过什么、结果怎样、用了多少天。')
      : entry(CORRECTION_PATH, '更正本人信息', '行政机关记录的您本人的信息不准确，可以要求更正。')
  }</ul>`;
}

const who = (): Html => html`<section class="card" aria-labelledby="who"><h2 id="who">谁可以申请</h2>
<p>任何公民、法人或者其他组织都可以申请，<strong>不需要说明用途，也不需要证明与自己有关</strong>。不限户籍和国籍。</p>
<p>申请时只需要写清三件事：</p>
<ol><li>您是谁：姓名或者名称、身份证明、联系方式；</li>
<li>要什么信息：名称、文号，或者便于查询的其他描述；</li>
<li>怎样提供：纸质、电子文件或者现场查阅，邮寄、电子邮件、当面领取或者网上下载。</li></ol>
<p>一份申请写一件事，办得更快。视力、听力或者阅读有困难的，请在申请表中说明，行政机关会为您提供必要的帮助。</p>
<p class="quiet">依据：《政府信息公开条例》第二十七条、第二十九条、第四十三条</p></section>
`;

const when = (): Html => html`<section class="card" aria-labelledby="when"><h2 id="when">多久答复</h2>
<p>能当场答复的，当场答复；不能的，<strong>自收到申请之日的次日起 20 个工作日内</strong>答复。周末和法定节假日不算，调休上班的周末算。提交以后，随时可以在<a href="${STATUS_PATH}">办理进度</a>里看到到期日和逐日计算的日历。</p>
<table class="list"><caption>哪些情形会影响期限</caption>
<thead><tr><th scope="col">情形</th><th scope="col">怎样计算</th></tr></thead>
<tbody>
<tr><th scope="row">申请内容不明确，需要补正</th><td>行政机关在 7 个工作日内一次性告知；收到补正后，20 个工作日<strong>重新计算</strong>。没有正当理由逾期不补正的，视为放弃申请。</td></tr>
<tr><th scope="row">征求第三方或者其他机关意见</th><td>征求意见的时间<strong>不计算在内</strong>，第三方自收到征求意见书起有 15 个工作日答复。</td></tr>
<tr><th scope="row">情况复杂，需要延期</th><td>经工作机构负责人同意并告知您，最多<strong>延长 20 个工作日</strong>，只能延长一次。</td></tr>
<tr><th scope="row">需要缴纳信息处理费</th><td>自缴费完成的次日起<strong>重新计算</strong>；收到通知的次日起 20 个工作日内没有缴费的，视为放弃申请。</td></tr>
</tbody></table>
<p class="quiet">依据：《政府信息公开条例》第三十条、第三十二条至第三十四条，《政府信息公开信息处理费管理办法》第六条</p></section>
`;

const cost = (): Html => html`<section class="card" aria-labelledby="cost"><h2 id="cost">是否收费</h2>
<p><strong>申请公开政府信息不收费</strong>，邮寄、复印也不收费。只有申请的数量、频次明显超过合理范围时，才可以收取信息处理费，并且只能在下面两种标准中选一种：</p>
<div class="scales">
<table class="list"><caption>按件计收：同一申请人一个自然月内的累计件数</caption>
<thead><tr><th scope="col">件数</th><th scope="col" class="number">每件</th></tr></thead>
<tbody>${ITEM_SCALE_WORDS.map(({ range, price }) => html`<tr><th scope="row">${range}</th><td class="number">${price}</td></tr>`)}</tbody></table>
<table class="list"><caption>按量计收：一件申请提供的页数，不累计</caption>
<thead><tr><th scope="col">A4 页数</th><th scope="col" class="number">每页</th></tr></thead>
<tbody>${PAGE_SCALE_WORDS.map(({ range, price }) => html`<tr><th scope="row">${range}</th><td class="number">${price}</td></tr>`)}</tbody></table>
</div>
<p>要收费的，一定先发收费通知，写明依据、标准、数额和缴纳方式，收入全部上缴国库。</p>
<p class="quiet">依据：《政府信息公开条例》第四十二条，《政府信息公开信息处理费管理办法》第三条至第八条</p></section>
`;

function remedies({ agency, remedy }: GuideFacts): Html {
  return html`<section class="card" aria-labelledby="remedy"><h2 id="remedy">对答复不满意</h2>
<p>答复书上会写明您可以找谁、在多长时间内提出。一般来说：</p>
<ul><li><strong>行政复议</strong>：自知道答复之日起 60 日内${remedy?.reviewOrgan !== null && remedy?.reviewOrgan !== undefined && html`，向${remedy.reviewOrgan}`}申请；</li>
<li><strong>行政诉讼</strong>：自知道答复之日起 6 个月内${remedy?.court !== null && remedy?.court !== undefined && html`，向${remedy.court}`}起诉；</li>
<li>答复是<strong>不予公开</strong>（包括部分公开中不公开的部分）的，要<strong>先申请行政复议</strong>，对复议决定不服再起诉；</li>
<li>逾期没有答复，或者认为行政机关没有依法公开的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以申请行政复议或者起诉。</li></ul>
${agency !== undefined && remedy !== null && html`<p class="quiet">上面的机关和法院是对${agency.name}的答复而言的。</p>`}
<p class="quiet">依据：《行政复议法》第二十条、第二十三条，《行政诉讼法》第四十五条、第四十六条，《政府信息公开条例》第五十一条</p></section>
`;
}

/** 依申请公开指南 in plain words: who, how, how long, at what cost, what then; and the choice of an agency. */
export function guidePage(setting: PageSetting, facts: GuideFacts): Html {
  const { agencies, agency, words } = facts;
  const office = agencyInQuestion(agencies, undefined);
  return portalPage(setting, {
    path: GUIDE_PATH,
    title: APPLICATIONS_COLUMN.name,
    crumbs: [],
    column: APPLICATIONS_COLUMN,
    description: APPLICATIONS_COLUMN.description,
    styles: ['applications.css'],
    main: html`<h1>依申请公开</h1>
<p class="lead">没有主动公开的政府信息，您可以申请公开。不收费，不问用途，20 个工作日内答复。</p>
${entries(facts)}
<section class="look-up-band" aria-labelledby="look-first"><h2 id="look-first">先查一查，也许已经公开</h2>
${siteSearch({ action: LOOK_UP_PATH, label: '要找的政府信息，例如：年度报告 依申请公开' }, 'look-up-words')}</section>
<div class="guide"><nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">本页内容</h2><ul>${CONTENTS.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
<div>
${who()}<section class="card" aria-labelledby="agencies"><h2 id="agencies">选择受理机关</h2>
<p>向制作或者保存这份信息的机关申请最快。不确定的话，向${office?.name ?? '本级政府办公室'}申请也可以：不归它负责的，它会告诉您该找谁。</p>
${agencyChoice(agencies, words)}</section>
${
  agency !== undefined &&
  html`<section class="card" aria-labelledby="how"><h2 id="how">怎样申请</h2>
<p>下面是<strong>${agency.name}</strong>的受理方式。要向别的机关申请，请在<a href="#agencies">选择受理机关</a>中查看。</p>
${waysToApply(agency)}
<p class="quiet">依据：《政府信息公开条例》第二十八条、第二十九条、第三十一条</p></section>
`
}${when()}${cost()}${remedies(facts)}
<section class="card" aria-labelledby="correction"><h2 id="correction">更正本人信息</h2>
<p>有证据证明行政机关记录的与您自身有关的信息不准确的，可以要求更正。<a href="${agency === undefined ? CORRECTION_PATH : forAgency(CORRECTION_PATH, agency.code)}">提出更正申请</a></p>
<p class="quiet">依据：《政府信息公开条例》第四十一条</p></section></div></div>`,
  });
}
