import type { SectionKey } from '../../src/law/report-form/sections.ts';
import { SECTION_KEYS } from '../../src/law/report-form/sections.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';
import type { TrueReport } from './true-report.ts';

/** What a reader made of a file, held against what was printed. */
export type Judgement = {
  readonly right: number;
  readonly refused: number;
  /** Cells with another number than printed: must never be. */
  readonly wrong: readonly string[];
  /** Year, edition, agency and sections that are not as printed. */
  readonly deviations: readonly string[];
};

/**
 * Compares a reading with the truth, cell by cell, and the prose to the letter: what stands around a report is none of it. Print
 * does not mark where a paragraph ends: `breaks` says whether that is compared.
 */
export function judgeReading(
  truth: TrueReport,
  agency: string | null,
  read: AnnualReport,
  breaks: 'compared' | 'ignored' = 'compared',
): Judgement {
  const wrong: string[] = [];
  let [right, refused] = [0, 0];
  for (const [path, value] of truth.truth) {
    const cell = read.cells[path];
    const got = cell?.value ?? null;
    if (got === value) right += 1;
    else if (got === null && cell?.kind !== undefined) refused += 1;
    else wrong.push(`${path}: printed ${value}, read ${got}`);
  }
  const prose = (key: SectionKey) => truth.prose[key].join('\n');
  const compared = (text: string) => (breaks === 'compared' ? text : text.replaceAll('\n', ''));
  const deviations = [
    ...(read.year === truth.year ? [] : [`year ${read.year}, printed ${truth.year}`]),
    ...(read.edition === truth.edition ? [] : [`edition ${read.edition}, printed ${truth.edition}`]),
    ...(read.agency === agency ? [] : [`agency ${read.agency}, printed ${agency}`]),
    ...SECTION_KEYS.filter(key => compared(read.sections[key] ?? '') !== compared(prose(key))).map(
      key => `section ${key}: ${JSON.stringify(read.sections[key])}, printed ${JSON.stringify(prose(key))}`,
    ),
  ];
  return { right, refused, wrong, deviations };
}
