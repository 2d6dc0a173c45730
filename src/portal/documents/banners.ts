import { lastBasisOf } from '../../publishing/rules/fold.ts';
import { endOf, validityOn } from '../../publishing/rules/validity.ts';
import type { ItemLine, PublishedItem } from '../../publishing/store/item.register.store.ts';
import { CHANGE_SCALE_LABEL } from '../../publishing/rules/publication-log.ts';
import { publicityPeriodText } from '../../publishing/rules/publicity.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { momentText } from '../items/moment-text.ts';

function banner(look: 'gone' | 'changed' | 'soon', heading: string, text: HtmlValue): Html {
  return html`<div class="banner banner-${look}" role="note"><p><strong>${heading}</strong>${text}</p></div>
`;
}

/** The document by which this one was changed or ended, as a link where it is ours and public. */
function basisText({ publication }: PublishedItem, basisLine: ItemLine | undefined): HtmlValue {
  const basis = lastBasisOf(publication);
  if (basis === undefined) return null;
  if (basis.kind === 'elsewhere')
    return html`依据：《${basis.title}》${basis.documentNumber !== null && `（${basis.documentNumber}）`}`;
  if (basisLine?.address === null || basisLine === undefined) return null;
  return html`依据：<a href="${basisLine.address}">《${basisLine.title}》</a>${basisLine.documentNumber !== null && `（${basisLine.documentNumber}）`}`;
}

/** 有效性 where it is not simply in force: what happened, when, and by which document. */
export function validityBanner(
  item: PublishedItem,
  basisLine: ItemLine | undefined,
  today: Temporal.PlainDate,
): Html | null {
  const { normative } = item.line;
  if (normative === null) return null;
  const basis = basisText(item, basisLine);
  switch (validityOn(normative, today)) {
    case 'in-force':
      return null;
    case 'not-yet-in-force':
      return banner('soon', '尚未施行', `本文件自 ${normative.effectiveOn.toString()} 起施行。`);
    case 'amended':
      return banner(
        'changed',
        '已修改',
        html`本文件自 ${normative.amendedOn!.toString()} 起部分内容已经修改，请对照修改文件使用。${basis}`,
      );
    case 'lapsed':
      return banner(
        'gone',
        '已失效',
        html`本文件自 ${endOf(normative)!.on.toString()} 起不再施行。${basis ?? (normative.expiresOn !== null && `规定的有效期至 ${normative.expiresOn.toString()}。`)}`,
      );
    case 'repealed':
      return banner('gone', '已废止', html`本文件自 ${endOf(normative)!.on.toString()} 起废止。${basis}`);
  }
}

/** 公示期: until when it is shown and how to object to it; that it is over. */
export function publicityBanner(item: PublishedItem, today: Temporal.PlainDate): Html | null {
  const { publicity } = item.edition.content;
  const { publishedOn, publicityEndsOn } = item.line;
  if (publicity === undefined || publishedOn === null || publicityEndsOn === null) return null;
  const period = `${publishedOn.toString()} 至 ${publicityEndsOn.toString()}`;
  if (Temporal.PlainDate.compare(today, publicityEndsOn) > 0)
    return banner('changed', '公示期已满', `公示期为 ${period}，现已届满。`);
  return banner(
    'soon',
    '公示中',
    html`公示期自 ${publishedOn.toString()} 至 ${publicityEndsOn.toString()}${publicity.period.kind === 'length' && `（${publicityPeriodText(publicity)}）`}。有异议的，请在公示期内提出：${publicity.objection}<br>公示依据：${publicity.basis}`,
  );
}

/** 应急发布: that it went out before its review, and when that followed. */
export function emergencyNote({ publication }: PublishedItem): Html | null {
  const { emergency, publishedAt } = publication;
  if (emergency === null || publishedAt === null) return null;
  return html`<p class="quiet emergency-note">本信息因情况紧急，于 ${momentText(publishedAt)} 应急发布，${
    emergency.review === null ? '审核正在补办。' : `已于 ${momentText(emergency.review.at)} 补办审核。`
  }</p>
`;
}

/** 更正说明, the newest first. */
export function corrections({ publication }: PublishedItem): Html | null {
  if (publication.corrections.length === 0) return null;
  return html`<section class="corrections" aria-labelledby="corrections"><h2 id="corrections">更正说明</h2><ul>${publication.corrections
    .toReversed()
    .map(
      ({ at, scale, note }) =>
        html`<li><time datetime="${at.toString()}">${momentText(at)}</time>　${CHANGE_SCALE_LABEL[scale]}：${note}</li>`,
    )}</ul></section>
`;
}
