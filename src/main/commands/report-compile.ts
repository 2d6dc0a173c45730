import { extname } from 'node:path';
import { compileReport } from '../../annual-report/actions/compile-report.ts';
import { reportPress } from '../../annual-report/press/press.ts';
import { findReportFormat, REPORT_FORMATS } from '../../annual-report/render/report-formats.ts';
import { reportJsonOf } from '../../annual-report/rules/interchange.ts';
import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { readYearOption } from '../../cli/report-aggregate.ts';
import { writeWhole } from '../../cli/write-whole.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { openPress } from '../../platform/press/press.ts';
import { configurationFrom, openMigrated, today } from '../installation.ts';

const USAGE = 'report compile --agency 机构编码 --year 年份 [--out 输出文件.{json,html,docx,pdf,xlsx}] [--data 文件夹]';

export const reportCompile: Command = {
  name: 'report compile',
  usage: USAGE,
  summary: '从登记簿编制一个机关一年的年度报告：每一格由登记的申请、案件和填报的数据计数',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      agency: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string', short: 'o' },
      data: { type: 'string' },
    });
    const year = readYearOption(values.year);
    const code = findAgencyCode(values.agency ?? '');
    if (code === undefined || positionals.length > 0)
      throw new Refusal(`要用 --agency 写明机构编码，例如 990101-001，用法：gongkai ${USAGE}`);
    const format = values.out === undefined ? 'json' : findReportFormat(extname(values.out).slice(1));
    if (format === undefined)
      throw new Refusal(`输出文件“${values.out!}”的类型不支持，可用的类型有 ${Object.keys(REPORT_FORMATS).join('、')}`);
    const database = await openMigrated(configurationFrom(terminal.environment, values.data));
    try {
      const compiled = await compileReport(database.queries, code, year, today());
      if (!compiled.ok) throw new Refusal(compiled.problem);
      const { report } = compiled.value;
      if (values.out === undefined) {
        terminal.out(`${JSON.stringify(reportJsonOf(report), null, 2)}\n`);
        return 0;
      }
      const press = openPress(terminal.environment['GONGKAI_FONTS'] ?? null);
      try {
        await writeWhole(values.out, (await reportPress(press).report(report, format)).bytes);
      } finally {
        press.close();
      }
      terminal.err(`已写入 ${values.out}。\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
