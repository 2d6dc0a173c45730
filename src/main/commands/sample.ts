import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { configurationFrom, openFiles, openMigrated, openSealed, today } from '../installation.ts';
import { loadSample } from '../load-sample.ts';

export const sample: Command = {
  name: 'sample',
  usage: 'sample [--data 文件夹]',
  summary: '载入虚构的示范市晴川区演示数据（重复运行不会重复载入）',
  run: async (args, terminal) => {
    const { values } = readOptions(args, { data: { type: 'string' } });
    const configuration = configurationFrom(terminal.environment, values.data);
    const database = await openMigrated(configuration);
    try {
      const sealing = await openSealed(configuration, database);
      const files = await openFiles(configuration, sealing);
      await loadSample(database, { sealing, files, now: Temporal.Now.instant, today });
      terminal.out('演示数据已载入：示范市晴川区。\n');
      return 0;
    } finally {
      await database.close();
    }
  },
};
