import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Queries } from '../../platform/database/pool.ts';
import { verifyJournal } from '../../people/store/journal.store.ts';

/** What two programs that registered applications at once have left. */
export type RegistrationRound = {
  /** Numbers that the programs were told before they ended or were killed. */
  readonly acknowledged: readonly number[];
  /** Numbers in the register, in order. */
  readonly registered: readonly number[];
  readonly journalEntries: number;
  readonly seconds: number;
};

type Registrar = { readonly numbers: readonly number[]; readonly ended: Promise<void>; readonly kill: () => void };

function startRegistrar(address: string, folder: string, count: number): Registrar {
  const program = join(import.meta.dirname, 'register-program.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, address, folder, String(count)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const numbers: number[] = [];
  createInterface({ input: child.stdout }).on('line', line => numbers.push(Number(line)));
  const ended = once(child, 'close').then(() => undefined);
  return { numbers, ended, kill: () => void child.kill('SIGKILL') };
}

/**
 * Two programs register `count` applications each at once; with `killAfter` one of them is killed (SIGKILL) as soon as that many
 * were acknowledged to it.
 */
export async function runRegistrationRound(
  queries: Queries,
  address: string,
  folder: string,
  count: number,
  killAfter: number | null,
): Promise<RegistrationRound> {
  const began = performance.now();
  const registrars = [startRegistrar(address, folder, count), startRegistrar(address, folder, count)];
  const [first] = registrars;
  const watch =
    killAfter === null
      ? null
      : setInterval(() => {
          if (first!.numbers.length >= killAfter) first!.kill();
        }, 5);
  await Promise.all(registrars.map(({ ended }) => ended));
  if (watch !== null) clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  const rows = await queries.selectFrom('applications').select('number').orderBy('number').execute();
  const journal = await verifyJournal(queries);
  if (!journal.ok) throw new Error(journal.sentence);
  return {
    acknowledged: registrars.flatMap(({ numbers }) => numbers),
    registered: rows.map(row => row.number),
    journalEntries: journal.entries,
    seconds,
  };
}
