import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createPackageHook } from './package-hook.ts';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

async function receiverOf(status: number, body: string) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(pieces) });
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/packages`;
  return { url, heard, [Symbol.asyncDispose]: async () => new Promise<void>(done => server.close(() => done())) };
}

test('the package arrives whole with its name, its digest and who sends it, and the answer is the receipt', async () => {
  await using receiver = await receiverOf(201, ' 回执 42 ');
  const post = createPackageHook({ url: receiver.url, token: 'a token of the province' });
  const bytes = Buffer.from('a package');
  expect(await post('id-1', bytes.subarray(2))).toEqual({ outcome: { kind: 'sent' }, receipt: '回执 42' });
  const [{ headers, body }] = receiver.heard as [Heard];
  expect(body.toString()).toBe('package');
  expect(headers).toMatchObject({
    authorization: 'Bearer a token of the province',
    'content-type': 'application/zip',
    'x-gongkai-id': 'id-1',
    'content-digest': expect.stringMatching(/^sha-256=:[\w+/]{43}=:$/) as string,
  });
});

test('an answer says whether it was taken, may be tried again, or is not wanted', async () => {
  const kinds = {
    409: 'sent',
    400: 'refused',
    422: 'refused',
    401: 'try-again',
    429: 'try-again',
    503: 'try-again',
    302: 'try-again',
  };
  for (const [status, kind] of Object.entries(kinds)) {
    await using receiver = await receiverOf(Number(status), 'x'.repeat(100_000));
    const answer = await createPackageHook({ url: receiver.url, token: 't' })('id', new Uint8Array(3));
    expect(answer.outcome.kind, status).toBe(kind);
    expect(answer.receipt.length, status).toBeLessThan(100_000);
  }
  const nobody = await createPackageHook({ url: 'http://127.0.0.1:1/', token: 't' })('id', new Uint8Array(3));
  expect(nobody).toEqual({ outcome: { kind: 'try-again', problem: 'ECONNECTION' }, receipt: '' });
});
