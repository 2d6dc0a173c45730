import type { Agency } from '../../people/rules/agency.ts';
import { CHANNEL_WAY_LABEL, gapsOf } from '../../publishing/rules/guide.ts';
import type { Guide } from '../../publishing/rules/guide.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { BLANK_FORM_PATH, forAgency, GUIDE_PATH, STATUS_PATH } from '../applications/column.ts';
import { momentText } from '../items/moment-text.ts';

const blankForm = (format: 'pdf' | 'docx', agency: Agency) => forAgency(`${BLANK_FORM_PATH}.${format}`, agency.code);

/** Art. 12 as a promise that readers can check: what the guide must say, and what it does not say yet. */
function completeness(guide: Guide): Html {
  const gaps = gapsOf(guide);
  if (gaps.length === 0) return html`<p class="quiet">《政府信息公开条例》第十二条要求公开指南载明的内容已经齐全。</p>`;
  return html`<div class="notice notice-warning"><p><strong>请注意</strong><span>本指南还有 ${gaps.length} 项内容没有载明，正在补充：</span></p><ul>${gaps.map(({ message }) => html`<li>${message.replace('，请补充', '')}</li>`)}</ul></div>`;
}

function proactive({ classification, arrangement, access, proactive: { scope, channels, period } }: Guide): Html {
  return html`<h2>主动公开</h2>
${descriptionList([
  { term: '信息分类', detail: classification },
  { term: '编排体系', detail: arrangement },
  { term: '获取方式', detail: access },
  { term: '公开范围', detail: scope },
  { term: '公开渠道', detail: channels },
  { term: '公开时限', detail: period },
])}`;
}

function onApplication(agency: Agency, { onApplication: { channels, acceptedBy, period, fees } }: Guide): Html {
  return html`<h2>依申请公开</h2>
${descriptionList([
  { term: '受理机构', detail: acceptedBy },
  ...channels.map(({ way, how }) => ({ term: CHANNEL_WAY_LABEL[way], detail: how })),
  { term: '办理时限', detail: period },
  { term: '收费', detail: fees },
])}<p class="actions"><a class="button" href="${forAgency(GUIDE_PATH, agency.code)}">网上申请</a><a class="button plain" href="${STATUS_PATH}">查询进度</a><a class="button plain" href="${blankForm('docx', agency)}" download>申请表 Word</a><a class="button plain" href="${blankForm('pdf', agency)}" download>申请表 PDF</a></p>`;
}

function offices({ office, oversight }: Guide): Html {
  return html`<h2>工作机构</h2>
${descriptionList([
  { term: '名称', detail: office.name },
  { term: '办公地址', detail: office.address },
  { term: '办公时间', detail: office.hours },
  { term: '联系电话', detail: office.telephone },
  { term: '传真号码', detail: office.fax },
  { term: '互联网联系方式', detail: office.online },
  { term: '邮政编码', detail: office.postcode },
])}<h2>监督保障</h2>
${descriptionList([
  { term: '受理投诉举报的机关', detail: oversight.body },
  { term: '电话', detail: oversight.telephone },
  { term: '地址', detail: oversight.address },
])}`;
}

/** 政府信息公开指南 from its fields: when it was last changed, what it must say, and the ways to act on it. */
export function guideView(agency: Agency, guide: Guide, line: Pick<ItemLine, 'correctedAt' | 'publishedAt'>): Html {
  const changedAt = line.correctedAt ?? line.publishedAt!;
  return html`<article class="card guide-text"><p class="quiet">更新日期：<time datetime="${changedAt.toString()}">${momentText(changedAt)}</time></p>
${completeness(guide)}${proactive(guide)}${onApplication(agency, guide)}${offices(guide)}</article>`;
}
