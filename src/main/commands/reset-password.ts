import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { resetAtTerminal } from '../../people/actions/reset-at-terminal.ts';
import { configurationFrom, openMigrated } from '../installation.ts';

export const resetPasswordCommand: Command = {
  name: 'reset-password',
  usage: 'reset-password 账号 [--data 文件夹]',
  summary: '系统管理员都不能登录时，在服务器上给一个账号换一次性密码（解除验证器，恢复使用，记入日志）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [username] = positionals;
    if (username === undefined || positionals.length > 1)
      throw new Refusal('请写一个账号，如 gongkai reset-password admin');
    const database = await openMigrated(configurationFrom(terminal.environment, values.data));
    try {
      const done = await resetAtTerminal(database.queries, username, Temporal.Now.instant());
      if (!done.ok) throw new Refusal(done.problem);
      terminal.out(`账号 ${username} 的一次性密码：${done.value}（登录后必须修改）\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
