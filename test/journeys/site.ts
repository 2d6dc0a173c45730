import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NATIONAL_CALENDAR } from '../../src/calendar/national-calendar.ts';
import { nthWorkingDay } from '../../src/calendar/working-calendar.ts';

/** A site as a person would start it, in a process of its own on a data folder of its own. */
export type Site = { readonly address: string; readonly stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return port;
}

/** Starts the program with the sample district and waits until it says that it is ready. */
export async function startSite(): Promise<Site> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'gongkai-journey-'));
  const program = join(import.meta.dirname, '../../src/main/gongkai.ts');
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve', '--sample'], {
    env: { PATH: process.env['PATH'], PORT: String(port), GONGKAI_DATA: data, GONGKAI_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>(resolve => server.on('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    server.stdout.on('data', chunk => String(chunk).includes('按 Ctrl-C 停止') && resolve());
    void ended.then(code => reject(new Error(`the site ended with ${code}`)));
  });
  await ready;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A site whose clock the test sets: whole days ahead of today, never back. */
export type TimedSite = Site & {
  /** Makes it the day so many working days after the day on which the site was started; gives that day. */
  readonly after: (workingDays: number) => Promise<Temporal.PlainDate>;
};

/** Starts the site with the sample district and a clock of its own. */
export async function startTimedSite(): Promise<TimedSite> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'gongkai-journey-'));
  const program = join(import.meta.dirname, 'timed-site.ts');
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, data, String(port)], {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>(resolve => server.on('exit', resolve));
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const line = await Promise.race([lines.next(), ended.then(() => ({ done: true as const, value: '' }))]);
    if (line.done === true) throw new Error('the site has ended');
    return line.value;
  };
  await nextLine();
  const started = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate();
  return {
    address: `http://127.0.0.1:${port}`,
    after: async workingDays => {
      const day = workingDays === 0 ? started : nthWorkingDay(NATIONAL_CALENDAR, started, workingDays);
      server.stdin.write(`${started.until(day).days}\n`);
      return Temporal.PlainDate.from(await nextLine());
    },
    stop: async () => {
      server.stdin.end();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
