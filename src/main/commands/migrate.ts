import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { configurationFrom, openMigrated } from '../installation.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--data 文件夹]',
  summary: '把数据库升级到本版本',
  run: async (args, terminal) => {
    const { values } = readOptions(args, { data: { type: 'string' } });
    const database = await openMigrated(configurationFrom(terminal.environment, values.data));
    await database.close();
    terminal.out('数据库已是本版本的结构。\n');
    return 0;
  },
};
