import { SAMPLE_SITE_SOURCE, SAMPLE_SITE_VALUES_2025 } from '../../sample/qingchuan/site-return-2025.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import type { Result } from '../kernel/result.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import type { Officer } from '../people/rules/officer.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import type { Queries } from '../platform/database/pool.ts';
import { approveSiteReturn } from '../statistics/actions/decide-site-return.ts';
import { enterSiteValues } from '../statistics/actions/enter-site-values.ts';
import type { SiteReturnDeps, SiteReturnProblem } from '../statistics/actions/perform-site-return.ts';
import { publishSiteReturn } from '../statistics/actions/publish-site-return.ts';
import { submitSiteReturn } from '../statistics/actions/submit-site-return.ts';

const YEAR = 2025;

/** The sample's officers as they were then: in no delegation. */
function officerOf(username: string): Officer {
  const { id, name, agency, roles } = SAMPLE_STAFF.find(officer => officer.username === username)!;
  return { id: getStaffId(id), name, agency: getAgencyCode(agency), roles, actingFor: [], oversees: [] };
}

function insist(result: Result<null, SiteReturnProblem>): void {
  if (!result.ok) throw new Error(`The sample's site return does not load: ${result.problem.message}`);
}

/** The way of the sample site's return on 2025 in January 2026, each step by whose turn it was. */
export async function playSampleSiteReturn(queries: Queries): Promise<void> {
  const on = (day: string): SiteReturnDeps => ({
    queries,
    today: () => Temporal.PlainDate.from(day),
    now: () =>
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' }).toInstant(),
  });
  const clerk = officerOf('gu.wenlan');
  const input = { values: SAMPLE_SITE_VALUES_2025, source: SAMPLE_SITE_SOURCE };
  insist(await enterSiteValues(on('2026-01-12'), clerk, { year: YEAR, seen: 0 }, input));
  insist(await submitSiteReturn(on('2026-01-14'), clerk, { year: YEAR, seen: 1 }));
  insist(await approveSiteReturn(on('2026-01-15'), officerOf('tang.yuanshan'), { year: YEAR, seen: 2 }));
  insist(await publishSiteReturn(on('2026-01-16'), officerOf('song.qiubai'), { year: YEAR, seen: 3 }));
}
