import { averageDaysOf, sumFees } from '../../applications/store/yearly.register.store.ts';
import { countPeriod, daysTakenIn, groupApplications } from '../../applications/store/period.register.store.ts';
import type { Channel } from '../../applications/rules/channel.ts';
import { tableFourOf, tallyDisputes } from '../../disputes/rules/table-four.ts';
import { listDisputes } from '../../disputes/store/dispute.register.store.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { countPublished, countsOfNormativeDocuments } from '../../publishing/store/item.register.store.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import { countInterpretations, groupPublished } from '../../publishing/store/period.register.store.ts';
import { INTERPRETATION_FORM_LABEL } from '../../publishing/rules/interpretation.ts';
import type { ReportYear } from '../rules/report-year.ts';
import { tableThreeOf } from '../rules/tally.ts';
import { mergedFigures } from '../rules/year-facts.ts';
import type { FigureKey, NamedCount, YearBreakdown, YearFacts } from '../rules/year-facts.ts';
import { findPublishedReport } from './published-report.store.ts';
import { countTableThree } from './table-three.store.ts';

/** Channels as a report names them. */
const CHANNEL_SHORT = {
  'in-person': '当面提交',
  oral: '口头提出',
  'signed-post': '挂号邮寄',
  'ordinary-post': '平常信函',
  online: '网上申请',
  email: '电子邮件',
  fax: '传真',
} as const satisfies Record<Channel, string>;

const daysOf = (year: number) => ({
  from: new Temporal.PlainDate(year, 1, 1),
  to: new Temporal.PlainDate(year, 12, 31),
});

const sumBy = <Of extends { readonly count: number }>(
  groups: readonly Of[],
  name: (group: Of) => string,
): readonly NamedCount[] =>
  [...Map.groupBy(groups, name)]
    .map(([of, some]) => ({ name: of, count: some.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));

/** How a year's work divides, as the registers have it. */
async function breakdownOf(queries: Queries, agency: AgencyCode, year: number): Promise<YearBreakdown> {
  const days = daysOf(year);
  const published = await groupPublished(queries, [agency], days);
  const columns = new Map((await listColumns(queries, agency)).map(({ code, name }) => [code, name]));
  const forms = await countInterpretations(queries, [agency], days);
  const applications = await groupApplications(queries, [agency], days);
  const counted = (groups: readonly { readonly count: number }[]) => groups.reduce((sum, { count }) => sum + count, 0);
  return {
    columns: sumBy(published, ({ column }) => columns.get(column) ?? column),
    forms: sumBy(forms, ({ form }) => INTERPRETATION_FORM_LABEL[form]),
    inTime: counted(published.filter(({ timing }) => timing === 'in-time')),
    late: counted(published.filter(({ timing }) => timing === 'late')),
    channels: sumBy(
      applications.filter(({ isNew }) => isNew),
      ({ channel }) => CHANNEL_SHORT[channel],
    ),
    extended: await countPeriod(queries, [agency], days, { extended: true }),
    settledLate: applications.some(({ outcome, late }) => outcome !== null && late === null)
      ? null
      : counted(applications.filter(({ late }) => late === true)),
    longestDays: (await daysTakenIn(queries, [agency], days)).longest,
  };
}

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
  const forms = await countInterpretations(queries, [code], daysOf(year));
  const interpretations = forms.reduce((sum, { count }) => sum + count, 0);
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
    ...(published > 0 ? { 'work.published': published, 'work.interpretations': interpretations } : {}),
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
    breakdown: await breakdownOf(queries, code, year),
  };
}
