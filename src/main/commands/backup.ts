import { existsSync } from 'node:fs';
import type { Command } from '../../cli/command.ts';
import { Refusal } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { BackupRefusal } from '../../platform/backup/refusal.ts';
import { findUsedTable } from '../../platform/backup/tables.ts';
import { writeBackup } from '../../platform/backup/write-backup.ts';
import { openSealedFiles } from '../../platform/files/file-store.ts';
import { configurationFrom, fileFolderOf, openUnmigrated } from '../installation.ts';

const NOTHING = '这里没有可以备份的数据，请核对 --data 或 DATABASE_URL';

export const backup: Command = {
  name: 'backup',
  usage: 'backup 备份文件 [--data 文件夹]',
  summary: '把全部数据和上传的文件写入一个备份文件（网站可以继续运行；不含密钥，密钥要另行保管）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [out] = positionals;
    if (out === undefined || positionals.length > 1)
      throw new Refusal('请写明一个备份文件的名称，例如 gongkai backup 2026-11-25.tar');
    const configuration = configurationFrom(terminal.environment, values.data);
    if (configuration.databaseUrl === null && !existsSync(configuration.dataFolder)) throw new Refusal(NOTHING);
    const database = await openUnmigrated(configuration);
    try {
      if ((await findUsedTable(database.queries)) === undefined) throw new Refusal(NOTHING);
      const files = await openSealedFiles(fileFolderOf(configuration));
      const summary = await writeBackup(out, { queries: database.queries, files, now: Temporal.Now.instant() });
      const rows = Object.values(summary.tables).reduce((sum, count) => sum + count, 0);
      terminal.out(`已备份到 ${out}：${rows} 条记录，${summary.files} 个文件。密钥不在其中，请另行保管。\n`);
      return 0;
    } catch (error) {
      if (error instanceof BackupRefusal) throw new Refusal(error.message, { cause: error });
      throw error;
    } finally {
      await database.close();
    }
  },
};
