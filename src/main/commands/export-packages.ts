import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { writeWhole } from '../../cli/write-whole.ts';
import { makePackage } from '../../publishing/actions/make-package.ts';
import type { MadePackage } from '../../publishing/actions/make-package.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { configurationFrom } from '../installation.ts';
import { withExchange } from './open-exchange.ts';

const fileNameOf = ({ package: { number } }: MadePackage): string => `gongkai-${String(number).padStart(6, '0')}.zip`;

export const exportPackages: Command = {
  name: 'export',
  usage: 'export 文件夹 [--full] [--data 文件夹]',
  summary: '生成报送省级平台的签名数据包：默认只含对方还没有接收的，--full 为全部',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { full: { type: 'boolean' }, data: { type: 'string' } });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1)
      throw new Refusal('请写明一个存放报送包的文件夹，例如 gongkai export 报送');
    const configuration = configurationFrom(terminal.environment, values.data);
    const scope = values.full === true ? 'full' : 'changes';
    await withExchange(configuration, async deps => {
      await mkdir(folder, { recursive: true });
      let after = 0;
      for (let more = true; more;) {
        const made = await makePackage(deps, { kind: 'system' }, { scope, after, way: 'file' });
        if (!made.ok) throw new Refusal(made.problem);
        if (made.value === null) {
          if (after === 0) terminal.out('没有需要报送的信息。\n');
          return;
        }
        const { id, file, items, withdrawals } = made.value.package;
        const path = join(folder, fileNameOf(made.value));
        await writeWhole(path, await deps.files.read(findFileId(file)!));
        terminal.out(`${path}：信息 ${items} 条，撤下 ${withdrawals} 条，编号 ${id}\n`);
        ({ upTo: after, more } = made.value);
      }
    });
    return 0;
  },
};
