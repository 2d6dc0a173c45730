import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { obligationsOf, obligationStateOn } from '../rules/obligations.ts';
import type { ObligationKind, ObligationState } from '../rules/obligations.ts';
import { INTERPRETATION_DEMANDED, NEAR_DUE_DAYS } from '../rules/settings.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

type Day = Temporal.PlainDate;

/** Something owed with an item. */
export type Obligation = ObligationState & {
  readonly kind: ObligationKind;
  readonly item: ItemLine;
  readonly dueOn: Day;
};

/** How long before its end a 公示 is announced on the desk; one of three years would stand there all the time. */
const PUBLICITY_ANNOUNCED = { days: 14 } as const;

const isAnnounced = ({ publicityOpen, publicityEndsOn }: ItemLine, today: Day): boolean =>
  publicityOpen &&
  publicityEndsOn !== null &&
  Temporal.PlainDate.compare(publicityEndsOn, today.add(PUBLICITY_ANNOUNCED)) <= 0;

/** What an agency owes on a day, the longest overdue first. */
export async function listObligations(
  queries: Queries,
  agency: AgencyCode,
  today: Day,
  calendar: WorkingCalendar,
): Promise<readonly Obligation[]> {
  const { demanded, near } = await readSettings(
    queries,
    { demanded: INTERPRETATION_DEMANDED, near: NEAR_DUE_DAYS },
    agency,
  );
  const interpreted = sql<boolean>`exists (
    select from item_relations r join items i on i.id = r.item and i.public_edition = r.edition
    where r.target = items.id and r.relation = 'interprets' and i.visibility = 'public')`;
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .select(interpreted.as('interpreted'))
    .where('agency', '=', agency)
    .where(eb =>
      eb.or([
        eb.and([eb('published_on', 'is', null), eb('publish_by', 'is not', null), eb('stage', '!=', 'archived')]),
        eb('reassess_by', 'is not', null),
        eb('emergency_open', '=', true),
        eb('mend_by', 'is not', null),
        eb.and([
          eb('publicity_open', '=', true),
          eb('publicity_ends_on', '<=', today.add(PUBLICITY_ANNOUNCED).toString()),
        ]),
        eb.and([
          eb('visibility', '=', 'public'),
          eb('effective_on', 'is not', null),
          sql<SqlBool>`not ${interpreted}`,
          // What is no longer in force needs no explanation any more.
          sql<SqlBool>`coalesce(least(ended_on, expires_on + 1) > ${today.toString()}::date, true)`,
          sql<SqlBool>`published_on >= ${calendar.countsFrom.toString()}::date`,
        ]),
      ]),
    )
    .execute();
  return rows
    .flatMap(row => {
      const item = itemLineOf(row);
      const owed = obligationsOf(
        {
          publishBy: item.publishBy,
          publishedOn: item.publishedOn,
          isWithheldOrClosed: item.stage === 'withheld' || item.stage === 'archived',
          normative: item.normative !== null,
          interpreted: row.interpreted,
          interpretationDemanded: demanded,
          isPublic: item.visibility === 'public',
          reassessBy: item.reassessBy,
          emergencyOpen: item.emergencyOpen,
          mendBy: item.mendBy,
          publicityEndsOn: isAnnounced(item, today) ? item.publicityEndsOn : null,
        },
        calendar,
      );
      return owed.map(({ kind, dueOn }) => ({ kind, item, dueOn, ...obligationStateOn(dueOn, today, near, calendar) }));
    })
    .toSorted(
      (one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || one.item.number - other.item.number,
    );
}

/** How an agency kept the period of Art. 26 for what it published in a year, and what it still owes today. */
export type Timeliness = {
  readonly agency: AgencyCode;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
};

/** Who is late, by agency; agencies without items are not in it. */
export async function timelinessByAgency(queries: Queries, year: number, today: Day): Promise<readonly Timeliness[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<Timeliness>`
    select agency,
           count(*) filter (where published_on between ${first}::date and ${last}::date
                              and (publish_by is null or published_on <= publish_by)) as "onTime",
           count(*) filter (where published_on between ${first}::date and ${last}::date
                              and published_on > publish_by) as late,
           count(*) filter (where published_on is null and stage not in ('withheld', 'archived')
                              and publish_by < ${today.toString()}::date) as overdue
    from items group by agency order by agency`.execute(queries);
  return rows;
}
