import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let data: string;
let holder: Server;
let taken: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'gongkai-serving-'));
  holder = createServer();
  await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve));
  taken = (holder.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await new Promise(resolve => holder.close(resolve));
  rmSync(data, { recursive: true, force: true });
});

const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.on('exit', resolve));

function gongkai(args: readonly string[], logLevel = 'silent') {
  const program = join(import.meta.dirname, 'gongkai.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    env: { PATH: process.env['PATH'], GONGKAI_DATA: data, GONGKAI_LOG_LEVEL: logLevel },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', chunk => (out += String(chunk)));
  child.stderr.on('data', chunk => (err += String(chunk)));
  return { child, ended: ended(child), out: () => out, err: () => err };
}

async function serving(port: number, logLevel?: string) {
  const site = gongkai(['serve', '--sample', '--port', String(port)], logLevel);
  await new Promise<void>((resolve, reject) => {
    site.child.stdout.on('data', () => site.out().includes('按 Ctrl-C 停止') && resolve());
    void site.ended.then(() => reject(new Error(site.err())));
  });
  return site;
}

async function freePort(): Promise<number> {
  await new Promise(resolve => holder.close(resolve));
  const port = taken;
  holder = createServer();
  await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve));
  taken = (holder.address() as AddressInfo).port;
  return port;
}

async function statusOf(port: number, path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  await answer.arrayBuffer(); // an answer that nobody takes holds its connection
  return answer.status;
}

test('Ctrl-C stops the program cleanly, and what was loaded is there at the next start', async () => {
  const port = await freePort();
  const first = await serving(port);
  expect(await statusOf(port, '/annual-reports/990101-001/2023')).toBe(200);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const second = await serving(port);
  expect(await statusOf(port, '/annual-reports/990101-001/2023')).toBe(200);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('a reader that stops reading does not keep the program from ending', async () => {
  const port = await freePort();
  const site = await serving(port);
  const reader = connect(port, '127.0.0.1');
  const page = 'GET /annual-reports/990101-001/2023 HTTP/1.1\r\nhost: a\r\n\r\n';
  // Enough answers asked for at once that they fill what the system buffers, and none taken.
  reader.pause();
  reader.write(page.repeat(400));
  await new Promise(resolve => reader.once('connect', resolve));
  await new Promise(resolve => setTimeout(resolve, 500));
  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  reader.destroy();
});

test('a program that was killed starts again with everything it had acknowledged', async () => {
  const port = await freePort();
  const first = await serving(port);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await serving(port);
  expect(await statusOf(port, '/annual-reports/990101-001/2023')).toBe(200);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('a port that is asked for and taken is refused with a sentence', async () => {
  const site = gongkai(['serve', '--port', String(taken)]);
  expect(await site.ended).toBe(2);
  expect(site.err()).toBe(`端口 ${taken} 已被占用，请用 --port 换一个，或者不写端口由系统选择。\n`);
});

test('loading the sample twice is loading it once', async () => {
  for (const _ of [1, 2]) {
    const load = gongkai(['sample']);
    expect(await load.ended, load.err()).toBe(0);
  }
  const port = await freePort();
  const site = await serving(port);
  const page = await (await fetch(`http://127.0.0.1:${port}/annual-reports`)).text();
  expect(page.match(/2023年政府信息公开工作年度报告/g)).toHaveLength(1);
  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
});

type Heard = { readonly status: number | undefined; readonly headers: readonly string[]; readonly body: string };

/** An answer as it comes over the wire; the moment of it left out. */
function hear(port: number, path: string, method: string, headers: Readonly<Record<string, string>>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, path, method, headers, agent: false }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const pairs = answer.rawHeaders.flatMap((name, at) =>
          at % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name.toLowerCase()}: ${answer.rawHeaders[at + 1]}`] : [],
        );
        resolve({
          status: answer.statusCode,
          headers: pairs.toSorted(),
          body: Buffer.concat(parts).toString('base64'),
        });
      });
    });
    asking.on('error', reject).end();
  });
}

test('what is given from memory before any routing is byte for byte what the routes give', async () => {
  const port = await freePort();
  const site = await serving(port, 'info');
  const answers = () =>
    site
      .err()
      .split('\n')
      .filter(line => line.includes('"event":"answer"'));
  /** The answer, and who gave it: a line of the log that the routes wrote has the number of the request. */
  async function ask(path: string, method: string, headers: Readonly<Record<string, string>>) {
    const before = answers().length;
    const heard = await hear(port, path, method, headers);
    while (answers().length === before) await new Promise(resolve => setTimeout(resolve, 5));
    return { heard, by: answers().at(-1)!.includes('"reqId"') ? 'routes' : 'memory' };
  }
  const etagOf = async (path: string) =>
    (await ask(path, 'GET', {})).heard.headers.find(line => line.startsWith('etag: '))!.slice('etag: '.length);
  const ways: readonly (readonly [method: string, headers: Readonly<Record<string, string>>])[] = [
    ['GET', {}],
    ['GET', { 'accept-encoding': 'gzip, deflate, br' }],
    ['HEAD', {}],
    ['HEAD', { 'accept-encoding': 'br' }],
    ['GET', { cookie: 'reading-mode=large' }],
  ];
  for (const path of ['/', '/zwdt?page=2', '/feeds/zwdt.xml', '/search?q=%E5%85%BB%E8%80%81'])
    for (const [method, headers] of [...ways, ['GET', { 'if-none-match': await etagOf(path) }] as const]) {
      const first = await ask(path, method, headers);
      // A look at the database is believed for 100 ms: after that a page is asked for the whole way again.
      await new Promise(resolve => setTimeout(resolve, 150));
      const routed = await ask(path, method, headers);
      let kept = await ask(path, method, headers);
      for (let turn = 0; turn < 50 && kept.by === 'routes'; turn += 1) kept = await ask(path, method, headers);
      const said = `${method} ${path} ${JSON.stringify(headers)}`;
      expect([routed.by, kept.by], said).toEqual(['routes', 'memory']);
      expect(kept.heard, said).toEqual(routed.heard);
      expect(first.heard, said).toEqual(routed.heard);
    }
  // What is counted goes the whole way each time.
  for (let turn = 0; turn < 3; turn += 1) expect((await ask('/api/columns', 'GET', {})).by).toBe('routes');
  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
}, 300_000);
