import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Queries } from '../../platform/database/pool.ts';
import { verifyJournal } from '../../people/store/journal.store.ts';

const TOPICS = ['防汛', '养老服务', '义务教育招生', '道路养护', '安全生产', '医疗保障', '就业援助', '文化惠民'];
const two = (value: number) => String(value).padStart(2, '0');

/** The table of an older site with so many plain items, as its export would be. */
export function exportOf(count: number): string {
  const lines = ['原网址,标题,发布时间,栏目名称,发布机构,正文'];
  for (let number = 1; number <= count; number += 1) {
    const topic = TOPICS[number % TOPICS.length]!;
    const day = `${2012 + (number % 12)}-${two(1 + (number % 12))}-${two(1 + (number % 28))} 09:${two(number % 60)}`;
    const text = [
      `近日，晴川区开展第${number}次${topic}工作检查，研究部署下一步工作。`,
      '检查组要求，各单位落实责任，按时报告进展情况，遇到问题及时协调解决。',
      '有关负责人参加检查。',
    ].join('\n');
    const address = `http://www.old.example/art/${number % 100}/art_${number}.html`;
    lines.push(
      `${address},晴川区开展${topic}工作检查（第${number}次）,${day},工作动态,示范市晴川区人民政府办公室,"${text}"`,
    );
  }
  return lines.join('\r\n');
}

/** How an import that was killed again and again ended. */
export type ImportRounds = {
  readonly kills: number;
  /** Items, old addresses and lines that say they came in: all three are the number of lines, when nothing is missing or twice. */
  readonly items: number;
  readonly addresses: number;
  readonly published: number;
  readonly journalEntries: number;
  readonly seconds: number;
};

/**
 * Imports a table in a program of its own, which is killed (SIGKILL) after moments that `wait` gives in milliseconds, and begun again
 * until it has ended by itself. Null lets it run.
 */
export async function runImportRounds(
  queries: Queries,
  address: string,
  folder: string,
  table: string,
  wait: (kills: number) => number | null,
): Promise<ImportRounds> {
  const began = performance.now();
  const program = join(import.meta.dirname, 'import-program.ts');
  let kills = 0;
  for (;;) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, address, folder, table], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = once(child, 'close') as Promise<[number | null, string | null]>;
    const patience = wait(kills);
    const isOver = patience === null ? true : await Promise.race([ended.then(() => true), setTimeout(patience, false)]);
    if (!isOver) child.kill('SIGKILL');
    const [code] = await ended;
    if (code === 0) break;
    if (code !== null) throw new Error(`The import ended with ${code}`);
    kills += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  const journal = await verifyJournal(queries);
  if (!journal.ok) throw new Error(journal.sentence);
  const countOf = async (rows: Promise<readonly unknown[]>) => (await rows).length;
  return {
    kills,
    items: await countOf(queries.selectFrom('items').select('id').execute()),
    addresses: await countOf(queries.selectFrom('old_addresses').select('path').distinct().execute()),
    published: await countOf(
      queries.selectFrom('item_import_lines').select('position').where('outcome', '=', 'published').execute(),
    ),
    journalEntries: journal.entries,
    seconds,
  };
}
