import { openExamination } from '../annual-report/examination/examination.ts';
import type { Examination } from '../annual-report/examination/examination.ts';
import { diffHtml } from '../annual-report/render/diff/diff-html.ts';
import { diffText } from '../annual-report/render/diff/diff-text.ts';
import { compareReports } from '../annual-report/rules/comparison/compare-reports.ts';
import type { AnnualReport } from '../annual-report/rules/report.ts';
import { Refusal } from './command.ts';
import type { Command, Terminal } from './command.ts';
import { readInputFile } from './input-file.ts';
import { readOptions } from './options.ts';
import { writeWhole } from './write-whole.ts';

const USAGE = 'report diff 旧报告 新报告 [--json | --html 输出文件]';

async function readOne(examination: Examination, path: string, terminal: Terminal): Promise<AnnualReport> {
  const input = await readInputFile(path, terminal);
  const read = input.ok ? await examination.read(input.value) : input;
  if (!read.ok) throw new Refusal(`${read.problem.file}：${read.problem.message}`);
  return read.value.report;
}

export const reportDiff: Command = {
  name: 'report diff',
  usage: USAGE,
  summary: '比较两份年度报告（两年，或两个机关）：数字的变化、异常的跳动、文字的改动和重复率',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, html: { type: 'string' } });
    const [olderPath, newerPath, ...others] = positionals;
    if (olderPath === undefined || newerPath === undefined || others.length > 0)
      throw new Refusal(`要写两个报告文件，旧的在前，用法：gongkai ${USAGE}`);
    const examination = openExamination(2);
    try {
      const [older, newer] = await Promise.all([
        readOne(examination, olderPath, terminal),
        readOne(examination, newerPath, terminal),
      ]);
      const comparison = compareReports(older, newer);
      if (values.html !== undefined) {
        await writeWhole(values.html, diffHtml(comparison).markup);
        terminal.err(`已写入 ${values.html}。\n`);
      }
      if (values.json === true) terminal.out(`${JSON.stringify(comparison)}\n`);
      else if (values.html === undefined) terminal.out(`${diffText(comparison)}\n`);
      return 0;
    } finally {
      examination.close();
    }
  },
};
