import { SECTION_HEADING } from '../../law/report-form/sections.ts';
import type { NumberedSection } from '../../law/report-form/sections.ts';
import type { Prose } from './draft-prose.ts';
import { fillFigures } from './live-figures.ts';
import { cellsFor } from './report.ts';
import type { AnnualReport } from './report.ts';
import { figureOfCell } from './year-facts.ts';
import type { YearFacts } from './year-facts.ts';

const NUMBERED = Object.keys(SECTION_HEADING) as readonly NumberedSection[];

/** The report that a year's facts and prose make. A figure that nobody knows is a blank cell, never a 0. */
export function composeReport(facts: YearFacts, prose: Prose): AnnualReport {
  const fill = (text: string) => fillFigures(text, facts);
  return {
    title: `${facts.agency}${facts.year}年政府信息公开工作年度报告`,
    agency: facts.agency,
    year: facts.year,
    edition: '2021',
    sections: {
      preface: fill(prose.preface),
      '1': fill(prose['1']),
      '2': '',
      '3': '',
      '4': '',
      '5': fill(prose['5']),
      '6': fill(prose['6']),
    },
    headings: NUMBERED.map(section => ({ section, text: SECTION_HEADING[section] })),
    cells: cellsFor('2021', path => {
      const value = figureOfCell(facts, path);
      return value === null ? { kind: 'blank', value: null, raw: '' } : { kind: 'number', value, raw: String(value) };
    }),
    tables: { table2: 'found', table3: 'found', table4: 'found' },
    labels: [],
    notes: [],
  };
}
