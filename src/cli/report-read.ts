import { openExamination } from '../annual-report/examination/examination.ts';
import { reportJsonOf } from '../annual-report/rules/interchange.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { inOrder } from './in-order.ts';
import { AHEAD, readersFor, readInputFile } from './input-file.ts';
import { readOptions } from './options.ts';
import { describeReport } from './report-text.ts';

export const reportRead: Command = {
  name: 'report read',
  usage: 'report read 文件... [--json]',
  summary: '把一份或多份年度报告读成数据（HTML、DOCX、PDF、XLSX、TXT、Markdown、JSON，“-”为标准输入）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    if (positionals.length === 0) throw new Refusal('没有写文件名，用法：gongkai report read 文件... [--json]');
    const examination = openExamination(readersFor(positionals));
    try {
      const answers: object[] = [];
      let unusable = false;
      const readOne = async (path: string) => {
        const input = await readInputFile(path, terminal);
        return input.ok ? examination.read(input.value) : input;
      };
      for await (const [path, read] of inOrder(positionals, AHEAD, readOne)) {
        if (read.ok) {
          const { report, format } = read.value;
          answers.push({ file: path, ...reportJsonOf(report), format });
          if (values.json !== true) terminal.out(`${describeReport(path, report)}\n`);
        } else {
          unusable = true;
          answers.push({ file: path, error: read.problem.message });
          terminal.err(`${read.problem.file}：${read.problem.message}。\n`);
        }
      }
      const nothing = unusable && positionals.length === 1;
      if (values.json === true && !nothing)
        terminal.out(`${JSON.stringify(positionals.length === 1 ? answers[0] : answers)}\n`);
      return unusable ? 2 : 0;
    } finally {
      examination.close();
    }
  },
};
