import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { compactText } from './computed/compact-text.ts';

/** By which words each of the six parts is named in a list of parts. */
const PARTS = [
  { heading: '总体情况', named: /总体情况|总体概况|基本情况|概述|概况/u },
  { heading: '主动公开政府信息情况', named: /主动公开/u },
  { heading: '收到和处理政府信息公开申请情况', named: /公开申请|依申请公开/u },
  { heading: '政府信息公开行政复议、行政诉讼情况', named: /行政复议|行政诉讼/u },
  { heading: '存在的主要问题及改进情况', named: /问题/u },
  { heading: '其他需要报告的事项', named: /其他(?:需要|应当)?(?:报告|说明)?的?(?:有关|重要)?事项|其它需要/u },
] as const;
/** Parts that the reports before 2019 had and the form does not. */
const FORMER = /收费(?:及|和)?减免|申诉(?:的)?情况|咨询处理|载体建设|重点领域(?:信息)?公开情况|附表/u;
const COUNT = /(?<!第)([二三四五六七八九十\d]{1,2})(?:个|大)?部分/u;
const SIX = new Set(['六', '6']);
/** From so many parts named on, a sentence is the list. */
const IS_A_LIST = 3;

function listFaults(sentence: string, place: Pick<Found, 'where' | 'quote' | 'span'>): Found[] {
  const lacking = PARTS.filter(({ named }) => !named.test(sentence));
  const isList = PARTS.length - lacking.length >= IS_A_LIST;
  const count = COUNT.exec(sentence)?.[1];
  const former = FORMER.exec(sentence)?.[0];
  const suggestion =
    '改为格式规定的六个部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项';
  if (former !== undefined && (isList || count !== undefined))
    return [
      {
        level: 'warning',
        ...place,
        message: `前言所列的“${former}”是2019年以前的旧格式，现行格式没有这一部分`,
        suggestion,
      },
    ];
  // 「…等」 leaves the list open.
  if (isList && lacking.length > 0 && (count !== undefined || !sentence.includes('等'))) {
    const names = lacking.map(({ heading }) => `“${heading}”`).join('、');
    return [{ level: 'warning', ...place, message: `前言列举的组成部分缺少${names}`, suggestion }];
  }
  if (count !== undefined && !SIX.has(count) && /(?:报告|全文)/u.test(sentence))
    return [
      { level: 'warning', ...place, message: `前言说报告分为${count}个部分，而格式规定的是六个部分`, suggestion },
    ];
  if (lacking.length === 0 && /行政复议(?:和|及|与)行政诉讼/u.test(sentence))
    return [
      {
        level: 'notice',
        ...place,
        message: '前言所列第四部分的名称与标题不一致，标题是“政府信息公开行政复议、行政诉讼情况”',
        suggestion: '改为“政府信息公开行政复议、行政诉讼情况”',
      },
    ];
  return [];
}

/** Where the preface lists the parts of the report, it lists the six of the form. */
export const sectionList = defineAudit({
  id: 'section-list',
  title: '前言列举的组成部分与六个部分一致',
  basis: { source: 'report-form-2021' },
  needs: ['sections', 'year'],
  audit: ({ sections }) => {
    if ((sections.preface ?? '') === '') return notAssessable('没有读到前言');
    const { text, spanOf } = compactText(sections.preface ?? '');
    const found = [...text.matchAll(/[^。\n]+/gu)].flatMap(({ 0: sentence, index }) =>
      /部分|组成|包括|内容/u.test(sentence)
        ? listFaults(sentence, { where: 'preface', quote: sentence, span: spanOf(index, index + sentence.length) })
        : [],
    );
    return checked(found.slice(0, 1));
  },
});
