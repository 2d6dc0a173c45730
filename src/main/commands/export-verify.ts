import { Refusal } from '../../cli/command.ts';
import type { Command } from '../../cli/command.ts';
import { readInputFile } from '../../cli/input-file.ts';
import { readOptions } from '../../cli/options.ts';
import { verifyPackage } from '../../publishing/press/verify-package.ts';
import { PACKAGE_SCOPE_LABEL } from '../../publishing/rules/exchange/manifest.ts';

export const exportVerify: Command = {
  name: 'export verify',
  usage: 'export verify 报送包.zip --key 公钥',
  summary: '核对报送包：签名是不是约定的公钥，文件是否齐全、有没有改动（不符的退出码为 1）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { key: { type: 'string' } });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1 || values.key === undefined)
      throw new Refusal('请写明一个报送包和公钥，例如 gongkai export verify gongkai-000001.zip --key MCow…');
    const file = await readInputFile(path, terminal);
    if (!file.ok) throw new Refusal(`${file.problem.file}：${file.problem.message}`);
    const verified = await verifyPackage(file.value.bytes, values.key);
    if (!verified.ok) {
      terminal.out(`${path}：${verified.problem}\n`);
      return 1;
    }
    const { scope, items, withdrawals, files } = verified.value;
    terminal.out(
      `${path}：签名和 ${files.length} 个文件都相符，${PACKAGE_SCOPE_LABEL[scope]}，信息 ${items} 条，撤下 ${withdrawals} 条。\n`,
    );
    return 0;
  },
};
