import { valueAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { compactText } from './computed/compact-text.ts';

/** The measures on the processing fee are in force from 1 January 2021. */
const FIRST_YEAR_OF_THE_FEE = 2021;
const YUAN_PER_WAN = 10_000;

const MENTION =
  /信息(?:公开)?处理费|收费通知|(?:收取|产生|发生|免收|减免|收到)[^。；，\n]{0,20}费|收费(?:及|和|、)?减免|(?:无|未|没有|公开)收费|收费情况/u;
const FIGURE = /\d|[零〇]|未|无|没有|均为|不存在|不收/u;

const NO_NOTICE =
  /(?:未|没有|无)(?:制发|发出|发放|出具|送达|下达|开具)?过?(?:任何)?(?:信息(?:公开)?处理费)?收费通知|收费通知[^。；\n]{0,40}(?:均|都|全部)?为(?:0|零|〇)/u;
const NOTICES =
  /收费通知(?:书)?(?:的)?(?:件数|数量|总数)(?:为|共|共计|合计|[：:])?(\d+)|收费通知(?:书)?(?:共|共计|合计|[：:])?(\d+)(?:件|份|次|张|个)/u;
const NOTICES_BEFORE = /(\d+)(?:件|份|次|张|个)(?:信息(?:公开)?处理费)?收费通知/u;
const NOTIFIED_SUM = /(?<!收取)(?<!收取的)总金额(?:为|共|共计|合计|[：:])?([\d.,]+)(万)?元/u;
const RECEIVED_SUM =
  /(?:实际)收取(?:的)?(?:信息(?:公开)?处理费)?(?:总)?(?:金额|费用)?(?:为|共|共计|合计|[：:])?([\d.,]+)(万)?元/u;

type Statement = { readonly notices?: number; readonly notified?: number; readonly received?: number };

function yuanIn(pattern: RegExp, text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const amount = Number(match[1]!.replaceAll(',', ''));
  return Number.isNaN(amount) ? undefined : amount * (match[2] === undefined ? 1 : YUAN_PER_WAN);
}

/** What the prose says about the fee: notices sent, their sum and what was received, in yuan. */
function statementIn(text: string): Statement {
  const match = NOTICES.exec(text) ?? NOTICES_BEFORE.exec(text);
  const counted = match?.[1] ?? match?.[2];
  const notices = counted === undefined ? (NO_NOTICE.test(text) ? 0 : undefined) : Number(counted);
  const notified = yuanIn(NOTIFIED_SUM, text);
  const received = yuanIn(RECEIVED_SUM, text);
  return {
    ...(notices === undefined ? {} : { notices }),
    ...(notified === undefined ? {} : { notified }),
    ...(received === undefined ? {} : { received }),
  };
}

function contradictions(
  facts: Pick<ReportFacts, 'cells'>,
  { notices, notified, received }: Statement,
): readonly string[] {
  const unpaid = valueAt(facts, 'table3.closed.fee-unpaid.total');
  const fee = valueAt(facts, 'table2.administrativeFee.amountWan');
  return [
    ...(unpaid !== null && notices !== undefined && notices < unpaid
      ? [
          `表三有${unpaid}件逾期未缴费不再处理，文字却说收费通知${notices}件（上年末发出的通知除外，应不少于${unpaid}件）`,
        ]
      : []),
    ...(notified !== undefined && received !== undefined && received > notified
      ? [`实际收取${received}元，超过了收费通知的总金额${notified}元`]
      : []),
    ...(notices === 0 && (notified ?? 0) > 0 ? [`没有发出收费通知，总金额却是${notified}元`] : []),
    ...(fee !== null && received !== undefined && received / YUAN_PER_WAN > fee + 0.01
      ? [`实际收取信息处理费${received}元，表二行政事业性收费却只有${fee}万元，信息处理费也是行政事业性收费`]
      : []),
  ];
}

/** E12: section six states the processing fee (信息处理费): notices sent, their sum, what was received; also when all are nought. */
export const feeStatement = defineAudit({
  id: 'fee-statement',
  title: '第六部分写明了收取信息处理费的情况',
  basis: { source: 'processing-fee' },
  needs: ['cells', 'sections', 'year'],
  audit: facts => {
    const { sections, year } = facts;
    if (year !== null && year < FIRST_YEAR_OF_THE_FEE)
      return notApplicable('信息处理费自2021年起收取，此前的报告不需要写');
    const six = sections['6'];
    if (six === null) return notAssessable('没有读到第六部分，无法核对信息处理费的说明');
    const { text, spanOf } = compactText(six);
    const where = 'section6';
    const suggestion = `写明“${year ?? '本'}年${year === null ? '度' : ''}，本机关发出收费通知0件，总金额0元，实际收取0元”（按实际填写，没有发生的也要写）`;
    const mention = MENTION.exec(text);
    if (mention === null) {
      const elsewhere = (['preface', '1', '2', '3', '4', '5'] as const).find(key =>
        /信息(?:公开)?处理费|收费通知/u.test(sections[key] ?? ''),
      );
      const found: Found = {
        level: elsewhere === undefined ? 'warning' : 'notice',
        where,
        quote: text.trim() === '' ? '（空白）' : text.trim().slice(0, 30),
        message:
          elsewhere === undefined
            ? '第六部分没有说明收取信息处理费的情况'
            : '收取信息处理费的情况写在了别的部分，应当写在第六部分',
        suggestion,
      };
      return checked([found]);
    }
    const sentence = text.slice(text.lastIndexOf('。', mention.index) + 1);
    const place = { where, quote: mention[0], span: spanOf(mention.index, mention.index + mention[0].length) };
    const vague: readonly Found[] = FIGURE.test(sentence)
      ? []
      : [{ level: 'notice', ...place, message: '提到了信息处理费，但没有写明件数和金额', suggestion }];
    return checked([
      ...vague,
      ...contradictions(facts, statementIn(text)).map((message): Found => ({
        level: 'warning',
        ...place,
        message,
        suggestion: '请与收费台账和表格核对',
      })),
    ]);
  },
});
