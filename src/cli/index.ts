import { Refusal } from './command.ts';
import type { Command, ExitStatus, Terminal } from './command.ts';

/** Commands by their words, loaded only when called: most of them need a library that the others do not. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** The commands that need no installation: they work on files. */
export const FILE_COMMANDS: Commands = {
  'report read': async () => (await import('./report-read.ts')).reportRead,
  'report audit': async () => (await import('./report-audit.ts')).reportAudit,
  'report waive': async () => (await import('./report-waive.ts')).reportWaive,
  'report diff': async () => (await import('./report-diff.ts')).reportDiff,
  'report aggregate': async () => (await import('./report-aggregate.ts')).reportAggregate,
  'report render': async () => (await import('./report-render.ts')).reportRender,
  'catalogue read': async () => (await import('./catalogue-read.ts')).catalogueRead,
  check: async () => (await import('./check.ts')).check,
  clock: async () => (await import('./clock.ts')).clock,
  workday: async () => (await import('./workday.ts')).workday,
  fee: async () => (await import('./fee.ts')).fee,
};

async function help(commands: Commands, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await Promise.all(Object.values(commands).map(load => load()));
  const lines = loaded.map(command => `  gongkai ${command.usage}\n      ${command.summary}`);
  terminal.out(`政务公开系统命令行\n\n${lines.join('\n')}\n`);
  return 0;
}

/** Runs one call of `gongkai`. Whatever goes wrong ends as exit status 2 with one sentence: never a stack trace. */
export async function runCommand(
  commands: Commands,
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const [first = 'help', second = ''] = words;
  if (first === 'help' || first === '--help' || first === '-h') return help(commands, terminal);
  const name = `${first} ${second}` in commands ? `${first} ${second}` : first;
  const load = commands[name];
  try {
    if (load === undefined)
      throw new Refusal(`没有“${words.slice(0, 2).join(' ')}”这个命令，请运行 gongkai help 查看全部命令`);
    const command = await load();
    return await command.run(words.slice(name.split(' ').length), terminal);
  } catch (error) {
    if (error instanceof Refusal) terminal.err(`${error.message}。\n`);
    else
      terminal.err(
        `程序内部出错（${error instanceof Error ? error.message : String(error)}），请把这句话和用到的文件告诉维护人员。\n`,
      );
    return 2;
  }
}
