import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Account } from '../embedded/account.ts';

/** A program of its own that uses a data folder. */
export type Program = {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** What it has printed so far, line by line. */
  readonly lines: readonly string[];
  /** Resolves at the first line that matches; rejects when the program ends before. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  /** Resolves with the exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
};

/** Starts `program.ts` on the folder, as another account where one is given. */
export function startProgram(folder: string, task: 'open' | 'hold' | 'write', account?: Account): Program {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'program.ts'), folder, task],
    { ...account, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const lines: string[] = [];
  const complaints: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', line => lines.push(line));
  child.stderr.on('data', chunk => complaints.push(String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);

  const printed = async (pattern: RegExp): Promise<string> => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = () => {
      const line = lines.find(candidate => pattern.test(candidate));
      if (line !== undefined) resolve(line);
    };
    reader.on('line', look);
    void ended.then(code => reject(new Error(`The program ended with ${code}: ${complaints.join('')}`)));
    look();
    return promise.finally(() => reader.off('line', look));
  };
  return { child, lines, printed, ended };
}
