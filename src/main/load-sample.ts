import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { SAMPLE_REPORT_2023 } from '../../sample/qingchuan/annual-report-2023.ts';
import { filePublishedReport } from '../annual-report/actions/file-published-report.ts';
import { reportJsonOf } from '../annual-report/rules/interchange.ts';
import type { Result } from '../kernel/result.ts';
import { registerAgency } from '../people/actions/register-agency.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import type { Database } from '../platform/database/database.ts';
import { noteInstallationFact } from '../platform/database/installation-facts.ts';

/** The fact that makes every page say 演示数据. */
export const SAMPLE_FACT = 'sample-district';

function insist<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The sample district does not load: ${result.problem}`);
  return result.value;
}

/** Loads the invented 示范市晴川区 by the same acts a person would use; loading it again changes nothing. */
export async function loadSample({ queries }: Pick<Database, 'queries'>): Promise<void> {
  await noteInstallationFact(queries, SAMPLE_FACT, 'qingchuan');
  for (const agency of SAMPLE_AGENCIES) insist(await registerAgency(queries, agency));
  insist(
    await filePublishedReport(queries, {
      agency: getAgencyCode('990101-001'),
      year: 2023,
      publishedOn: Temporal.PlainDate.from('2024-01-22'),
      json: reportJsonOf(SAMPLE_REPORT_2023),
    }),
  );
}
