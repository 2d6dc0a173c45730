import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createSmsHook, findTelephone, signHook } from './sms-hook.ts';

const SECRET = 'a secret of the gateway';
const NOW = Temporal.Instant.from('2026-11-25T08:00:00.5Z');
const MESSAGE = { kind: 'sms', to: '138 0000-0000', text: '您的申请已登记。' } as const;

async function post(status: number, message: Parameters<ReturnType<typeof createSmsHook>['send']>[0] = MESSAGE) {
  const posted: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      posted.push({ headers: request.headers, body: await text(request) });
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('answer');
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const hook = createSmsHook({ url: `http://127.0.0.1:${port}/sms`, secret: SECRET }, () => NOW);
  const outcome = await hook.send(message, 'id-1');
  server.closeAllConnections();
  server.close();
  return { outcome, posted };
}

test('a short message is posted as JSON that the secret has signed together with the moment', async () => {
  const { outcome, posted } = await post(204);
  expect(outcome).toEqual({ kind: 'sent' });
  const [{ headers, body }] = posted as [{ headers: IncomingHttpHeaders; body: string }];
  expect(JSON.parse(body)).toEqual({ id: 'id-1', to: '13800000000', text: MESSAGE.text });
  expect(headers['x-gongkai-timestamp']).toBe('1795593600');
  expect(headers['x-gongkai-signature']).toBe(signHook(SECRET, '1795593600', body));
  expect(signHook('another secret there', '1795593600', body)).not.toBe(headers['x-gongkai-signature']);
});

test('the example of the documentation has the right signature', () => {
  expect(signHook('0123456789abcdef', '1795593600', '{"id":"x","to":"13800000000","text":"测试"}')).toBe(
    'sha256=1f24c3dbb6d3b53e4aa1e2690758f74ce95037725be1cf46f54b14d2bcf43ddf',
  );
});

test('an answer of 4xx is final, 429 and 5xx and a redirection are tried again', async () => {
  expect((await post(400)).outcome).toEqual({ kind: 'refused', problem: 'HTTP 400' });
  for (const status of [302, 429, 500, 503])
    expect((await post(status)).outcome).toEqual({ kind: 'try-again', problem: `HTTP ${status}` });
  expect((await post(302)).posted).toHaveLength(1);
});

test('a gateway that is not there is tried again, a number that is none is not sent', async () => {
  const hook = createSmsHook({ url: 'http://127.0.0.1:1/sms', secret: SECRET });
  expect(await hook.send(MESSAGE, 'id')).toEqual({ kind: 'try-again', problem: 'ECONNECTION' });
  const { outcome, posted } = await post(200, { ...MESSAGE, to: '请电联' });
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(posted).toEqual([]);
});

test('a telephone number is its digits', () => {
  expect(findTelephone('＋86 138（0000）0000')).toBe('+8613800000000');
  for (const bad of ['', '123', '1380000000x', '1'.repeat(16)]) expect(findTelephone(bad)).toBeUndefined();
});
