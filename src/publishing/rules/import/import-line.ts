import { z } from 'zod';

/** What a line of an import may say, as the columns of its table do. Everything is the text that stood there. */
export const IMPORT_FIELDS = [
  'address',
  'title',
  'publishedAt',
  'madeOn',
  'column',
  'kind',
  'documentNumber',
  'indexNumber',
  'issuer',
  'source',
  'author',
  'genre',
  'theme',
  'keywords',
  'summary',
  'effectiveOn',
  'expiresOn',
  'validity',
  'interprets',
  'file',
  'attachments',
  'body',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a field is called in the report and in sentences. */
export const IMPORT_FIELD_LABEL = {
  address: '原网址',
  title: '标题',
  publishedAt: '发布日期',
  madeOn: '成文日期',
  column: '栏目',
  kind: '信息种类',
  documentNumber: '文号',
  indexNumber: '索引号',
  issuer: '发文机关',
  source: '信息来源',
  author: '责任编辑',
  genre: '体裁',
  theme: '主题分类',
  keywords: '关键词',
  summary: '摘要',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  validity: '有效性',
  interprets: '被解读文件',
  file: '正文文件',
  attachments: '附件',
  body: '正文',
} as const satisfies Record<ImportField, string>;

const line = z.strictObject({
  /** Where it stands: the row of its table, counted as a spreadsheet counts, or its place in the folder. */
  number: z.number().int().min(1),
  fields: z.partialRecord(z.enum(IMPORT_FIELDS), z.string()),
});

/** One line of an import as it was read. */
export type ImportLine = z.infer<typeof line>;

/** A line from stored JSON; throws for what is none. */
export const readStoredLine = (stored: unknown): ImportLine => line.parse(stored);

/** What the report calls a line: its title, else its file or address. */
export function lineName({ number, fields }: ImportLine): string {
  return fields.title ?? fields.file ?? fields.address ?? `第 ${number} 行`;
}
