import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { ColumnCode } from '../rules/ids.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import type { ReviewStep } from '../rules/publication-log.ts';
import type { Stage } from '../rules/stage.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';
import type { Page } from './item.register.store.ts';

type Items = ExpressionBuilder<Schema, 'items'>;
type Day = Temporal.PlainDate;

/** How near the day is by which something must be public (Art. 26), the most pressing first. */
export const OBLIGATION_URGENCIES = ['overdue', 'near', 'later'] as const;
export type ObligationUrgency = (typeof OBLIGATION_URGENCIES)[number];

/** The days by which obligations are told apart: those before today are overdue, those up to `nearUntil` near. */
export type ObligationDays = { readonly today: Day; readonly nearUntil: Day };

/** Which items of an agency a list of the office shows; what is left out does not narrow it. */
export type DeskFilter = {
  readonly agency: AgencyCode;
  readonly stages?: readonly Stage[];
  /** Only what this officer has written an edition of. */
  readonly author?: StaffId;
  /** Only what waits for one of these steps. */
  readonly steps?: readonly ReviewStep[];
  readonly kind?: ItemKind;
  readonly column?: ColumnCode;
  /** Words of the title, a 文号 or an 索引号, also a part of one. */
  readonly text?: string;
  readonly urgency?: ObligationUrgency;
  /** Only what was published in an emergency and is still to be reviewed. */
  readonly emergency?: true;
};

export const DESK_SORTS = ['number', 'due', 'published'] as const;
export type DeskOrder = { readonly by: (typeof DESK_SORTS)[number]; readonly descending: boolean };

/** Whatever is not public yet although it is to be: nothing has said that it is not. */
const isObligation = (eb: Items): Expression<SqlBool> =>
  eb.and([eb('publish_by', 'is not', null), eb('published_on', 'is', null), eb('stage', '<>', 'archived')]);

function urgencyIs(eb: Items, urgency: ObligationUrgency, { today, nearUntil }: ObligationDays): Expression<SqlBool> {
  const [now, near] = [today.toString(), nearUntil.toString()];
  const days = {
    overdue: eb('publish_by', '<', now),
    near: eb.between('publish_by', now, near),
    later: eb('publish_by', '>', near),
  } as const satisfies Record<ObligationUrgency, Expression<SqlBool>>;
  return eb.and([isObligation(eb), days[urgency]]);
}

function conditionsOf(eb: Items, filter: DeskFilter, days: ObligationDays): Expression<SqlBool> {
  const { agency, stages, author, steps, kind, column, text, urgency, emergency } = filter;
  return eb.and([
    eb('agency', '=', agency),
    ...(stages === undefined ? [] : [eb('stage', '=', sql<string>`any(${[...stages]}::text[])`)]),
    ...(author === undefined
      ? []
      : [
          eb.exists(
            eb
              .selectFrom('item_editions')
              .select('edition')
              .whereRef('item_editions.item', '=', 'items.id')
              .where('item_editions.author', '=', author),
          ),
        ]),
    ...(steps === undefined ? [] : [eb('next_step', '=', sql<string>`any(${[...steps]}::text[])`)]),
    ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
    ...(column === undefined ? [] : [eb('column_code', '=', column)]),
    ...(text === undefined || text === ''
      ? []
      : [
          sql<SqlBool>`strpos(lower(title || chr(10) || coalesce(document_number, '') || chr(10) || index_number), lower(${text})) > 0`,
        ]),
    ...(urgency === undefined ? [] : [urgencyIs(eb, urgency, days)]),
    ...(emergency === undefined ? [] : [eb('emergency_open', '=', true)]),
  ]);
}

/** A page of the items of an agency as its desk shows them, with how many there are in all. */
export async function listDeskItems(
  queries: Queries,
  filter: DeskFilter,
  days: ObligationDays,
  { by, descending }: DeskOrder,
  { limit, offset }: Page,
): Promise<{ readonly items: readonly ItemLine[]; readonly total: number }> {
  const chosen = queries.selectFrom('items').where(eb => conditionsOf(eb, filter, days));
  const { total } = await chosen.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const column = { number: 'number', due: 'publish_by', published: 'published_at' } as const;
  const rows = await chosen
    .selectAll()
    .orderBy(column[by], order => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(itemLineOf), total };
}

/** How many items a filter chooses. */
export async function countDeskItems(queries: Queries, filter: DeskFilter, days: ObligationDays): Promise<number> {
  const { count } = await queries
    .selectFrom('items')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => conditionsOf(eb, filter, days))
    .executeTakeFirstOrThrow();
  return count;
}

export type ObligationTally = { readonly agency: AgencyCode } & Readonly<Record<ObligationUrgency, number>>;

/** What each of these agencies has still to publish, by urgency; an agency that owes nothing counts three noughts. */
export async function tallyObligations(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: ObligationDays,
): Promise<readonly ObligationTally[]> {
  const rows = await queries
    .selectFrom('items')
    .select(eb => [
      'agency',
      ...OBLIGATION_URGENCIES.map(urgency =>
        eb.fn
          .countAll<number>()
          .filterWhere(inner => urgencyIs(inner as Items, urgency, days))
          .as(urgency),
      ),
    ])
    .where('agency', '=', sql<string>`any(${[...agencies]}::text[])`)
    .where(isObligation)
    .groupBy('agency')
    .execute();
  const byAgency = new Map(rows.map(row => [row.agency, row]));
  return agencies.map(agency => {
    const row = byAgency.get(agency) as Partial<Record<ObligationUrgency, number>> | undefined;
    return { agency, overdue: row?.overdue ?? 0, near: row?.near ?? 0, later: row?.later ?? 0 };
  });
}
