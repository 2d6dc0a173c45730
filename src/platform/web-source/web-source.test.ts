import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openWebSource } from './web-source.ts';

async function answering(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    source: openWebSource(`http://127.0.0.1:${port}/annual?agency={agency}&year={year}`),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const WORDS = { agency: '990101-001', year: '2025&x=/../' };

test('the words stand in the places of the configured address and nowhere else', async () => {
  const asked: string[] = [];
  await using place = await answering((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'Application/JSON; charset=utf-8').end('{}');
  });
  const answer = await place.source.ask(WORDS);
  expect(asked).toEqual(['/annual?agency=990101-001&year=2025%26x%3D%2F..%2F']);
  expect(answer).toMatchObject({ ok: true, value: { mediaType: 'application/json' } });
});

test('a redirect is not followed: the configured host is the only one that is asked', async () => {
  let asked = 0;
  await using place = await answering((_, response) => {
    asked += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  const answer = await place.source.ask(WORDS);
  expect([asked, answer.ok]).toEqual([1, false]);
});

test('what is larger than a table is not taken, and who does not answer is told of', async () => {
  await using place = await answering((_, response) => void response.end(Buffer.alloc(300 * 1024)));
  expect(await place.source.ask(WORDS)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('256 KB') as string,
  });
  const nobody = openWebSource('http://127.0.0.1:1/{agency}');
  expect(await nobody.ask(WORDS)).toMatchObject({ ok: false, problem: expect.stringContaining('连接不上') as string });
});
