import { expect, test } from 'vitest';
import { auditReport } from '../src/annual-report/audits/run-audits.ts';
import { readReport } from '../src/annual-report/parse/read-report.ts';
import type { AnnualReport } from '../src/annual-report/rules/report.ts';
import type { Edition } from '../src/law/report-form/edition.ts';
import { judgeReading } from './reports/judge-reading.ts';
import { randomFrom } from './reports/random-source.ts';
import { SITE_STYLES } from './reports/site-pages.ts';
import type { TrueReport } from './reports/true-report.ts';
import { plantErrors, randomTrueReport } from './reports/true-report.ts';

const SEEDS = [11, 4, 27, 9];
const editionOf = (seed: number): Edition => (seed % 3 === 0 ? '2019' : '2021');

const wholeReading = (truth: TrueReport) => ({ right: truth.truth.size, refused: 0, wrong: [], deviations: [] });

async function readPage(html: string): Promise<AnnualReport> {
  const read = await readReport(new TextEncoder().encode(html), 'page.html');
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.report;
}

for (const style of SITE_STYLES) {
  test(`${style.name}: a true report is read whole, without the page around it, and accused of nothing`, async () => {
    for (const seed of SEEDS) {
      const truth = randomTrueReport(() => randomFrom(seed), editionOf(seed));
      const { html, agency } = style.print(truth, randomFrom(seed + 1));
      const read = await readPage(html);
      expect(judgeReading(truth, agency, read)).toEqual({
        right: truth.truth.size,
        refused: 0,
        wrong: [],
        deviations: [],
      });
      expect(auditReport(read).findings.filter(({ level }) => level === 'error')).toEqual([]);
    }
  });

  test(`${style.name}: blank cells stay blank in their places, with labels as agencies word them`, async () => {
    for (const blank of ['zeros', 'all-but-totals'] as const) {
      const seed = SEEDS[(style.name.length + blank.length) % SEEDS.length]!;
      const truth = randomTrueReport(() => randomFrom(seed), editionOf(seed), { blank, labels: true });
      const { html, agency } = style.print(truth, randomFrom(seed + 1));
      const read = await readPage(html);
      expect(judgeReading(truth, agency, read)).toEqual(wholeReading(truth));
    }
  });

  test(`${style.name}: every planted error is found where it was planted`, async () => {
    const seed = SEEDS[style.name.length % SEEDS.length]!;
    for (const { audit, where, report } of plantErrors(() => randomFrom(seed), editionOf(seed))) {
      const read = await readPage(style.print(report, randomFrom(seed + 1)).html);
      const found = auditReport(read).findings.filter(finding => finding.audit === audit && finding.level !== 'notice');
      expect(found.map(finding => finding.where)).toEqual(expect.arrayContaining([...where]));
    }
  });
}
