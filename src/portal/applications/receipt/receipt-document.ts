import type { DocumentBlock, OfficialDocument } from '../../../views/official-document/official-document.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { minuteText, nextStepSentences, spacedCode } from './receipt-facts.ts';

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });

/** 登记回执, to be printed or kept: the one place besides the page on which the password stands, in type that can be read out. */
export function receiptDocument(facts: ReceiptFacts): OfficialDocument {
  const { agency, number, queryCode, password, lodgedAt, subject, caseName } = facts;
  return {
    title: [caseName, '登记回执'],
    issuer: agency.name,
    blocks: [
      paragraph(`${agency.name}已经登记您提出的${caseName}。`),
      heading('一、登记'),
      paragraph(`登记编号：${number}`),
      paragraph(`提交时间：${minuteText(lodgedAt)}`),
      paragraph(`申请内容：${subject}`),
      heading('二、查询'),
      paragraph(`查询码：${spacedCode(queryCode)}`),
      paragraph(`查询密码：${spacedCode(password)}`),
      paragraph(
        '凭查询码和密码可以在本网站“依申请公开—查询办理进度”查看进度和到期日、下载答复、补正或者撤回申请。请妥善保管，不要告诉别人。',
      ),
      heading('三、接下来'),
      ...nextStepSentences(facts).map(paragraph),
    ],
  };
}
