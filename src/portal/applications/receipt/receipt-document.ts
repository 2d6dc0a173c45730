import type { DocumentBlock, OfficialDocument } from '../../../views/official-document/official-document.ts';
import { factTable } from '../printed-facts.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { minuteText, nextStepSentences } from './receipt-facts.ts';

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

/** 登记回执, to be printed or kept: the one place besides the page on which the password stands. */
export function receiptDocument(facts: ReceiptFacts): OfficialDocument {
  const { agency, number, queryCode, password, lodgedAt, subject, caseName } = facts;
  return {
    title: ['政府信息公开申请', '登记回执'],
    issuer: agency.name,
    blocks: [
      paragraph(`${agency.name}已经登记您提出的${caseName}。`),
      {
        kind: 'table',
        table: factTable('receipt', '登记回执', [
          [
            { name: '登记编号', value: number },
            { name: '提交时间', value: minuteText(lodgedAt) },
          ],
          [
            { name: '查询码', value: queryCode },
            { name: '查询密码', value: password },
          ],
          [{ name: '申请内容', value: subject }],
        ]),
      },
      ...nextStepSentences(facts).map(paragraph),
      paragraph(
        '凭查询码和密码可以在本网站“依申请公开—查询办理进度”查看进度和到期日、下载答复、补正或者撤回申请。请妥善保管，不要告诉别人。',
      ),
    ],
  };
}
