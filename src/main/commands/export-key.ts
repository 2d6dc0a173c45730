import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { publicKeyText } from '../../publishing/press/write-package.ts';
import { configurationFrom } from '../installation.ts';
import { withExchange } from './open-exchange.ts';

export const exportKey: Command = {
  name: 'export key',
  usage: 'export key [--data 文件夹]',
  summary: '显示报送包签名的公钥，交给接收的平台',
  run: async (args, terminal) => {
    const { values } = readOptions(args, { data: { type: 'string' } });
    await withExchange(configurationFrom(terminal.environment, values.data), async ({ key }) => {
      terminal.out(`${publicKeyText(key)}\n`);
    });
    return 0;
  },
};
