import { ATTRIBUTES } from '../../publishing/rules/attribute.ts';
import { ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import { VALIDITIES } from '../../publishing/rules/validity.ts';

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const day = { type: 'string', format: 'date' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const orNull = <Schema extends { readonly type: string }>(schema: Schema) => ({
  ...schema,
  type: [schema.type, 'null'],
});

const objectOf = (properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const ITEM = {
  number: { ...whole, description: '信息在本站的编号，不变' },
  title: text,
  url: { type: 'string', format: 'uri', description: '永久网址' },
  agency: { ...text, description: '发布机关的机构编码' },
  column: { ...text, description: '栏目代码' },
  kind: { ...text, enum: ITEM_KINDS },
  kindLabel: text,
  genre: { ...orNull(text), description: '公文种类' },
  theme: { ...orNull(text), description: '主题分类' },
  issuer: { ...text, description: '发文机关' },
  documentNumber: { ...orNull(text), description: '发文字号' },
  madeOn: { ...orNull(day), description: '成文日期' },
  publishedAt: { ...moment, description: '发布时间' },
  publishedOn: { ...day, description: '发布日期（北京时间）' },
  validity: { ...orNull(text), enum: [...VALIDITIES, null], description: '行政规范性文件的有效性' },
  validityLabel: orNull(text),
  interpreted: { type: 'boolean', description: '有无政策解读' },
} as const;

const url = { type: 'string', format: 'uri' } as const;
const { interpreted, ...LISTED } = ITEM;

/** An item as a dump and a 报送包 hold it. */
const ITEM_DATA = {
  ...LISTED,
  jointIssuers: { type: 'array', items: text, description: '联合发文机关' },
  correctedAt: { ...orNull(moment), description: '最近一次更正的时间' },
  effectiveOn: { ...orNull(day), description: '施行日期' },
  expiresOn: { ...orNull(day), description: '有效期至' },
  endedOn: { ...orNull(day), description: '废止或者失效的日期' },
  indexNumber: { ...text, description: '索引号' },
  attribute: { ...orNull(text), enum: [...ATTRIBUTES, null], description: '公开属性' },
  keywords: { type: 'array', items: text },
  summary: { ...orNull(text), description: '内容概述' },
  source: { ...text, description: '信息来源' },
  author: { ...orNull(text), description: '责任编辑' },
  text: { ...text, description: '正文' },
  html: { ...text, description: '正文的 HTML，只含段落、标题、列表、表格和图片' },
  attachments: {
    type: 'array',
    items: objectOf({ title: text, name: text, url, mediaType: text, bytes: whole, sha256: text }),
  },
  relations: {
    type: 'array',
    description: '本条信息与哪些信息有关',
    items: objectOf({ relation: text, number: whole, url }),
  },
} as const;

const WHOLE_ITEM = {
  ...ITEM_DATA,
  interpreted,
  related: {
    type: 'array',
    description: '与本条信息有关的信息，无论由哪一方指明',
    items: objectOf({ relation: text, title: text, url }),
  },
} as const;

const REPORT = {
  agency: text,
  agencyName: text,
  year: { ...whole, description: '报告年度' },
  publishedOn: day,
  url,
  files: objectOf({ docx: url, pdf: url, xlsx: url, json: url }),
} as const;

/** Figures of a report by the paths of their cells; null where none could be read. */
const REPORT_CELLS = {
  agency: text,
  agencyName: text,
  year: { ...whole, description: '报告年度' },
  edition: { ...text, enum: ['2019', '2021'], description: '统计表格的版本' },
  title: orNull(text),
  publishedOn: day,
  version: { ...whole, description: '更正后的报告版本递增' },
  url,
  versionUrl: url,
  cells: {
    type: 'object',
    additionalProperties: { type: ['number', 'null'] },
    description: '单元格路径和数；没有读到的为 null，路径的含义见 dictionary',
  },
} as const;

const REPORT_CELL = {
  path: text,
  name: text,
  table: { ...text, enum: ['table2', 'table3', 'table4'] },
  unit: { ...text, enum: ['count', 'signed', 'wan-yuan', 'amount'] },
  editions: { type: 'array', items: { ...text, enum: ['2019', '2021'] } },
} as const;

const DUMP = { year: whole, count: whole, url } as const;

const COLUMN = {
  code: text,
  agency: text,
  parent: orNull(text),
  name: text,
  description: text,
  type: text,
  url: { type: 'string', format: 'uri' },
} as const;

const TALLY = { agency: text, column: text, year: whole, count: whole } as const;

const listOf = (name: string) => ({
  type: 'object',
  required: ['total', 'items'],
  properties: { total: whole, items: { type: 'array', items: { $ref: `#/components/schemas/${name}` } } },
});

const parameter = (name: string, schema: unknown, description: string) => ({ name, in: 'query', schema, description });
const REPORT_CELL_PARAMETERS = [
  parameter('year', whole, '报告年度；不给的是全部年度'),
  parameter('agency', text, '机构编码；不给的是全部机关'),
] as const;

const LIST_PARAMETERS = [
  parameter('q', text, '标题、正文、附件、文号或者索引号中的词，用空格分开的都要有'),
  parameter('agency', text, '机构编码'),
  parameter('column', text, '栏目名称'),
  parameter('theme', text, '主题分类，如 综合政务\\政务公开'),
  parameter('kind', { ...text, enum: ITEM_KINDS }, '类型'),
  parameter('year', whole, '发布年份'),
  parameter('validity', { type: 'array', items: { ...text, enum: VALIDITIES } }, '有效性，可以给多个'),
  parameter('interpreted', { ...text, enum: ['yes', 'no'] }, '有无政策解读'),
  parameter('prefix', text, '发文字号的机关代字'),
  parameter('nyear', whole, '发文字号的年份'),
  parameter('serial', whole, '发文字号的序号'),
  parameter('from', day, '发布日期不早于'),
  parameter('to', day, '发布日期不晚于'),
  parameter('order', { ...text, enum: ['relevance', 'newest'] }, '排序'),
  parameter('page', { ...whole, minimum: 1 }, '第几页，每页 100 条'),
] as const;

const answer = (description: string, schema: unknown) => ({
  description,
  content: { 'application/json': { schema } },
});
const EXPORTS = {
  csv: { description: 'UTF-8 编码的 CSV', content: { 'text/csv': { schema: text } } },
  xlsx: {
    description: 'Excel 工作簿',
    content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: {} } },
  },
  json: answer('与 /api/items 相同的列表', listOf('Item')),
} as const;
const TOO_MANY = { description: '请求过于频繁，Retry-After 说明多少秒后再试' };

/** What programs can ask of the site, in OpenAPI 3.1. */
export function openApiDocument(origin: string, siteName: string): unknown {
  const get = (summary: string, parameters: readonly unknown[], schema: unknown, notFound = false) => ({
    get: {
      summary,
      parameters,
      responses: {
        200: answer(summary, schema),
        ...(notFound && { 404: { description: '没有这条信息' } }),
        429: TOO_MANY,
      },
    },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${siteName}政务公开开放数据接口`,
      version: '1',
      description: '只读，不需要登录。每个地址起初可以连续请求 120 次，以后每秒一次。',
    },
    servers: [{ url: origin }],
    paths: {
      '/api/items': get('公开信息', LIST_PARAMETERS, listOf('Item')),
      '/api/documents': get('政策文件', LIST_PARAMETERS, listOf('Item')),
      '/api/items/{number}': get(
        '一条公开信息的全文',
        [{ name: 'number', in: 'path', required: true, schema: whole, description: '信息编号' }],
        { $ref: '#/components/schemas/WholeItem' },
        true,
      ),
      '/api/columns': get('栏目', [], listOf('Column')),
      '/api/reports': get('已公布的政府信息公开工作年度报告', [], listOf('Report')),
      '/api/report-cells.json': {
        get: {
          summary: '已公布年度报告的全部数据；一次抵 10 次请求',
          parameters: REPORT_CELL_PARAMETERS,
          responses: {
            200: answer('每份报告的各个单元格，以及单元格的名称', {
              type: 'object',
              required: ['total', 'dictionary', 'items'],
              properties: {
                total: whole,
                dictionary: { type: 'array', items: { $ref: '#/components/schemas/ReportCell' } },
                items: { type: 'array', items: { $ref: '#/components/schemas/ReportCells' } },
              },
            }),
            400: { description: '年度或者机构编码写错' },
            429: TOO_MANY,
          },
        },
      },
      ...Object.fromEntries(
        (['csv', 'xlsx'] as const).map(format => [
          `/api/report-cells.${format}`,
          {
            get: {
              summary: `已公布年度报告的全部数据（${format.toUpperCase()}），每份报告一行；一次抵 10 次请求`,
              parameters: REPORT_CELL_PARAMETERS,
              responses: { 200: EXPORTS[format], 400: { description: '年度或者机构编码写错' }, 429: TOO_MANY },
            },
          },
        ]),
      ),
      '/api/dumps': get('按年度打包下载的全部公开信息', [], listOf('Dump')),
      '/api/dumps/{year}.ndjson.gz': {
        get: {
          summary: '一个年度公开的全部信息，gzip 压缩，每行一条 JSON（ItemData）；一次抵 30 次请求',
          parameters: [{ name: 'year', in: 'path', required: true, schema: whole, description: '发布年份' }],
          responses: {
            200: {
              description: '每行一条 JSON',
              content: { 'application/gzip': { schema: { $ref: '#/components/schemas/ItemData' } } },
            },
            404: { description: '这个年度没有公开信息' },
            429: TOO_MANY,
          },
        },
      },
      ...Object.fromEntries(
        (['csv', 'xlsx', 'json'] as const).map(format => [
          `/search.${format}`,
          {
            get: {
              summary: `检索结果导出为 ${format.toUpperCase()}，最多 10000 条；一次抵 10 次请求`,
              parameters: LIST_PARAMETERS,
              responses: { 200: EXPORTS[format], 429: TOO_MANY },
            },
          },
        ]),
      ),
      '/api/statistics': get('各机关各栏目各年发布信息的数量', [], listOf('Tally')),
    },
    components: {
      schemas: {
        Item: objectOf(ITEM),
        ItemData: objectOf(ITEM_DATA),
        WholeItem: objectOf(WHOLE_ITEM),
        Column: objectOf(COLUMN),
        Report: objectOf(REPORT),
        ReportCells: objectOf(REPORT_CELLS),
        ReportCell: objectOf(REPORT_CELL),
        Dump: objectOf(DUMP),
        Tally: objectOf(TALLY),
      },
    },
  };
}
