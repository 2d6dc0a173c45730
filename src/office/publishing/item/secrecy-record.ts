import type { ActOf, Entry } from '../../../publishing/rules/publication-log.ts';
import {
  CARRIER_LABEL,
  PERSONAL_DATA_WAY_LABEL,
  RELEASE_CHANNEL_LABEL,
  SECRECY_ANSWER_LABEL,
  SECRECY_CONCLUSION_LABEL,
  SECRECY_QUESTION_LABEL,
  SECRECY_QUESTIONS,
} from '../../../publishing/rules/secrecy-form.ts';
import type { Content } from '../../../publishing/rules/content.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { instantText } from '../../instant-text.ts';
import { actorName } from './act-words.ts';
import type { ActNames } from './act-words.ts';
import type { ItemContext } from './item-context.ts';

export type SecrecyEntry = Entry & { readonly act: ActOf<'secrecy-reviewed'> };

/** The 保密审查 of an item by its place in the log; undefined where there is none. */
export function findSecrecyReview(log: readonly Entry[], sequence: number): SecrecyEntry | undefined {
  const entry = log.find(one => one.sequence === sequence);
  return entry?.act.kind === 'secrecy-reviewed' ? { ...entry, act: entry.act } : undefined;
}

/** A 保密审查表 as it was filled in, for reading and for printing. `reviewed` is the edition that it is about. */
export function secrecyRecordMain(
  { file }: ItemContext,
  { at, by, act }: SecrecyEntry,
  reviewed: Content,
  names: ActNames,
): Html {
  const { form, ticked, conclusion, contentHash, edition } = act;
  const titles = reviewed.attachments.map(
    ({ id, title }) => `${title}（${ticked.includes(id) ? '已审查' : '未审查'}）`,
  );
  return html`<h1>保密审查表</h1>
<section class="card">${descriptionList([
    { term: '信息名称', detail: reviewed.title },
    { term: '文号', detail: reviewed.documentNumber ?? '无' },
    { term: '索引号', detail: file.registration.indexNumber },
    { term: '拟公开信息单位', detail: reviewed.issuer },
    { term: '载体形式', detail: CARRIER_LABEL[form.carrier] },
    { term: '拟公开方式', detail: form.channels.map(channel => RELEASE_CHANNEL_LABEL[channel]).join('、') },
    { term: '附件', detail: titles.length === 0 ? '无' : titles.join('；') },
    { term: '已定密或者含密件内容', detail: form.classified ? '是' : '否' },
    ...SECRECY_QUESTIONS.map(question => ({
      term: SECRECY_QUESTION_LABEL[question],
      detail: SECRECY_ANSWER_LABEL[form.answers[question]],
    })),
    { term: '个人信息的处理', detail: PERSONAL_DATA_WAY_LABEL[form.personalData] },
    { term: '审查结论', detail: SECRECY_CONCLUSION_LABEL[conclusion] },
    { term: '审查意见', detail: form.opinion === '' ? '无' : form.opinion },
    { term: '审查人', detail: actorName(by, names) },
    { term: '审查时间', detail: instantText(at) },
    { term: '审查的稿件', detail: html`第 ${edition} 稿<span class="quiet hash">内容校验值 ${contentHash}</span>` },
  ])}</section>
<p class="quiet">这张表只对所列稿件的内容和附件有效；稿件修改以后要重新审查。</p>
`;
}
