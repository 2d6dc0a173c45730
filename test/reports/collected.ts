import type { CollectedReport } from '../../src/annual-report/rules/collection/collected-report.ts';
import { getAgencyCode } from '../../src/people/rules/agency.ts';
import type { Finding, Level } from '../../src/proofreading/finding.ts';
import { withCells } from './altered-report.ts';
import { sampleReport } from './sample-report.ts';

/** A report of 机关N on a year with these cells and no finding; what is not said is as in the sample. */
export function collectedReport(
  number: number,
  year: number,
  cells: Parameters<typeof withCells>[1] = {},
  more: Partial<CollectedReport> = {},
): CollectedReport {
  const agencyName = `示范市晴川区机关${number}`;
  return {
    agency: getAgencyCode(`990101-${String(number).padStart(3, '0')}`),
    agencyName,
    year,
    report: { ...withCells(sampleReport(year < 2021 ? '2019' : '2021'), cells), agency: agencyName, year },
    findings: [],
    submittedOn: null,
    state: 'published',
    ...more,
  };
}

/** A finding of an audit, as one is told. */
export const findingOf = (audit: string, level: Level, more: Partial<Finding> = {}): Finding => ({
  audit,
  level,
  where: 'section1',
  quote: '',
  message: '数据与表格不一致',
  basis: '《中华人民共和国政府信息公开条例》第五十条',
  suggestion: '',
  fingerprint: '0123456789abcdef',
  ...more,
});
