import { expect, test } from 'vitest';
import { SUMS } from '../../../../fixtures/narrative/sums.ts';
import { sampleReport } from '../../../../test/reports/sample-report.ts';
import { withProse } from '../../../../test/reports/altered-report.ts';
import { proseSums } from '../../audits/prose-sums.ts';
import { listCountsByParagraph } from './counts.ts';
import { figuresOf } from './figures.ts';
import { listBrokenSums } from './sums.ts';

test.each(SUMS)('%s', (text, expected) => {
  const report = withProse(sampleReport('2021'), { preface: null, '1': text, '5': null, '6': null });
  const figures = figuresOf(report);
  const verdict = proseSums.audit({ sections: report.sections, figures });
  const levels = verdict.kind === 'checked' ? verdict.found.map(({ level }) => level) : [];
  const kinds = listCountsByParagraph(text, figures)
    .flatMap(listBrokenSums)
    .map(({ kind }) => kind);
  expect(levels.map((level, index) => `${level} ${kinds[index]!}`).join(', ')).toBe(expected);
});
