import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { decideOnPackage } from '../../publishing/actions/decide-package.ts';
import { configurationFrom } from '../installation.ts';
import { withExchange } from './open-exchange.ts';

export const exportAccepted: Command = {
  name: 'export accepted',
  usage: 'export accepted 编号 [--receipt 回执] [--refused] [--data 文件夹]',
  summary: '登记对方已经接收（或者没有接收）一个报送包；接收了的，以后不再报送',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      receipt: { type: 'string' },
      refused: { type: 'boolean' },
      data: { type: 'string' },
    });
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) throw new Refusal('请写明一个报送包的编号，生成时已经显示');
    const state = values.refused === true ? 'refused' : 'accepted';
    await withExchange(configurationFrom(terminal.environment, values.data), async deps => {
      const decided = await decideOnPackage(deps, { kind: 'system' }, id, { state, receipt: values.receipt ?? '' });
      if (!decided.ok) throw new Refusal(decided.problem);
      const word = state === 'accepted' ? '已接收' : '没有接收';
      terminal.out(`第 ${decided.value.number} 号报送包登记为对方${word}。\n`);
    });
    return 0;
  },
};
