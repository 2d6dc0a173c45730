import { existsSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createSandbox } from './sandbox.ts';

const sandbox = createSandbox<string, unknown>({
  module: new URL('../../../test/sandbox/hostile-job.ts', import.meta.url),
  limits: { seconds: 2, mebibytes: 300 },
  processes: 2,
  waiting: 3,
});
afterAll(() => sandbox.close());

test('a job answers, and a job that throws says why', async () => {
  expect(await sandbox.run('answer')).toEqual({ kind: 'done', value: 42 });
  expect(await sandbox.run('throw')).toEqual({ kind: 'crashed', reason: 'deliberate' });
});

test('a job that never ends is ended, and the next one is served', async () => {
  const started = performance.now();
  const [endless, next] = await Promise.all([sandbox.run('spin'), sandbox.run('answer')]);
  expect(endless).toEqual({ kind: 'out-of-time' });
  expect(next).toEqual({ kind: 'done', value: 42 });
  expect(performance.now() - started).toBeLessThan(6000);
});

test('a job that takes all memory is ended, on the heap or off it', async () => {
  expect(await sandbox.run('fill-heap')).toEqual({ kind: 'out-of-memory' });
  expect(await sandbox.run('fill-buffers')).toEqual({ kind: 'out-of-memory' });
  expect(await sandbox.run('answer')).toEqual({ kind: 'done', value: 42 });
});

test('a process that dies takes only its own job with it', async () => {
  expect((await sandbox.run('exit')).kind).toBe('crashed');
  expect(await sandbox.run('answer')).toEqual({ kind: 'done', value: 42 });
});

test('nothing but code is read, no file is written, nothing is started, nothing is fetched from inside', async () => {
  expect(await sandbox.run('read')).toEqual({ kind: 'done', value: 'ERR_ACCESS_DENIED' });
  expect(await sandbox.run('write')).toEqual({ kind: 'done', value: 'ERR_ACCESS_DENIED' });
  expect(existsSync('/tmp/gongkai-escape')).toBe(false);
  expect(await sandbox.run('spawn')).toEqual({ kind: 'done', value: 'ERR_ACCESS_DENIED' });
  expect(await sandbox.run('network')).toEqual({ kind: 'done', value: 'ERR_ACCESS_DENIED' });
});

test('more jobs than may wait are told so at once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 7 }, () => sandbox.run('answer')));
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(5);
  expect(outcomes.filter(({ kind }) => kind === 'busy')).toHaveLength(2);
});
