import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealing } from '../sealing/sealing.ts';
import { openFileStore, openSealedFiles } from './file-store.ts';
import { keepUploads } from './keep-uploads.ts';
import { createUploadReader } from './read-uploads.ts';
import { createScanner } from './scanner.ts';

const MEBIBYTE = 1024 * 1024;

async function createSite(budgetBytes?: number): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: 300 * MEBIBYTE });
  await server.register(formbody);
  // As the whole site has it: one form reads its parts under narrower limits.
  await server.register(multipart, { limits: { fileSize: 50 * MEBIBYTE, files: 101, fields: 10, parts: 120 } });
  const readUploads = createUploadReader(budgetBytes);
  server.post('/', async request => {
    const { fields, files, problems } = await readUploads(request);
    return {
      fields: Object.fromEntries(fields.names().map(name => [name, fields.texts(name)])),
      files: files.map(({ field, name, bytes }) => ({ field, name, length: bytes.byteLength })),
      problems,
    };
  });
  return server;
}

async function submit(form: FormData | URLSearchParams, budgetBytes?: number) {
  const server = await createSite(budgetBytes);
  const request = new Request('http://site/', { method: 'POST', body: form });
  const answer = await server.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  await server.close();
  return { status: answer.statusCode, ...answer.json<Record<string, unknown>>() };
}

const file = (megabytes: number) => new Blob([new Uint8Array(megabytes * MEBIBYTE)]);

test('texts and files come as they were sent, an empty file field as nothing', async () => {
  const form = new FormData();
  form.append('item', '第一行\r\n第二行\u0000');
  for (let index = 0; index < 30; index += 1) form.append('kind', String(index));
  form.append('proof', file(1), '身份证.jpg');
  form.append('extra', new Blob([]), '');
  expect(await submit(form)).toEqual({
    status: 200,
    fields: { item: ['第一行\n第二行'], kind: Array.from({ length: 30 }, (_, index) => String(index)) },
    files: [{ field: 'proof', name: '身份证.jpg', length: MEBIBYTE }],
    problems: [],
  });
});

test('a form without files is read the same way', async () => {
  const form = new URLSearchParams([
    ['a', '一'],
    ['a', '二'],
  ]);
  expect(await submit(form)).toMatchObject({ fields: { a: ['一', '二'] }, files: [], problems: [] });
});

test('a file that is too large gets a sentence at its field, and what was typed behind it is kept', async () => {
  const form = new FormData();
  form.append('proof', file(21), '扫描件.pdf');
  form.append('item', '道路规划');
  expect(await submit(form)).toMatchObject({
    status: 200,
    fields: { item: ['道路规划'] },
    files: [],
    problems: [{ field: 'proof', message: '“扫描件.pdf”超过 20 MB；请压缩图片或分成几个文件再上传' }],
  });
});

test('more than ten files, or more than 60 MB together, are refused by name', async () => {
  const many = new FormData();
  for (let index = 1; index <= 11; index += 1) many.append('proof', new Blob(['x']), `${index}.txt`);
  expect(await submit(many)).toMatchObject({
    files: [],
    problems: [{ field: 'proof', message: '一次最多上传 10 个文件，“11.txt”没有接收' }],
  });
  const heavy = new FormData();
  for (let index = 1; index <= 4; index += 1) heavy.append('proof', file(16), `${index}.pdf`);
  expect(await submit(heavy)).toMatchObject({
    problems: [{ message: '文件合计超过 60 MB，“4.pdf”没有接收；请分次上传' }],
  });
});

test('a flood ends, and uploads beyond the memory for all are sent away for the moment', async () => {
  const flood = new FormData();
  for (let index = 1; index <= 11; index += 1) flood.append('proof', file(19), `${index}.pdf`);
  expect(await submit(flood)).toMatchObject({ status: 413 });
  const form = new FormData();
  form.append('proof', file(2), 'a.pdf');
  expect(await submit(form, MEBIBYTE)).toMatchObject({ status: 503 });
  expect(await submit(form, 3 * MEBIBYTE)).toMatchObject({ status: 200 });
});

test('the memory that an upload took is free again after it', async () => {
  const server = await createSite(3 * MEBIBYTE);
  const form = new FormData();
  form.append('proof', file(2), 'a.pdf');
  for (let round = 0; round < 3; round += 1) {
    const request = new Request('http://site/', { method: 'POST', body: form });
    const answer = await server.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(200);
  }
  await server.close();
});

test('what is no form is the sender’s fault; an upload that breaks off harms nobody', async () => {
  const server = await createSite();
  const answer = await server.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf',
  });
  expect(answer.statusCode).toBe(400);
  await server.listen({ port: 0 });
  const { port } = server.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST / HTTP/1.1\r\nHost: site\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9999\r\n\r\n' +
      '--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.7',
  );
  await once(socket, 'ready');
  socket.destroy();
  const after = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  expect(after.status).toBe(200);
  await server.close();
});

test('of the files of a form all are kept or none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'));
  try {
    const files = await openFileStore({ folder, sealing: createSealing([new Uint8Array(32)]) });
    const sealed = await openSealedFiles(folder);
    const deps = { files, scanner: createScanner(null) };
    const good = { field: 'proof', name: '说明.txt', bytes: new TextEncoder().encode('补正说明') };
    const bad = { ...good, field: 'extra', name: '说明.exe' };
    expect(await keepUploads(deps, [good, bad])).toMatchObject({
      ok: false,
      problem: [{ field: 'extra', message: expect.stringMatching(/^“说明\.exe”/) as string }],
    });
    expect(await Array.fromAsync(sealed.list())).toEqual([]);
    const kept = await keepUploads(deps, [good, good]);
    expect(kept).toMatchObject({ ok: true, value: [{ name: '说明.txt', field: 'proof', scan: 'not-scanned' }, {}] });
    const found = { ...deps, scanner: async () => ({ kind: 'infected', found: 'Eicar' }) as const };
    expect(await keepUploads(found, [good])).toMatchObject({
      problem: [{ message: expect.stringMatching(/查出病毒（Eicar）/) as string }],
    });
    expect(await Array.fromAsync(sealed.list())).toHaveLength(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
