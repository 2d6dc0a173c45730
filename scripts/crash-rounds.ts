// kill -9 of everything, again and again: node scripts/crash-rounds.ts [rounds] [data folder]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashRound } from '../src/platform/database/testing/crash-round.ts';
import type { CrashRound } from '../src/platform/database/testing/crash-round.ts';

const rounds = Number(process.argv[2] ?? 50);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'gongkai-crash-'));

const results: CrashRound[] = [];
for (let round = 1; round <= rounds; round += 1) {
  // From hardly anything written to about half a second of work, never the same moment.
  const result = await runCrashRound(folder, 10 + ((round * 37) % 450));
  results.push(result);
  const { acknowledged, lost, killed, restartMs } = result;
  console.log(
    `round ${round}: ${killed} processes killed, ${acknowledged} rows acknowledged, ${lost} lost, open again in ${Math.round(restartMs)} ms`,
  );
}
if (process.argv[3] === undefined) rmSync(folder, { recursive: true });

const total = (count: (result: CrashRound) => number) => results.reduce((sum, result) => sum + count(result), 0);
const restarts = results.map(({ restartMs }) => Math.round(restartMs)).sort((one, other) => one - other);
console.log(
  `${rounds} rounds: ${total(({ acknowledged }) => acknowledged)} rows acknowledged, ${total(({ lost }) => lost)} lost; ` +
    `open again after median ${restarts[Math.floor(restarts.length / 2)]} ms, longest ${restarts.at(-1)} ms`,
);
process.exitCode = total(({ lost }) => lost) > 0 ? 1 : 0;
