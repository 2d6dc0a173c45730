import type { Agency } from '../../people/rules/agency.ts';
import { ATTRIBUTE_LABEL } from '../../publishing/rules/attribute.ts';
import { issueText } from '../../publishing/rules/gazette.ts';
import { INTERPRETATION_FORM_LABEL } from '../../publishing/rules/interpretation.ts';
import { validityOn } from '../../publishing/rules/validity.ts';
import type { PublishedItem } from '../../publishing/store/item.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { validityTag } from '../items/item-list.ts';
import { momentText } from '../items/moment-text.ts';

type HeaderFact = { readonly term: string; readonly detail: HtmlValue };

const given = (term: string, detail: HtmlValue): readonly HeaderFact[] =>
  detail === null || detail === undefined || detail === '' ? [] : [{ term, detail }];

/** What only items of a kind have. */
function detailFacts({ edition: { content } }: PublishedItem): readonly HeaderFact[] {
  const { details } = content;
  switch (details.kind) {
    case 'normative':
      return [
        ...given('施行日期', details.effectiveOn.toString()),
        ...given('有效期至', details.expiresOn?.toString() ?? '长期'),
      ];
    case 'interpretation':
      return [
        ...given('解读形式', details.forms.map(form => INTERPRETATION_FORM_LABEL[form]).join('、')),
        ...given('解读人', details.interpreter),
        ...given('咨询电话', details.telephone),
      ];
    case 'leader':
      return [...given('职务', details.post), ...given('分工', details.duties)];
    case 'call-result':
      return [...given('收到意见', `${details.received} 条`), ...given('采纳意见', `${details.adopted} 条`)];
    case 'gazette':
      return [...given('期号', issueText(details)), ...given('刊载文件', `${details.contents.length} 件`)];
    case 'none':
    case 'guide':
      return [];
  }
}

/** The facts over a document, in the order of gov.cn; what an item does not have is left out. */
export function headerFacts(item: PublishedItem, agency: Agency, today: Temporal.PlainDate): readonly HeaderFact[] {
  const { line, edition } = item;
  const { content } = edition;
  const issuers = [content.issuer, ...content.jointIssuers];
  return [
    { term: '索引号', detail: line.indexNumber },
    ...given('主题分类', content.theme),
    ...given('发文机关', issuers.join('、')),
    ...given('成文日期', content.madeOn?.toString()),
    ...given('发文字号', content.documentNumber),
    {
      term: '发布日期',
      detail: html`<time datetime="${line.publishedAt!.toString()}">${momentText(line.publishedAt!)}</time>`,
    },
    ...given('公文种类', content.genre),
    ...(line.normative === null ? [] : [{ term: '有效性', detail: validityTag(validityOn(line.normative, today)) }]),
    ...detailFacts(item),
    ...given('公开方式', line.attribute === null ? null : ATTRIBUTE_LABEL[line.attribute]),
    ...given('信息来源', content.source === agency.shortName ? null : content.source),
    ...given('主题词', content.keywords.join('　')),
  ];
}

/** The header as a table of names and values, two beside each other where there is room. */
export function headerTable(facts: readonly HeaderFact[]): Html {
  return html`<dl class="item-header">
${facts.map(
  ({ term, detail }) => html`<div><dt>${term}</dt><dd>${detail}</dd></div>
`,
)}</dl>
`;
}
