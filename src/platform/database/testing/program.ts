// A program of its own on a data folder, for tests that need several: `node program.ts FOLDER write|hold|open`.
//   open   opens, migrates, says so and closes
//   hold   stays open until its input ends
//   write  commits row after row to the table `acknowledged` and prints the number of each once the server has answered
import { once } from 'node:events';
import { sql } from 'kysely';
import { openDatabase } from '../open-database.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';

const [folder = '', task = 'open'] = process.argv.slice(2);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function writeRows({ queries }: Database): Promise<never> {
  for (;;) {
    const { rows } = await sql<{ number: number }>`
      insert into acknowledged default values returning number`.execute(queries);
    print(String(rows[0]!.number));
  }
}

const began = performance.now();
const database = await openDatabase({ dataFolder: folder });
await migrate(database);
print(`open ${Math.round(performance.now() - began)}`);
if (task === 'write') await writeRows(database);
if (task === 'hold') {
  process.stdin.resume();
  await once(process.stdin, 'end');
}
await database.close();
print('closed');
