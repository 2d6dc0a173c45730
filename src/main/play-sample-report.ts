import {
  SAMPLE_FIGURES_2023,
  SAMPLE_FIGURES_SOURCE,
  SAMPLE_PROSE_2023,
} from '../../sample/qingchuan/annual-report-2023.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { approveReport } from '../annual-report/actions/approve-report.ts';
import { enterFigures } from '../annual-report/actions/enter-figures.ts';
import { freezeYear } from '../annual-report/actions/freeze-year.ts';
import { openYear } from '../annual-report/actions/open-year.ts';
import type { YearDeps, YearProblem } from '../annual-report/actions/perform-on-year.ts';
import { publishReport } from '../annual-report/actions/publish-report.ts';
import { submitReport } from '../annual-report/actions/submit-report.ts';
import { writeProse } from '../annual-report/actions/write-prose.ts';
import type { Result } from '../kernel/result.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import type { Officer } from '../people/rules/officer.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import type { Queries } from '../platform/database/pool.ts';

const YEAR = 2023;

/** The sample's officers as they were then: in no delegation. */
function officerOf(username: string): Officer {
  const { id, name, agency, roles } = SAMPLE_STAFF.find(officer => officer.username === username)!;
  return { id: getStaffId(id), name, agency: getAgencyCode(agency), roles, actingFor: [], oversees: [] };
}

function insist(result: Result<null, YearProblem>): void {
  if (!result.ok) throw new Error(`The sample's report does not load: ${result.problem.message}`);
}

/** The way of the sample's report on 2023 in January 2024: figures, prose, approval, publication, each by whose turn it was. */
export async function playSampleReport(queries: Queries): Promise<void> {
  const [clerk, signatory, head] = ['gu.wenlan', 'tang.yuanshan', 'song.qiubai'].map(officerOf) as [
    Officer,
    Officer,
    Officer,
  ];
  let seen = 0;
  const on = (day: string): YearDeps => ({
    queries,
    today: () => Temporal.PlainDate.from(day),
    now: () =>
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' }).toInstant(),
  });
  const next = () => ({ year: YEAR, seen: (seen += 1) });
  insist(await openYear(on('2024-01-08'), clerk, YEAR));
  const figures = { figures: SAMPLE_FIGURES_2023, source: SAMPLE_FIGURES_SOURCE };
  insist(await enterFigures(on('2024-01-09'), clerk, next(), figures));
  insist(await writeProse(on('2024-01-10'), clerk, next(), SAMPLE_PROSE_2023));
  insist(await freezeYear(on('2024-01-15'), clerk, next()));
  insist(await submitReport(on('2024-01-16'), clerk, next()));
  insist(await approveReport(on('2024-01-19'), signatory, next()));
  insist(await publishReport(on('2024-01-22'), head, next()));
}
