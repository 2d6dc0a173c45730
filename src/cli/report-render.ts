import { extname } from 'node:path';
import { openExamination } from '../annual-report/examination/examination.ts';
import { reportPress } from '../annual-report/press/press.ts';
import { findReportFormat, REPORT_FORMATS } from '../annual-report/render/report-formats.ts';
import { openPress } from '../platform/press/press.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readInputFile } from './input-file.ts';
import { readOptions } from './options.ts';
import { writeWhole } from './write-whole.ts';

const USAGE = 'report render 报告文件 --out 输出文件.{html,docx,pdf,xlsx,md,txt,json}';

export const reportRender: Command = {
  name: 'report render',
  usage: USAGE,
  summary: '把报告数据（JSON，或任何能读的年度报告）排成网页、Word、PDF、Excel、Markdown 或纯文本',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { out: { type: 'string', short: 'o' } });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0 || values.out === undefined)
      throw new Refusal(`要写一个报告文件和一个输出文件，用法：gongkai ${USAGE}`);
    const format = findReportFormat(extname(values.out).slice(1));
    if (format === undefined)
      throw new Refusal(`输出文件“${values.out}”的类型不支持，可用的类型有 ${Object.keys(REPORT_FORMATS).join('、')}`);
    const examination = openExamination(1);
    const press = openPress(terminal.environment['GONGKAI_FONTS'] ?? null);
    try {
      const input = await readInputFile(path, terminal);
      const read = input.ok ? await examination.read(input.value) : input;
      if (!read.ok) throw new Refusal(`${read.problem.file}：${read.problem.message}`);
      const { bytes } = await reportPress(press).report(read.value.report, format);
      await writeWhole(values.out, bytes);
      terminal.err(`已写入 ${values.out}。\n`);
      return 0;
    } finally {
      examination.close();
      press.close();
    }
  },
};
