// Public pages over HTTP: from memory beside nginx with the same bytes, made anew, and how soon a change is seen. Each server has one
// core to itself and wrk another. On a machine that does other things too, trust what is divided by the server's own processor time.
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/platform/database/embedded/open-embedded.ts';

const SECONDS = 4;
const ROUNDS = 3;
const PAGE = '/zwdt';
const SERVER_CORE = '0';
const ASKING_CORE = '1';

/** nginx and wrk come from Debian, and are fetched where they are missing and may be. */
function haveTools(): boolean {
  const missing = ['/usr/sbin/nginx', '/usr/bin/wrk', '/usr/bin/taskset'].filter(path => !existsSync(path));
  if (missing.length === 0) return true;
  try {
    execFileSync('apt-get', ['install', '-y', 'nginx-light', 'wrk', 'util-linux'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`not measured: ${missing.join(', ')} missing, and apt-get cannot install it`);
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => void server.close(resolve));
  return port;
}

async function untilItAnswers(address: string): Promise<Response> {
  for (let turn = 0; turn < 600; turn += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return answer;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`${address} does not answer`);
}

const pin = (process: number, core: string) =>
  execFileSync('taskset', ['-acp', core, String(process)], { stdio: 'ignore' });

/** What a process has used of the processor, in seconds; /proc counts hundredths. */
function processorSeconds(process: number): number {
  const fields = readFileSync(`/proc/${process}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

type Rate = { readonly aSecond: number; readonly aProcessorSecond: number };

function ask(server: number, address: string, more: readonly string[] = []): Rate {
  const before = processorSeconds(server);
  const said = execFileSync('taskset', ['-c', ASKING_CORE, 'wrk', '-t1', '-c16', `-d${SECONDS}s`, ...more, address], {
    encoding: 'utf8',
  });
  const used = processorSeconds(server) - before;
  if (said.includes('Non-2xx')) throw new Error(`${address}: ${said}`);
  const requests = Number(/(\d+) requests in/.exec(said)?.[1]);
  return { aSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]), aProcessorSecond: requests / used };
}

const median = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!;

function middle(rates: readonly Rate[]): Rate {
  return {
    aSecond: median(rates.map(({ aSecond }) => aSecond)),
    aProcessorSecond: median(rates.map(({ aProcessorSecond }) => aProcessorSecond)),
  };
}

const shown = ({ aSecond, aProcessorSecond }: Rate) =>
  `${aSecond.toFixed(0).padStart(7)}/s  ${aProcessorSecond.toFixed(0).padStart(7)} a second of its processor`;

type Site = { readonly process: ChildProcess; readonly origin: string };

async function startSite(folder: string): Promise<Site> {
  const port = await freePort();
  const log = openSync(join(folder, 'site.log'), 'w');
  const program = join(import.meta.dirname, '../src/main/gongkai.ts');
  const data = join(folder, 'data');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, 'serve', '--sample', '--data', data, '--port', String(port)],
    { stdio: ['ignore', 'ignore', log] },
  );
  const origin = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${origin}${PAGE}`);
  pin(child.pid!, SERVER_CORE);
  return { process: child, origin };
}

type RawAnswer = { readonly headers: IncomingHttpHeaders; readonly bytes: Buffer };

/** An answer as it came over the wire, not unpacked. */
function rawAnswer(address: string, encoding: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asking = get(address, { headers: { 'accept-encoding': encoding } }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    asking.on('error', reject);
  });
}

/** nginx gives the very bytes and headers that the site gave, and logs each answer as the site does. */
async function startNginx(folder: string, site: Site): Promise<Site> {
  const port = await freePort();
  const variants = [
    { name: 'plain', encoding: 'identity' },
    { name: 'brotli', encoding: 'br' },
  ];
  const locations: string[] = [];
  for (const { name, encoding } of variants) {
    const { headers: given, bytes } = await rawAnswer(`${site.origin}${PAGE}`, encoding);
    const kept = Object.entries(given).filter(
      ([header]) => !/^(content-(type|length)|etag|date|connection|keep-alive)$/.test(header),
    );
    writeFileSync(join(folder, name), bytes);
    const headers = kept.map(([header, value]) => `add_header ${header} "${String(value)}";`).join(' ');
    locations.push(`location = /${name} { default_type "text/html; charset=utf-8"; ${headers} }`);
  }
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `worker_processes 1; daemon off; master_process off; user root; pid ${folder}/nginx.pid; error_log ${folder}/nginx-error.log;
events { worker_connections 1024; }
http { access_log ${folder}/nginx.log; sendfile on; keepalive_requests 1000000000;
server { listen 127.0.0.1:${port}; root ${folder}; ${locations.join('\n')} } }
`,
  );
  const child = spawn('nginx', ['-c', configuration], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${origin}/plain`);
  pin(child.pid!, SERVER_CORE);
  return { process: child, origin };
}

const BROTLI = ['-H', 'accept-encoding: br'];

function compareKept(site: Site, nginx: Site): void {
  for (const [name, more] of [
    ['plain', []],
    ['brotli', BROTLI],
  ] as const) {
    const rates: { readonly ours: Rate; readonly theirs: Rate }[] = [];
    ask(site.process.pid!, `${site.origin}${PAGE}`, more);
    for (let round = 0; round < ROUNDS; round += 1)
      rates.push({
        theirs: ask(nginx.process.pid!, `${nginx.origin}/${name}`),
        ours: ask(site.process.pid!, `${site.origin}${PAGE}`, more),
      });
    const [ours, theirs] = [middle(rates.map(one => one.ours)), middle(rates.map(one => one.theirs))];
    const ratio = (of: (rate: Rate) => number) => median(rates.map(one => of(one.ours) / of(one.theirs))).toFixed(2);
    console.log(`from memory, ${name.padEnd(6)}   ${shown(ours)}`);
    console.log(`nginx, the same bytes ${shown(theirs)}`);
    console.log(
      `  ${ratio(({ aSecond }) => aSecond)} × nginx by the clock, ${ratio(({ aProcessorSecond }) => aProcessorSecond)} × by processor time (aim 0.45)`,
    );
  }
}

/** Every request asks for another address of the same list, so that each is made. */
function askFresh(folder: string, site: Site): void {
  const script = join(folder, 'fresh.lua');
  writeFileSync(
    script,
    `local n = 0\nlocal run = os.time()\nrequest = function() n = n + 1 return wrk.format("GET", "${PAGE}?of=" .. run .. "-" .. n) end\n`,
  );
  ask(site.process.pid!, site.origin, ['-s', script]);
  const rates = Array.from({ length: ROUNDS }, () => ask(site.process.pid!, site.origin, ['-s', script]));
  console.log(`made anew             ${shown(middle(rates))} (aim 3000)`);
}

const CHANGES = 20;

/** A change by another process: from its commit until the page shows it. */
async function timeInvalidation(folder: string, site: Site): Promise<void> {
  const database = await openEmbedded(join(folder, 'data'));
  const times: number[] = [];
  try {
    for (let turn = 0; turn < CHANGES; turn += 1) {
      await fetch(`${site.origin}${PAGE}`);
      const name = `第${turn}次改动的说明`;
      await database.queries
        .updateTable('publication_columns')
        .set({ description: name })
        .where('code', '=', PAGE.slice(1))
        .execute();
      const started = performance.now();
      while (!(await (await fetch(`${site.origin}${PAGE}`)).text()).includes(name)) continue;
      times.push(performance.now() - started);
    }
  } finally {
    await database.close();
  }
  console.log(
    `a change elsewhere is seen after ${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms of ${CHANGES} (aim 1000)`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise(resolve => void child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** The list of a column of the sample district, kept and made anew. */
export async function benchPages(): Promise<void> {
  console.log(`\npublic pages over HTTP, one core (load of the machine ${loadavg()[0]!.toFixed(1)})\n`);
  if (!haveTools()) return;
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-pages-'));
  const site = await startSite(folder);
  try {
    const nginx = await startNginx(folder, site);
    try {
      compareKept(site, nginx);
    } finally {
      await end(nginx.process);
    }
    askFresh(folder, site);
    await timeInvalidation(folder, site);
  } finally {
    await end(site.process);
    rmSync(folder, { recursive: true, force: true });
  }
}
