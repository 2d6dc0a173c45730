import { averageDaysOf, sumFees } from '../../applications/store/yearly.register.store.ts';
import { tableFourOf, tallyDisputes } from '../../disputes/rules/table-four.ts';
import { listDisputes } from '../../disputes/store/dispute.register.store.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { countPublished, countsOfNormativeDocuments } from '../../publishing/store/item.register.store.ts';
import type { ReportYear } from '../rules/report-year.ts';
import { tableThreeOf } from '../rules/tally.ts';
import { mergedFigures } from '../rules/year-facts.ts';
import type { FigureKey, YearFacts } from '../rules/year-facts.ts';
import { findPublishedReport } from './published-report.store.ts';
import { countTableThree } from './table-three.store.ts';

/**
 * What the registers themselves count for table two and the prose. An agency that publishes elsewhere has no figures here, rather
 * than noughts; one that may make no 规章 has made none.
 */
async function countedFigures(
  queries: Queries,
  { code, mayMakeRules }: Agency,
  year: number,
): Promise<Partial<Record<FigureKey, number>>> {
  const published = await countPublished(queries, { year, agency: code });
  const { issued, repealed, inForce, inForceBefore } = await countsOfNormativeDocuments(queries, code, year);
  const hasDocuments = published > 0 || inForce > 0 || inForceBefore > 0;
  return {
    ...(mayMakeRules
      ? {}
      : {
          'table2.regulatoryRule.issued': 0,
          'table2.regulatoryRule.repealed': 0,
          'table2.regulatoryRule.inForce': 0,
        }),
    ...(hasDocuments
      ? {
          'table2.normativeDocument.issued': issued,
          'table2.normativeDocument.repealed': repealed,
          'table2.normativeDocument.inForce': inForce,
        }
      : {}),
    ...(published > 0 ? { 'work.published': published } : {}),
  };
}

/** Everything that an agency's report on a year is made of, as the registers have it now. */
export async function gatherFacts(
  queries: Queries,
  agency: Agency,
  year: number,
  entered: ReportYear['entered'],
): Promise<YearFacts> {
  const { code, name, contact } = agency;
  const applications = (await countTableThree(queries, [code], year)).get(code)!;
  const disputes = tallyDisputes(await listDisputes(queries, code), year);
  const { notices, noticedYuan, paidYuan } = await sumFees(queries, code, year);
  const previous = await findPublishedReport(queries, code, year - 1);
  return {
    agency: name,
    siteName: (await listAgencies(queries)).find(({ parent }) => parent === null)?.name ?? name,
    address: contact.address,
    postcode: contact.postcode,
    telephone: contact.telephone,
    year,
    figures: mergedFigures(await countedFigures(queries, agency, year), entered),
    counted: { ...tableThreeOf(applications), ...tableFourOf(disputes) },
    averageDays: await averageDaysOf(queries, code, year),
    fees: { notices, noticedYuan, paidYuan },
    previousProblems: previous?.report.sections['5'] ?? null,
  };
}
