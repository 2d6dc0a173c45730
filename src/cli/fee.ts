import { FEE_SCALE_LABEL, feeExplanation, feeOf, MOST_UNITS } from '../applications/rules/fee.ts';
import { citationText } from '../law/citation.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

const USAGE = 'fee --items 件数 [--before 本月此前件数] | --pages 页数 [--json]';

function readQuantity(option: string, text: string): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new Refusal(`${option} 应为不小于0的整数，写的是“${text.slice(0, 40)}”`);
  if (value > MOST_UNITS) throw new Refusal(`${option} 的 ${value} 超过 ${MOST_UNITS} 的上限，请核对数量`);
  return value;
}

export const fee: Command = {
  name: 'fee',
  usage: USAGE,
  summary: '政府信息公开信息处理费，逐级列出算法',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      items: { type: 'string' },
      before: { type: 'string' },
      pages: { type: 'string' },
      json: { type: 'boolean' },
    });
    const choice = citationText({ source: 'processing-fee', article: 3 });
    if (positionals.length > 0) throw new Refusal(`“${positionals[0]!.slice(0, 40)}”是多余的，用法：gongkai ${USAGE}`);
    if (values.items !== undefined && values.pages !== undefined)
      throw new Refusal(`一件申请只能按件或者按量计收，--items 和 --pages 请只写一个（${choice}）`);
    if (values.items === undefined && values.pages === undefined)
      throw new Refusal(`没有写件数或者页数，用法：gongkai ${USAGE}`);
    if (values.before !== undefined && values.items === undefined)
      throw new Refusal('--before 只用于按件计收；按量计收只看本件申请的页数，不累计');
    const scale = values.items === undefined ? 'by-page' : 'by-item';
    const quantity =
      values.items === undefined ? readQuantity('--pages', values.pages!) : readQuantity('--items', values.items);
    const before = values.before === undefined ? 0 : readQuantity('--before', values.before);
    if (quantity + before > MOST_UNITS) throw new Refusal(`件数合计超过 ${MOST_UNITS} 的上限，请核对数量`);
    const result = feeOf(scale, quantity, before);
    const basis = citationText(result.basis);
    const explanation = feeExplanation(result);
    if (values.json === true) {
      const steps = result.lines.map(({ from, to, count, yuanEach, yuan, text }) => ({
        from,
        to,
        count,
        yuanEach,
        yuan,
        text,
      }));
      const answer = {
        scale,
        scaleName: FEE_SCALE_LABEL[scale],
        quantity,
        before,
        yuan: result.yuan,
        steps,
        explanation,
        basis,
      };
      terminal.out(`${JSON.stringify(answer)}\n`);
    } else terminal.out(`${result.yuan}元\n${explanation.map(line => `  ${line}`).join('\n')}\n  依据：${basis}\n`);
    return 0;
  },
};
