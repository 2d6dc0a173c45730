import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, a line each; empty when nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which the page's policy against foreign scripts does not bind.
  await page.evaluate(AXE);
  const faults = await page.evaluate(`axe.run(document).then(result => result.violations.flatMap(violation =>
    violation.nodes.map(node => violation.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary)))`);
  return faults as string[];
}
