import { gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { SAMPLE_REPORT_2023 } from '../../../sample/qingchuan/annual-report-2023.ts';
import { filePublishedReport } from '../../annual-report/actions/file-published-report.ts';
import { reportJsonOf } from '../../annual-report/rules/interchange.ts';
import { insertPublished, OFFICE, testColumn } from '../../publishing/search-index/testing/published-items.ts';
import type { TestItem } from '../../publishing/search-index/testing/published-items.ts';
import { saveColumns } from '../../publishing/store/column.store.ts';
import { openPortalSite } from '../testing/portal-site.ts';
import type { PortalSite } from '../testing/portal-site.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const POLICY: TestItem = {
  title: '晴川区养老服务补贴办法',
  text: '第一条 为了规范补贴发放。',
  publishedOn: '2023-03-01',
  content: {
    documentNumber: '晴政办发〔2023〕5号',
    keywords: ['养老'],
    details: { kind: 'normative', effectiveOn: day('2023-03-01'), expiresOn: null },
  },
};

async function openScene(...items: readonly TestItem[]) {
  const site = await openPortalSite('2023-12-29');
  const { queries } = site.acting.deps;
  await saveColumns(queries, [testColumn('zcwj', '政策文件')]);
  const ids = await insertPublished(queries, items);
  return { site, ids, visitor: site.visitor(), [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

async function fileReport(site: PortalSite) {
  const { queries } = site.acting.deps;
  const filing = { agency: OFFICE, year: 2023, publishedOn: day('2024-01-22'), json: reportJsonOf(SAMPLE_REPORT_2023) };
  const filed = await filePublishedReport(queries, filing);
  if (!filed.ok) throw new Error(filed.problem);
}

type Schema = Readonly<Record<string, unknown>>;
type Description = {
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, Schema>> } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** The schema of an answer as a check: nothing that it does not name may stand in the answer. */
function checkOf(description: Description, path: string) {
  const strict = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(strict);
    if (typeof schema !== 'object' || schema === null) return schema;
    const inner = Object.fromEntries(
      Object.entries(schema).map(([key, value]) => [
        key,
        key === '$ref' ? String(value).replace('#/components/schemas/', '#/$defs/') : strict(value),
      ]),
    );
    return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
  };
  const answer = description.paths[path]!.get.responses['200'] as {
    content: Record<string, { schema: unknown }>;
  };
  const schema = strict(Object.values(answer.content)[0]!.schema) as Schema;
  return z.fromJSONSchema({ ...schema, $defs: strict(description.components.schemas) } as never);
}

test('the description is sound OpenAPI 3.1, and every answer is exactly as it says', async () => {
  await using scene = await openScene(POLICY, {
    title: '养老服务补贴办法解读',
    text: '问：谁可以申请？',
    kind: 'interpretation',
  });
  await fileReport(scene.site);
  const { body } = await scene.visitor.get('/api/openapi.json');
  const description = JSON.parse(body) as Description;
  expect(await new Validator().validate(JSON.parse(body) as never)).toMatchObject({ valid: true });
  const [item] = (JSON.parse((await scene.visitor.get('/api/items')).body) as { items: { number: number }[] }).items;
  const asked = {
    '/api/items': '/api/items?q=养老',
    '/api/documents': '/api/documents',
    '/api/items/{number}': `/api/items/${item!.number}`,
    '/api/columns': '/api/columns',
    '/api/reports': '/api/reports',
    '/api/report-cells.json': `/api/report-cells.json?year=2023&agency=${OFFICE}`,
    '/api/dumps': '/api/dumps',
    '/api/statistics': '/api/statistics',
    '/search.json': '/search.json',
  };
  for (const [path, address] of Object.entries(asked)) {
    const answer = await scene.visitor.get(encodeURI(address));
    expect(answer.status, path).toBe(200);
    const checked = checkOf(description, path).safeParse(JSON.parse(answer.body));
    expect(checked.error?.issues ?? [], path).toEqual([]);
  }
  const described = Object.keys(description.paths).toSorted();
  const others = [
    '/api/dumps/{year}.ndjson.gz',
    '/api/report-cells.csv',
    '/api/report-cells.xlsx',
    '/search.csv',
    '/search.xlsx',
  ];
  expect(described).toEqual([...Object.keys(asked), ...others].toSorted());
});

test('the figures of published reports are given in three formats, of all or of those asked for', async () => {
  await using scene = await openScene();
  await fileReport(scene.site);
  const csv = await scene.visitor.bytes('/api/report-cells.csv');
  const [head, line] = Buffer.from(csv.bytes).toString('utf8').split('\r\n');
  const place = head!.split(',').indexOf('table3.new.total');
  expect(line!.split(',')[place]).toBe('3');
  expect(csv.headers['access-control-allow-origin']).toBe('*');
  const workbook = await scene.visitor.bytes('/api/report-cells.xlsx');
  expect(workbook.headers['content-disposition']).toContain('report-cells.xlsx');
  const none = await scene.visitor.get('/api/report-cells.json?year=2022');
  expect(JSON.parse(none.body)).toMatchObject({ total: 0, items: [] });
  for (const wrong of ['year=23', 'agency=x'])
    expect((await scene.visitor.get(`/api/report-cells.json?${wrong}`)).status).toBe(400);
});

test('a year can be taken as one file: every public item of it, a line each, with its whole text', async () => {
  const many = Array.from({ length: 120 }, (_, at) => ({
    title: `第${at}号通知`,
    text: '正文',
    publishedOn: '2023-05-01',
  }));
  await using scene = await openScene(
    POLICY,
    ...many,
    { title: '上一年的', text: '正文', publishedOn: '2022-05-01' },
    { title: '撤回的', text: '秘密', publishedOn: '2023-05-02', after: [{ kind: 'withdrawn', explanation: '有误' }] },
  );
  const answer = await scene.visitor.bytes('/api/dumps/2023.ndjson.gz');
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  const lines = gunzipSync(answer.bytes).toString('utf8').trimEnd().split('\n');
  const items = lines.map(line => JSON.parse(line) as { title: string; text: string; agency: string });
  expect(items).toHaveLength(121);
  expect(items[0]).toMatchObject({ title: POLICY.title, text: POLICY.text, agency: OFFICE, effectiveOn: '2023-03-01' });
  expect(items.map(({ title }) => title)).not.toContain('撤回的');
  for (const path of ['/api/dumps/2021.ndjson.gz', '/api/dumps/2023.zip', '/api/dumps/x'])
    expect((await scene.visitor.get(path)).status, path).toBe(404);
});

test('whoever asks too fast is told when to come again, programs in JSON and people on a page', async () => {
  await using scene = await openScene(POLICY);
  const hasty = scene.site.visitor('203.0.113.7');
  const untilRefused = async (path: string, most: number) => {
    for (let count = 0; count < most; count += 1) {
      const answer = await hasty.bytes(path);
      if (answer.status === 429) return answer;
    }
    throw new Error(`${path} was never refused`);
  };
  const data = await untilRefused('/api/dumps/2023.ndjson.gz', 10);
  expect(Number(data.headers['retry-after'])).toBeGreaterThan(0);
  expect(data.headers['access-control-allow-origin']).toBe('*');
  expect(JSON.parse(Buffer.from(data.bytes).toString())).toMatchObject({
    status: 429,
    detail: expect.stringMatching(/请在 \d+ 秒后再试/) as string,
  });
  const { body } = await scene.visitor.get('/api/items');
  const { pathname } = new URL((JSON.parse(body) as { items: { url: string }[] }).items[0]!.url);
  const page = await untilRefused(pathname.replace('.html', '.pdf'), 40);
  expect(page.headers['content-type']).toContain('text/html');
  expect(Buffer.from(page.bytes).toString()).toMatch(/<p>您的请求过于频繁，请在 \d+ 秒后再试。<\/p>/);
  expect((await scene.site.visitor('203.0.113.8').get('/api/items')).status).toBe(200);
});
