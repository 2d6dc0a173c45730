import { expect, test } from 'vitest';
import { withCells } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { renderHtml } from './html/render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderText } from './render-text.ts';

const RENDERINGS = '../../../fixtures/renderings';
const report = withCells(sampleReport('2021'), {
  'table2.coercion.decisions': 'blank',
  'table3.declined.publication.publicInterestBody': 'dash',
});

// Whole outputs, so that a change to any of them is seen in review; `vitest run --project rules -u` writes them anew.
test('a report as HTML, Markdown and plain text', async () => {
  await expect(renderHtml(report)).toMatchFileSnapshot(`${RENDERINGS}/report-2021.html`);
  await expect(renderMarkdown(report)).toMatchFileSnapshot(`${RENDERINGS}/report-2021.md`);
  await expect(renderText(report)).toMatchFileSnapshot(`${RENDERINGS}/report-2021.txt`);
});

test('a report in the edition of 2019', async () => {
  await expect(renderMarkdown(sampleReport('2019'))).toMatchFileSnapshot(`${RENDERINGS}/report-2019.md`);
});
