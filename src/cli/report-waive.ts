import { readWaivers } from '../annual-report/rules/waiver.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { addToWaiverFile } from './waiver-file.ts';

const USAGE = 'report waive 指纹 --by 姓名 --reason 理由 --waivers 豁免文件';

export const reportWaive: Command = {
  name: 'report waive',
  usage: USAGE,
  summary: '记下某条审核结果核对过、不用改的理由；指纹见 report audit --json 的 fingerprint',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      by: { type: 'string' },
      reason: { type: 'string' },
      waivers: { type: 'string' },
    });
    const [fingerprint] = positionals;
    if (fingerprint === undefined || values.waivers === undefined)
      throw new Refusal(`缺少指纹或豁免文件，用法：gongkai ${USAGE}`);
    const on = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
    const waivers = readWaivers([{ fingerprint, by: values.by ?? '', reason: values.reason ?? '', on }]);
    if (!waivers.ok) throw new Refusal(`指纹、姓名、理由都要写全，用法：gongkai ${USAGE}`);
    await addToWaiverFile(values.waivers, waivers.value[0]!);
    terminal.out(`已记入 ${values.waivers}。\n`);
    return 0;
  },
};
