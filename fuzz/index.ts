// `npm run fuzz [seconds] [format]`: every reader on damaged files, in a process of its own that must not crash, hang or grow.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FuzzNews } from './worker.ts';

const FORMATS = [
  'text',
  'html',
  'docx',
  'xlsx',
  'pdf',
  'json',
  'redaction',
  'attachment',
  'masking',
  'catalogue',
  'import-table',
  'import-page',
  'archive',
] as const;
/** What one file may take; the redaction loads an engine for each and draws its pages. */
const BOUNDS = {
  reading: { hangMs: 10_000, mebibytes: 400 },
  redaction: { hangMs: 120_000, mebibytes: 1500 },
} as const;
/** How much more a process may hold at the end than after its first quarter. */
const GROWTH_MIB = 80;

const [secondsText = '60', only] = process.argv.slice(2);
const seconds = Number(secondsText);
const chosen = FORMATS.filter(format => only === undefined || format === only);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(performance.timeOrigin % 1e9));

function fuzz(format: string): Promise<string | null> {
  const { hangMs, mebibytes } = BOUNDS[format === 'redaction' ? 'redaction' : 'reading'];
  return new Promise(resolve => {
    const child = fork(join(import.meta.dirname, 'worker.ts'), [format, String(seconds), String(seed)], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=300'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let last: FuzzNews | null = null;
    let early: number | null = null;
    let fault: string | null = null;
    const fail = (reason: string) => {
      fault ??= `${reason} (run ${last?.runs ?? 0}, seed ${seed})`;
      child.kill('SIGKILL');
    };
    let clock = setTimeout(() => fail('hang'), hangMs * 3);
    child.on('message', (news: FuzzNews) => {
      clearTimeout(clock);
      clock = setTimeout(() => fail('hang'), hangMs);
      last = news;
      if (news.residentMiB > mebibytes) fail(`${news.residentMiB.toFixed(0)} MiB resident`);
      if (early === null && news.elapsedSeconds > seconds / 4) early = news.residentMiB;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(clock);
      if (fault === null && code !== 0) fault = `crash: ${signal ?? code} (run ${last?.runs ?? 0}, seed ${seed})`;
      const growth = last === null || early === null ? 0 : last.residentMiB - early;
      if (fault === null && growth > GROWTH_MIB) fault = `grew by ${growth.toFixed(0)} MiB`;
      if (last !== null)
        console.log(
          `${format.padEnd(5)} ${String(last.runs).padStart(7)} runs, ${last.read} read, ${last.refused} refused, slowest ${last.slowestMs.toFixed(0)} ms, ${last.residentMiB.toFixed(0)} MiB (${growth >= 0 ? '+' : ''}${growth.toFixed(0)})${fault === null ? '' : `  FAULT: ${fault}`}`,
        );
      resolve(fault);
    });
  });
}

console.log(`fuzzing ${chosen.join(', ')} for ${seconds} s each, seed ${seed}`);
const faults: string[] = [];
for (const format of chosen) {
  const fault = await fuzz(format);
  if (fault !== null) faults.push(`${format}: ${fault}`);
}
console.log(faults.length === 0 ? 'no crash, no hang, no growth' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
