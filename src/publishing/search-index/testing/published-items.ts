import { randomUUIDv7 } from 'node:crypto';
import { NATIONAL_CALENDAR } from '../../../calendar/national-calendar.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import { addressOf } from '../../rules/address.ts';
import { bodyOfParagraphs } from '../../rules/body.ts';
import { getColumnCode } from '../../rules/column.ts';
import type { Column } from '../../rules/column.ts';
import type { Content } from '../../rules/content.ts';
import { foldPublication } from '../../rules/fold.ts';
import type { ItemId } from '../../rules/ids.ts';
import type { ItemKind } from '../../rules/item-kind.ts';
import { projectionOf } from '../../rules/project.ts';
import type { Act, Entry } from '../../rules/publication-log.ts';
import { saveColumns } from '../../store/column.store.ts';
import { insertItems, reserveNumbers } from '../../store/item.store.ts';

export const OFFICE = getAgencyCode('990101-001');

/** A column as tests need one. */
export function testColumn(code: string, name: string, more: Partial<Column> = {}): Column {
  return {
    code: getColumnCode(code),
    agency: OFFICE,
    parent: null,
    name,
    description: `${name}栏目发布的信息`,
    keywords: [name],
    type: '政策文件',
    updateClass: 'notices',
    lawItem: null,
    block: null,
    position: 1,
    ...more,
  };
}

export const POLICIES = testColumn('zcwj', '政策文件');
export const NEWS = testColumn('zwdt', '政务动态', { type: '政务动态', updateClass: 'news', position: 2 });

export async function saveTestColumns(queries: Queries): Promise<void> {
  await saveColumns(queries, [POLICIES, NEWS]);
}

/** What a test says of an item; the rest is filled in. */
export type TestItem = {
  readonly id?: ItemId;
  readonly title: string;
  readonly text: string;
  readonly kind?: ItemKind;
  readonly agency?: AgencyCode;
  readonly publishedOn?: string;
  readonly content?: Partial<Content>;
  /** What happened after it was published. */
  readonly after?: readonly Act[];
};

function contentOf({
  title,
  text,
  content,
  publishedOn,
}: Required<Pick<TestItem, 'title' | 'text' | 'publishedOn'>> & Pick<TestItem, 'content'>): Content {
  const day = Temporal.PlainDate.from(publishedOn);
  return {
    title,
    column: POLICIES.code,
    genre: null,
    theme: null,
    documentNumber: null,
    issuer: '示范市晴川区人民政府办公室',
    jointIssuers: [],
    madeOn: day,
    formedOn: day,
    otherPeriod: null,
    source: '区政府办公室',
    author: null,
    keywords: [],
    summary: null,
    body: bodyOfParagraphs(text.split('\n')),
    attachments: [],
    relations: [],
    details: { kind: 'none' },
    ...content,
  };
}

function newItemOf(item: TestItem, number: number) {
  const publishedOn = item.publishedOn ?? '2023-06-01';
  const content = contentOf({ ...item, publishedOn });
  const at = Temporal.PlainDate.from(publishedOn)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' })
    .toInstant();
  const on = Temporal.PlainDate.from(publishedOn);
  const address = addressOf({ column: content.column, publishedOn: on, number });
  const kind = item.kind ?? 'document';
  const acts: readonly Act[] = [
    { kind: 'drafted', itemKind: kind, edition: 1 },
    { kind: 'attribute-set', attribute: 'proactive', ground: null, reason: null },
    { kind: 'published', edition: 1, address, on },
    ...(item.after ?? []),
  ];
  const entries: readonly Entry[] = acts.map((act, index) => ({
    sequence: index + 1,
    at,
    by: { kind: 'system' },
    act,
  }));
  const id = item.id ?? (randomUUIDv7() as ItemId);
  return {
    registration: { id, number, agency: item.agency ?? OFFICE, kind, indexNumber: `990101-001/${on.year}-${id}` },
    entries,
    editions: [{ edition: 1, content, author: null, savedAt: at }],
    projection: projectionOf(foldPublication(entries), content, NATIONAL_CALENDAR),
  };
}

/** Writes items that were published, without the acts that lead there. Gives their ids in order. */
export async function insertPublished(queries: Queries, items: readonly TestItem[]): Promise<readonly ItemId[]> {
  return queries.transaction().execute(async transaction => {
    const numbers = await reserveNumbers(transaction, items.length);
    const made = items.map((item, index) => newItemOf(item, numbers[index]!));
    await insertItems(transaction, made);
    return made.map(({ registration }) => registration.id);
  });
}
