import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { orderRectification } from '../annual-report/actions/rectification/order-rectification.ts';
import { rectificationRefusalText } from '../annual-report/rules/rectification/admit.ts';
import { listCollectedReports } from '../annual-report/store/collected-report.register.store.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import type { Queries } from '../platform/database/pool.ts';

const OFFICE = '990101-001';
const FINANCE = getAgencyCode('990101-004');
const YEAR = 2025;

/** What the sample's office has ordered to be mended: the findings of one report, with a day that has just passed. */
export async function playSampleRectification(queries: Queries, today: Temporal.PlainDate): Promise<void> {
  const { id, name, agency, roles } = SAMPLE_STAFF.find(({ username }) => username === 'song.qiubai')!;
  const oversees = SAMPLE_AGENCIES.map(({ code }) => getAgencyCode(code)).filter(code => code !== OFFICE);
  const officer = { id: getStaffId(id), name, agency: getAgencyCode(agency), roles, actingFor: [], oversees };
  const [report] = await listCollectedReports(queries, { year: YEAR, agencies: [FINANCE] });
  const orderedOn = today.subtract({ days: 20 });
  const ordered = await orderRectification(
    {
      queries,
      today: () => orderedOn,
      now: () => orderedOn.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' }).toInstant(),
    },
    officer,
    {
      agency: FINANCE,
      year: YEAR,
      findings: report!.findings.flatMap(({ fingerprint }) => fingerprint ?? []),
      demand: '请按登记台账逐项核对改正，重新报送报告，并在期限内反馈整改情况。',
      dueOn: today.subtract({ days: 5 }),
    },
  );
  if (!ordered.ok) throw new Error(`The sample's order does not load: ${rectificationRefusalText(ordered.problem)}`);
}
