import { distanceText } from '../../../applications/rules/urgency.ts';
import { matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import type { StoredEntry } from '../../../publishing/rules/catalogue/stored-entry.ts';
import { ATTRIBUTE_LABEL } from '../../../publishing/rules/attribute.ts';
import { WITHHOLDING } from '../../../law/grounds.ts';
import { RELATION_LABEL, RELATION_REVERSE_LABEL } from '../../../publishing/rules/content.ts';
import type { Relation } from '../../../publishing/rules/content.ts';
import { nextStepOf, openStops } from '../../../publishing/rules/fold.ts';
import { interpretationDueOn } from '../../../publishing/rules/interpretation.ts';
import { normativeDaysOf } from '../../../publishing/rules/project.ts';
import { PUBLICITY_END_LABEL, publicityEndOn, publicityPeriodText } from '../../../publishing/rules/publicity.ts';
import { publishBy } from '../../../publishing/rules/publish-by.ts';
import { PROOF_LABEL, REVIEW_STEP_LABEL, ACT_LABEL } from '../../../publishing/rules/publication-log.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import { VALIDITY_LABEL, validityOn } from '../../../publishing/rules/validity.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { tag } from '../../../views/tag/tag.ts';
import { timeline } from '../../../views/timeline/timeline.ts';
import type { TimelineStep } from '../../../views/timeline/timeline.ts';
import { editorHtml } from '../body/editor-html.ts';
import { instantText } from '../../instant-text.ts';
import { comparePath } from '../masking/masking.page.ts';
import { attachmentPath, itemPath } from '../publishing-paths.ts';
import { entryPath } from '../catalogue/catalogue-paths.ts';
import { interpretPath } from '../interpretation/interpretation.page.ts';
import { itemStageTag } from '../stage-tag.ts';
import { actorName, actText } from './act-words.ts';
import type { ActNames } from './act-words.ts';
import type { ItemContext } from './item-context.ts';
import { placeText } from './item-form.ts';
import { actsMenu } from '../../acting/acts-menu.ts';
import { ACT_GROUP_LABEL, ACT_GROUPS } from '../acts/act-form.ts';
import { nextButtons, offersOf } from './offers.ts';
import { verificationSection } from './verification.ts';

/** Another item that this one names, or that names it. */
export type RelatedLine = {
  readonly relation: Relation;
  readonly from: 'this' | 'other';
  readonly item: ItemLine;
};

export type ItemContent = {
  readonly context: ItemContext;
  readonly names: ActNames;
  readonly related: readonly RelatedLine[];
  /** The entries of the catalogue that the item fulfils. */
  readonly entries: readonly StoredEntry[];
};

function heading({ context }: ItemContent): Html {
  const { registration, publication, latest } = context.file;
  const address = publication.visibility.kind === 'unpublished' ? null : publication.address;
  return html`<p class="quiet">${placeText(registration.kind, context.columns, latest.content.column)} · 索引号 ${registration.indexNumber}</p>
<div class="heading-row"><h1>${latest.content.title}</h1>
<div class="actions">${itemStageTag(publication.stage)}</div></div>
${address !== null && html`<p class="public-address">公开网址：<a href="${address}">${address}</a></p>`}`;
}

function dueLine({ context }: ItemContent): HtmlValue {
  const { publication, latest } = context.file;
  const { attribute } = publication;
  const isObligation = publication.publishedOn === null && (attribute === null || attribute.attribute === 'proactive');
  if (!isObligation) return null;
  const due = publishBy(latest.content, context.calendar);
  if (due === null) return null;
  return html`<p class="due"><span class="due-words">${distanceText(context.calendar, context.today, due)}</span> 应当在 ${due.toString()} 以前公开（条例第二十六条）</p>`;
}

function nextStep({ context }: ItemContent, buttons: readonly Html[]): Html {
  const { publication } = context.file;
  const step = nextStepOf(publication);
  const stops = openStops(publication).length;
  const sentences = [
    publication.returnedComment !== null && `退回意见：${publication.returnedComment}`,
    step !== undefined && `等待${REVIEW_STEP_LABEL[step]}。`,
    publication.publishAt !== null &&
      `定于 ${instantText(publication.publishAt)} 发布；系统每 5 分钟发布到时间的信息。`,
    publication.publishAt !== null &&
      Temporal.Instant.compare(publication.publishAt.add({ minutes: 10 }), context.now) < 0 &&
      '时间已过而没有发布：发布的条件不再满足，请取消定时后核对。',
    stops > 0 && `发布前检查还有 ${stops} 处必须处理。`,
  ].filter(sentence => sentence !== false);
  return html`<section class="card next-step" aria-labelledby="next-heading"><h2 id="next-heading">下一步</h2>
${sentences.map(sentence => html`<p>${sentence}</p>`)}
${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : html`<p class="quiet">现在没有轮到您办理的事项。</p>`}</section>
`;
}

function reviewSteps({ context, names }: ItemContent): HtmlValue {
  const { publication } = context.file;
  if (publication.steps.length === 0) return null;
  const next = nextStepOf(publication);
  const steps = publication.steps.map((step): TimelineStep => {
    const passed = publication.passed.find(one => one.step === step);
    return passed === undefined
      ? { title: REVIEW_STEP_LABEL[step], state: step === next ? 'current' : 'waiting' }
      : {
          title: REVIEW_STEP_LABEL[step],
          state: 'done',
          when: `${instantText(passed.at)} ${passed.by === null ? '系统' : actorName({ kind: 'officer', id: passed.by }, names)}`,
        };
  });
  const proofs = publication.proofs.map((proof): TimelineStep => {
    const done = publication.proofread.find(one => one.proof === proof);
    return done === undefined
      ? { title: PROOF_LABEL[proof], state: 'waiting' }
      : {
          title: PROOF_LABEL[proof],
          state: 'done',
          when: `${instantText(done.at)} ${done.by === null ? '系统' : actorName({ kind: 'officer', id: done.by }, names)}`,
        };
  });
  return html`<section class="card" aria-labelledby="steps-heading"><h2 id="steps-heading">三审三校（第 ${publication.edition} 稿）</h2>
<div class="review-steps"><div><h3>审核</h3>${timeline('审核', steps)}</div>${proofs.length > 0 && html`<div><h3>校对</h3>${timeline('校对', proofs)}</div>`}</div></section>
`;
}

function contentSection({ context }: ItemContent): Html {
  const { registration, latest, attachments, publication } = context.file;
  const { content } = latest;
  const isNewest = publication.publicEdition === null || publication.publicEdition === latest.edition;
  return html`<section class="card item-content" aria-labelledby="content-heading"><h2 id="content-heading">稿件（第 ${latest.edition} 稿）</h2>
${!isNewest && html`<p class="quiet">公众现在看到的是第 ${publication.publicEdition} 稿。</p>`}
${descriptionList([
  { term: '索引号', detail: registration.indexNumber },
  { term: '主题分类', detail: content.theme ?? '没有填写' },
  { term: '发文机关', detail: [content.issuer, ...content.jointIssuers].join('、') },
  { term: '成文日期', detail: content.madeOn?.toString() ?? '没有填写' },
  content.genre !== null && { term: '体裁', detail: content.genre },
  content.documentNumber !== null && { term: '发文字号', detail: content.documentNumber },
  content.keywords.length > 0 && { term: '主题词', detail: content.keywords.join('、') },
  content.summary !== null && { term: '内容概述', detail: content.summary },
  { term: '信息来源', detail: content.source },
])}
<div class="item-body" lang="zh-CN">${
    content.body.length === 0
      ? html`<p class="quiet">还没有正文。</p>`
      : editorHtml(content.body, id => attachmentPath(registration.id, id))
  }</div>
${
  content.attachments.length > 0 &&
  html`<h3>附件</h3>
<ul class="case-files">${content.attachments.map(({ id, title }) => {
    const kept = attachments.find(one => one.id === id);
    return html`<li><a href="${attachmentPath(registration.id, id)}">${title}</a><span class="quiet">${kept?.name}</span>${
      kept?.maskedFrom !== undefined &&
      html` ${tag('脱敏副本', 'good')} <a href="${comparePath(registration.id, id)}">前后对照</a>`
    }</li>
`;
  })}</ul>`
}</section>
`;
}

function validityFact({ context }: ItemContent): HtmlValue {
  const { latest, publication } = context.file;
  const days = normativeDaysOf(latest.content, publication);
  if (days === undefined) return null;
  return html`${VALIDITY_LABEL[validityOn(days, context.today)]}<span class="quiet"> ${days.effectiveOn.toString()} 起施行${
    days.expiresOn !== null && `，有效期至 ${days.expiresOn.toString()}`
  }</span>`;
}

function factsSection(content: ItemContent): Html {
  const { context, names } = content;
  const { publication, registration, latest } = context.file;
  const { attribute } = publication;
  const validity = validityFact(content);
  return html`<section class="card" aria-labelledby="facts-heading"><h2 id="facts-heading">要点</h2>
${descriptionList([
  {
    term: '公开属性',
    detail:
      attribute === null
        ? '还没有确定'
        : `${ATTRIBUTE_LABEL[attribute.attribute]}${attribute.ground === null ? '' : `（${WITHHOLDING[attribute.ground].wording}）`}`,
  },
  attribute !== null && attribute.reason !== null && { term: '理由', detail: attribute.reason },
  validity !== null && { term: '有效性', detail: validity },
  latest.content.publicity !== undefined && {
    term: '公示期',
    detail: html`${publicityPeriodText(latest.content.publicity)}，期满后${PUBLICITY_END_LABEL[latest.content.publicity.atEnd]}`,
  },
  content.entries.length > 0 && {
    term: '目录事项',
    detail: content.entries.map(entry => html`<a href="${entryPath(entry.id)}">${matterText(entry)}</a> `),
  },
  publication.publishedAt !== null && { term: '发布时间', detail: instantText(publication.publishedAt) },
  publication.corrections.length > 0 && { term: '更正', detail: `${publication.corrections.length} 次` },
  {
    term: '起草',
    detail: latest.author === null ? '系统' : (names.staff.get(latest.author) ?? '工作人员'),
  },
])}
<p><a href="${itemPath(registration.id)}/editions">全部 ${publication.edition} 个版本</a></p></section>
`;
}

function relatedSection({ context, related }: ItemContent): HtmlValue {
  const { registration, publication, latest } = context.file;
  const isDocument = latest.content.details.kind === 'normative';
  const interpreted = related.some(({ relation, from }) => relation === 'interprets' && from === 'other');
  const due =
    isDocument && !interpreted && publication.publishedOn !== null
      ? interpretationDueOn(publication.publishedOn, context.calendar)
      : null;
  const isInterpreted = registration.kind === 'document' && due === null;
  if (related.length === 0 && due === null && !isInterpreted) return null;
  return html`<section class="card" aria-labelledby="related-heading"><h2 id="related-heading">相关文件</h2>
${
  due !== null &&
  html`<p>还没有解读：${distanceText(context.calendar, context.today, due)}，应当在 ${due.toString()} 以前发布。<a href="/office/publishing/new/interpretation?of=${registration.id}">起草解读</a>　<a href="${interpretPath(registration.id)}">制作图解和问答</a></p>`
}${
    related.length > 0 &&
    html`<ul class="case-links">${related.map(
      ({ relation, from, item }) =>
        html`<li>${from === 'this' ? RELATION_LABEL[relation] : RELATION_REVERSE_LABEL[relation]}：<a href="${itemPath(item.id)}">${item.title}</a></li>`,
    )}</ul>`
  }${isInterpreted && html`<p><a href="${interpretPath(registration.id)}">制作图解和问答</a></p>`}</section>
`;
}

function logSection({ context, names }: ItemContent): Html {
  return html`<section class="card" aria-labelledby="log-heading"><h2 id="log-heading">办理记录</h2>
<ol class="case-log">${context.file.log.toReversed().map(({ sequence, at, by, act }) => {
    const text = actText(act, names);
    return html`<li><p><strong>${ACT_LABEL[act.kind]}</strong> <span class="quiet">${instantText(at)} ${actorName(by, names)}</span></p>${
      text !== '' && html`<p class="log-text">${text}</p>`
    }${
      act.kind === 'secrecy-reviewed' &&
      html`<p><a href="${itemPath(context.file.registration.id)}/secrecy/${sequence}">保密审查表</a></p>`
    }</li>
`;
  })}</ol></section>
`;
}

/** What must not be overlooked while it lasts: published without its reviews; shown for a period only. */
function standingNotices({ context, names }: ItemContent): HtmlValue {
  const { publication, latest } = context.file;
  const { emergency, publishedAt, publicityEndedOn, publishedOn, visibility } = publication;
  const { publicity } = latest.content;
  const endsOn =
    publicity === undefined || publishedOn === null ? null : publicityEndOn(publicity, publishedOn, context.calendar);
  const by = emergency === null || emergency.by === null ? '系统' : (names.staff.get(emergency.by) ?? '工作人员');
  return [
    emergency !== null &&
      emergency.review === null &&
      notice(
        'warning',
        html`<strong>应急发布，还没有补审。</strong>${by} 于 ${publishedAt === null ? '' : instantText(publishedAt)} 未经审核先行发布。理由：${emergency.reason}。由应急发布以外的签发人补审以前，这条提示一直保留。`,
      ),
    publicity !== undefined &&
      visibility.kind === 'public' &&
      notice(
        'info',
        publicityEndedOn === null
          ? html`公示期${endsOn === null ? '' : `至 ${endsOn.toString()} 止`}，期满后${PUBLICITY_END_LABEL[publicity.atEnd]}。公示依据：${publicity.basis}。`
          : `公示期已于 ${publicityEndedOn.toString()} 届满，页面已标明。`,
      ),
  ];
}

function visibilityNotice({ context }: ItemContent): HtmlValue {
  const { visibility } = context.file.publication;
  if (visibility.kind === 'withdrawn') return notice('warning', `已撤回：${visibility.explanation}`);
  if (visibility.kind === 'removed')
    return notice(
      'warning',
      `已删除：${visibility.explanation}${visibility.redirectTo === null ? '' : `，网址转到 ${visibility.redirectTo}`}`,
    );
  return null;
}

/** What stands in `main` of the page of an item. */
export function itemMain(content: ItemContent): Html {
  const offers = offersOf(content.context);
  return html`${heading(content)}
${dueLine(content)}
${standingNotices(content)}
${visibilityNotice(content)}
<div class="with-aside case">
<div>
${nextStep(content, nextButtons(offers, content.context))}
${reviewSteps(content)}
${contentSection(content)}
${verificationSection(content.context.file.registration.id, content.context.file.publication)}
${logSection(content)}
</div>
<aside aria-label="要点">
${factsSection(content)}
${relatedSection(content)}
${actsMenu(offers, ACT_GROUPS, ACT_GROUP_LABEL)}
</aside>
</div>
`;
}
