import type { Command } from '../../cli/command.ts';
import { Refusal } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { BackupRefusal } from '../../platform/backup/refusal.ts';
import { restoreBackup } from '../../platform/backup/restore-backup.ts';
import { openSealedFiles } from '../../platform/files/file-store.ts';
import { configurationFrom, fileFolderOf, openUnmigrated } from '../installation.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'restore 备份文件 [--data 文件夹]',
  summary: '把备份恢复到空的数据目录或空的数据库（已有数据的不会改动；之后放回原来的密钥再启动）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [input] = positionals;
    if (input === undefined || positionals.length > 1)
      throw new Refusal('请写明一个备份文件，例如 gongkai restore 2026-11-25.tar --data 新目录');
    const configuration = configurationFrom(terminal.environment, values.data);
    const database = await openUnmigrated(configuration);
    try {
      const files = await openSealedFiles(fileFolderOf(configuration));
      const { manifest, summary } = await restoreBackup(input, { database, files });
      const rows = Object.values(summary.tables).reduce((sum, count) => sum + count, 0);
      const keys = manifest.sealingKeys.join('、');
      const made = Temporal.Instant.from(manifest.createdAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime();
      terminal.out(
        `已恢复 ${made.toString({ smallestUnit: 'minute' }).replace('T', ' ')} 的备份：${rows} 条记录，${summary.files} 个文件。` +
          (keys === '' ? '\n' : `请把原来的密钥（编号 ${keys}）放到 secrets/seal.key 或 GONGKAI_KEY，再启动。\n`),
      );
      return 0;
    } catch (error) {
      if (error instanceof BackupRefusal) throw new Refusal(error.message, { cause: error });
      throw error;
    } finally {
      await database.close();
    }
  },
};
