import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { createSandbox } from '../platform/sandbox/sandbox.ts';
import type { CatalogueAnswer } from '../publishing/examination/catalogue-job.ts';
import { coverageOf } from '../publishing/rules/catalogue/catalogue-entry.ts';
import type { Catalogue } from '../publishing/rules/catalogue/catalogue-entry.ts';
import { deadlineDay, deadlineText } from '../publishing/rules/catalogue/deadline.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readInputFile } from './input-file.ts';
import { readDateOption, readOptions } from './options.ts';
import { refuseOutside } from './workday.ts';

const USAGE = 'catalogue read 文件.xlsx [--event 年-月-日] [--json]';
const LIMITS = { seconds: 20, mebibytes: 500 } as const;

function describe({ entries, remarks }: Catalogue, event: Temporal.PlainDate | null): string {
  const lines = entries.map(entry => {
    const due = event === null ? null : deadlineDay(entry.deadline, event, NATIONAL_CALENDAR);
    const name = [entry.field, entry.firstItem, entry.secondItem].filter(part => part !== '').join(' / ');
    return `${name}\n    ${entry.publisher}；${deadlineText(entry.deadline)}${due === null ? '' : `，${due.toString()}`}`;
  });
  const coverage = coverageOf(entries).map(row => `  ${row.field}：县级 ${row.county}，乡级 ${row.township}`);
  const mended = remarks.map(({ field, line, message }) => `  ${field}第${line}行：${message}`);
  return [
    ...lines,
    `共 ${entries.length} 项`,
    '各领域、层级的事项数',
    ...coverage,
    ...(mended.length === 0 ? [] : ['读取时的说明', ...mended]),
  ].join('\n');
}

export const catalogueRead: Command = {
  name: 'catalogue read',
  usage: USAGE,
  summary: '读取基层政务公开标准目录（XLSX，“-”为标准输入），列出事项、期限、覆盖情况；写出事件的日期就算出公开期限',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, event: { type: 'string' } });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Refusal(`要写一个文件名，用法：gongkai ${USAGE}`);
    const event = values.event === undefined ? null : readDateOption('--event', values.event);
    if (event !== null) refuseOutside(NATIONAL_CALENDAR, event);
    const input = await readInputFile(path, terminal);
    if (!input.ok) throw new Refusal(`${input.problem.file}：${input.problem.message}`);
    const sandbox = createSandbox<Uint8Array, CatalogueAnswer>({
      module: new URL('../publishing/examination/catalogue-job.ts', import.meta.url),
      limits: LIMITS,
      processes: 1,
      waiting: 1,
    });
    try {
      const outcome = await sandbox.run(input.value.bytes);
      if (outcome.kind !== 'done') throw new Refusal(`${path}：文件过于复杂，没有读完，请只保留目录所在的工作表后重试`);
      if (outcome.value.kind === 'unreadable') throw new Refusal(`${path}：${outcome.value.message}`);
      const { catalogue } = outcome.value;
      if (values.json === true) {
        const entries = catalogue.entries.map(entry => ({
          ...entry,
          due: event === null ? null : (deadlineDay(entry.deadline, event, NATIONAL_CALENDAR)?.toString() ?? null),
        }));
        const answer = { entries, coverage: coverageOf(catalogue.entries), remarks: catalogue.remarks };
        terminal.out(`${JSON.stringify(answer)}\n`);
      } else terminal.out(`${describe(catalogue, event)}\n`);
      return catalogue.remarks.length === 0 ? 0 : 1;
    } finally {
      sandbox.close();
    }
  },
};
