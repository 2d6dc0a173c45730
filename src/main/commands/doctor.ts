import type { Command } from '../../cli/command.ts';
import { Refusal } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { CHECKS } from '../doctor/index.ts';
import { configurationFrom, openMigrated } from '../installation.ts';
import type { JournalAnchor } from '../../people/store/journal.store.ts';

function readAnchor(text: string | undefined): JournalAnchor | null {
  if (text === undefined) return null;
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new Refusal(`--anchor 的值不对，请照抄以前 gongkai doctor 显示的“条数:校验值”`);
  return { position: Number(position), hash };
}

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data 文件夹] [--anchor 条数:校验值]',
  summary: '检查数据库结构、操作日志的连环校验等；有问题时退出状态为 1（--anchor 与以前抄下的日志末尾核对）',
  run: async (args, terminal) => {
    const { values } = readOptions(args, { data: { type: 'string' }, anchor: { type: 'string' } });
    const anchor = readAnchor(values.anchor);
    const configuration = configurationFrom(terminal.environment, values.data);
    const database = await openMigrated(configuration);
    try {
      let found = false;
      for (const check of CHECKS) {
        const verdict = await check.run({ configuration, database, anchor });
        found ||= !verdict.ok;
        terminal.out(`${verdict.ok ? '正常' : '有问题'}　${check.name}：${verdict.sentence}\n`);
      }
      return found ? 1 : 0;
    } finally {
      await database.close();
    }
  },
};
