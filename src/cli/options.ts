import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from './command.ts';

/** Command-line options parsed strictly; an unknown or incomplete one is refused with a Chinese sentence. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const option = /'(--?[\w-]+)/.exec(message)?.[1] ?? '';
    const missing = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    throw new Refusal(
      missing
        ? `选项 ${option} 的用法不对，请运行 gongkai help 查看`
        : `不认识的选项 ${option}，请运行 gongkai help 查看可用选项`,
    );
  }
}

/** A date as YYYY-MM-DD. */
export function readDateOption(option: string, value: string): Temporal.PlainDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new RangeError(value);
    return Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch {
    throw new Refusal(`${option} 的日期“${value}”不对，请写成 2024-01-31 这样的年-月-日`);
  }
}
