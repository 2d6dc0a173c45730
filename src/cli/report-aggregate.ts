import { openExamination } from '../annual-report/examination/examination.ts';
import { aggregateReports } from '../annual-report/rules/aggregate.ts';
import { reportJsonOf } from '../annual-report/rules/interchange.ts';
import type { AnnualReport } from '../annual-report/rules/report.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { inOrder } from './in-order.ts';
import { AHEAD, readersFor, readInputFile } from './input-file.ts';
import { readOptions } from './options.ts';
import { writeWhole } from './write-whole.ts';

const USAGE = 'report aggregate 文件... --agency 机关名称 --year 年份 [--out 输出文件.json]';

/** A report year as an option. */
export function readYearOption(value: string | undefined): number {
  if (value === undefined || !/^\d{4}$/.test(value)) throw new Refusal('要用 --year 写明年份，例如 --year 2023');
  return Number(value);
}

export const reportAggregate: Command = {
  name: 'report aggregate',
  usage: USAGE,
  summary: '把各单位的年度报告逐格相加，成为汇总报告；缺的、读不出的格没有合计，空白按 0 并说明',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      agency: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string', short: 'o' },
    });
    if (positionals.length === 0 || values.agency === undefined)
      throw new Refusal(`要写各单位的报告文件和 --agency 机关名称，用法：gongkai ${USAGE}`);
    const year = readYearOption(values.year);
    if (values.out !== undefined && !values.out.endsWith('.json'))
      throw new Refusal(`汇总写成 JSON，输出文件“${values.out}”请以 .json 结尾`);
    const examination = openExamination(readersFor(positionals));
    try {
      const parts: { file: string; report: AnnualReport }[] = [];
      const read = async (path: string) => {
        const input = await readInputFile(path, terminal);
        return input.ok ? examination.read(input.value) : input;
      };
      for await (const [path, one] of inOrder(positionals, AHEAD, read)) {
        if (!one.ok) throw new Refusal(`${one.problem.file}：${one.problem.message}`);
        parts.push({ file: path, report: one.value.report });
      }
      const aggregated = aggregateReports(parts, { agency: values.agency, year });
      if (!aggregated.ok) throw new Refusal(aggregated.problem);
      const { report, unread, blank } = aggregated.value;
      const text = `${JSON.stringify(reportJsonOf(report), null, 2)}\n`;
      if (values.out === undefined) terminal.out(text);
      else {
        await writeWhole(values.out, text);
        terminal.err(`已写入 ${values.out}。\n`);
      }
      for (const { name, files } of unread)
        terminal.err(`“${name}”没有合计：${files.join('、')} 缺这一格或者没有读出，请核对原报告。\n`);
      for (const { name, files } of blank)
        terminal.err(`“${name}”在 ${files.join('、')} 里是空白或者划杠，按 0 合计，请核对。\n`);
      return unread.length > 0 ? 1 : 0;
    } finally {
      examination.close();
    }
  },
};
