import { z } from 'zod';
import { BODY } from './body.ts';
import { GAZETTE, MOST_IN_AN_ISSUE } from './gazette.ts';
import { GUIDE } from './guide.ts';
import { INTERPRETATION_FORMS } from './interpretation.ts';
import { PUBLICITY } from './publicity.ts';
import { GENRES } from './item-kind.ts';
import type { ItemKind } from './item-kind.ts';
import type { AttachmentId, ColumnCode, ItemId } from './ids.ts';

/** How one item concerns another. The other side is shown from the same row: a link that exists is a link both ways. */
export const RELATIONS = [
  'interprets',
  'amends',
  'repeals',
  'basis',
  'supports',
  'forwards',
  'answers-call',
  'gathers',
] as const;
export type Relation = (typeof RELATIONS)[number];
export const RELATION_LABEL = {
  interprets: '解读',
  amends: '修改',
  repeals: '废止',
  basis: '依据',
  supports: '配套',
  forwards: '转发',
  'answers-call': '征集结果反馈',
  gathers: '刊载',
} as const satisfies Record<Relation, string>;
/** The same relations seen from the other item. */
export const RELATION_REVERSE_LABEL = {
  interprets: '相关解读',
  amends: '被修改',
  repeals: '被废止',
  basis: '以本文件为依据',
  supports: '配套文件',
  forwards: '被转发',
  'answers-call': '征集公告',
  gathers: '刊载于',
} as const satisfies Record<Relation, string>;

const day = z.iso.date().transform(text => Temporal.PlainDate.from(text));
const line = (longest: number) => z.string().trim().max(longest);
const ended = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();

/** What only items of a kind have. */
const details = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** 行政规范性文件: in force from a day, to a day where it has a period of validity. */
  z.strictObject({ kind: z.literal('normative'), effectiveOn: day, expiresOn: ended(day) }),
  z.strictObject({
    kind: z.literal('interpretation'),
    forms: z.array(z.enum(INTERPRETATION_FORMS)).min(1).readonly(),
    interpreter: line(50),
    telephone: line(30),
  }),
  z.strictObject({ kind: z.literal('guide'), guide: GUIDE }),
  z.strictObject({ kind: z.literal('leader'), post: line(50), duties: line(500), portrait: ended(z.string()) }),
  z.strictObject({
    kind: z.literal('call-result'),
    received: z.number().int().min(0),
    adopted: z.number().int().min(0),
  }),
  GAZETTE,
]);

/** An edition's content from stored JSON or from a form; days are ISO text there and `Temporal.PlainDate` here. */
export const CONTENT = z.strictObject({
  title: line(200).min(1),
  column: z.string().transform(text => text as ColumnCode),
  genre: ended(z.enum(GENRES)),
  /** 主题分类, such as 综合政务\政务公开. */
  theme: ended(z.string()),
  documentNumber: ended(line(60)),
  /** 发文机关, and those that issued it together with it. */
  issuer: line(100).min(1),
  jointIssuers: z.array(line(100)).readonly(),
  /** 成文日期. */
  madeOn: ended(day),
  /** 公开时限基准日: when the information was made or changed (Art. 26). */
  formedOn: day,
  /** Where a law sets another period than twenty working days. */
  otherPeriod: ended(
    z.strictObject({
      length: z.number().int().min(1).max(366),
      unit: z.enum(['working-day', 'natural-day']),
      basis: line(100).min(1),
    }),
  ),
  /** 信息来源, for the tag ContentSource. */
  source: line(100).min(1),
  /** 责任编辑. */
  author: ended(line(30)),
  keywords: z.array(line(20)).max(10).readonly(),
  summary: ended(line(300)),
  body: BODY,
  attachments: z
    .array(z.strictObject({ id: z.string().transform(text => text as AttachmentId), title: line(150).min(1) }))
    .max(50)
    .readonly(),
  relations: z
    .array(z.strictObject({ relation: z.enum(RELATIONS), to: z.string().transform(text => text as ItemId) }))
    .max(MOST_IN_AN_ISSUE)
    .readonly(),
  details,
  /** 公示期, where it is shown for a period only. Absent and not null, so that editions saved before keep their hash. */
  publicity: PUBLICITY.optional(),
});

/** What one edition of an item says: metadata, body and what it refers to. Editions never change. */
export type Content = z.infer<typeof CONTENT>;
export type Details = Content['details'];

/** The details that items of a kind may have besides none: what a list counts as a 规范性文件 is a document. */
export const DETAILS_OF = {
  document: ['normative'],
  news: [],
  notice: [],
  data: [],
  interpretation: ['interpretation'],
  guide: ['guide'],
  'system-document': ['normative'],
  organisation: [],
  leader: ['leader'],
  'catalogue-entry': [],
  'call-result': ['call-result'],
  'annual-report': [],
  budget: [],
  gazette: ['gazette'],
} as const satisfies Record<ItemKind, readonly Details['kind'][]>;

/** Whether an item of a kind may have such details. */
export function mayHaveDetails(kind: ItemKind, { kind: details }: Details): boolean {
  const allowed: readonly Details['kind'][] = DETAILS_OF[kind];
  return details === 'none' || allowed.includes(details);
}

/** The content as JSON keeps it. */
export function contentJson(content: Content): string {
  return JSON.stringify(content);
}

/** The content with one file in place of another wherever it is named: as an attachment, in the body, as a portrait. */
export function withFileReplaced(content: Content, from: AttachmentId, to: AttachmentId): Content {
  return CONTENT.parse(JSON.parse(contentJson(content).replaceAll(from, to)));
}
