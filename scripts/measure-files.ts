// Measures the reading of whole files: node scripts/measure-files.ts [REPORTS]
// True reports, and the same with planted errors, as pages of government sites, as Word files, and as what Chromium and
// LibreOffice print of both. Prints for each style which cells are right, wrong or refused, and what else was not as printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { auditReport } from '../src/annual-report/audits/run-audits.ts';
import { readReport } from '../src/annual-report/parse/read-report.ts';
import { findBrowser, launchBrowser } from '../test/journeys/browser.ts';
import { judgeReading } from '../test/reports/judge-reading.ts';
import { randomFrom } from '../test/reports/random-source.ts';
import { SITE_STYLES } from '../test/reports/site-pages.ts';
import type { PlantedError, TrueReport } from '../test/reports/true-report.ts';
import { plantErrors, randomTrueReport } from '../test/reports/true-report.ts';
import { WORD_STYLES } from '../test/reports/word-files.ts';

/** A file, what is printed in it, and the error planted in it, if one was. */
type Sample = {
  readonly style: string;
  readonly bytes: Uint8Array;
  readonly truth: TrueReport;
  readonly agency: string | null;
  readonly planted: PlantedError | null;
};
type Tally = {
  files: number;
  right: number;
  wrong: number;
  refused: number;
  deviations: number;
  errors: number;
  planted: number;
  found: number;
};

const noTally = (): Tally => ({
  files: 0,
  right: 0,
  wrong: 0,
  refused: 0,
  deviations: 0,
  errors: 0,
  planted: 0,
  found: 0,
});

const BLANKS = ['none', 'zeros', 'none', 'all-but-totals'] as const;

/** A true report and those with a planted error, of one seed. */
function listReports(seed: number): readonly { truth: TrueReport; planted: PlantedError | null }[] {
  const edition = seed % 3 === 0 ? '2019' : '2021';
  const source = () => randomFrom(seed * 97 + 13);
  return [
    {
      truth: randomTrueReport(source, edition, { blank: BLANKS[seed % BLANKS.length]!, labels: false }),
      planted: null,
    },
    ...plantErrors(source, edition).map(planted => ({ truth: planted.report, planted })),
  ];
}

async function judge(sample: Sample, name: string, into: Tally, say: (line: string) => void): Promise<void> {
  into.files += 1;
  const read = await readReport(sample.bytes, name);
  if (!read.ok) {
    into.refused += sample.truth.truth.size;
    say(`${sample.style}: ${read.problem.message}`);
    return;
  }
  const { report } = read.value;
  const { right, refused, wrong, deviations } = judgeReading(
    sample.truth,
    sample.agency,
    report,
    name.endsWith('.pdf') ? 'ignored' : 'compared',
  );
  into.right += right;
  into.refused += refused;
  into.wrong += wrong.length;
  into.deviations += deviations.length;
  for (const line of [...wrong, ...deviations]) say(`${sample.style}: ${line}`);
  if (refused > 0) for (const { message } of report.notes) say(`${sample.style}: ${message}`);
  const { findings } = auditReport(report);
  if (sample.planted === null) {
    const errors = findings.filter(({ level }) => level === 'error');
    into.errors += errors.length;
    for (const { audit, where, message } of errors) say(`${sample.style}: false ${audit} at ${where}: ${message}`);
    return;
  }
  const { audit, where } = sample.planted;
  const isFound = where.every(place =>
    findings.some(finding => finding.audit === audit && finding.where === place && finding.level !== 'notice'),
  );
  into.planted += 1;
  into.found += Number(isFound);
  if (!isFound) say(`${sample.style}: ${audit} at ${where.join()} not found`);
}

async function* pages(seeds: number): AsyncGenerator<Sample> {
  for (const style of SITE_STYLES)
    for (let seed = 0; seed < seeds; seed += 1)
      for (const { truth, planted } of listReports(seed)) {
        const { html, agency } = style.print(truth, randomFrom(seed + 1));
        yield { style: style.name, bytes: new TextEncoder().encode(html), truth, agency, planted };
      }
}

async function* wordFiles(seeds: number): AsyncGenerator<Sample> {
  for (const style of WORD_STYLES)
    for (let seed = 0; seed < seeds; seed += 1)
      for (const { truth, planted } of listReports(seed))
        yield {
          style: style.name,
          bytes: await style.print(truth, randomFrom(seed + 1)),
          truth,
          agency: truth.agency,
          planted,
        };
}

async function* printedByBrowser(samples: AsyncGenerator<Sample>, browser: Browser): AsyncGenerator<Sample> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for await (const sample of samples) {
    await page.setContent(new TextDecoder().decode(sample.bytes));
    yield {
      ...sample,
      bytes: await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } }),
    };
  }
}

async function* printedByOffice(samples: AsyncGenerator<Sample>, folder: string): AsyncGenerator<Sample> {
  const all: Sample[] = [];
  for await (const sample of samples) {
    writeFileSync(join(folder, `${all.length}.docx`), sample.bytes);
    all.push(sample);
  }
  const names = all.map((_, index) => join(folder, `${index}.docx`));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], {
    stdio: 'ignore',
  });
  for (const [index, sample] of all.entries()) yield { ...sample, bytes: readFileSync(join(folder, `${index}.pdf`)) };
}

async function measure(title: string, name: string, samples: AsyncGenerator<Sample>): Promise<void> {
  const tallies = new Map<string, Tally>();
  const said = new Map<string, number>();
  for await (const sample of samples) {
    const tally = tallies.get(sample.style) ?? noTally();
    tallies.set(sample.style, tally);
    await judge(sample, name, tally, line => said.set(line, (said.get(line) ?? 0) + 1));
  }
  console.log(
    `\n${title}\n\n| style | files | cells right | wrong | refused | prose, year, agency not as printed | false errors | planted errors found |`,
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [style, tally] of tallies) {
    const cells = tally.right + tally.wrong + tally.refused;
    const share = (count: number) => `${((100 * count) / cells).toFixed(2)} %`;
    console.log(
      `| ${style} | ${tally.files} | ${share(tally.right)} | ${tally.wrong} | ${share(tally.refused)} | ${tally.deviations} | ${tally.errors} | ${tally.found} of ${tally.planted} |`,
    );
  }
  if (process.argv.includes('--verbose')) for (const [line, times] of said) console.log(`  ${times} × ${line}`);
}

async function main(): Promise<void> {
  const seeds = Number(process.argv.find(argument => /^\d+$/.test(argument)) ?? 4);
  await measure('Pages of government sites', 'page.html', pages(seeds));
  await measure('Word files', 'report.docx', wordFiles(seeds));
  if (findBrowser() === null) console.error('没有浏览器，没有测量由浏览器打印的 PDF');
  else {
    const browser = await launchBrowser();
    await measure('The pages, printed by Chromium', 'page.pdf', printedByBrowser(pages(seeds), browser));
    await browser.close();
  }
  if (spawnSync('soffice', ['--version']).status !== 0) console.error('没有 LibreOffice，没有测量由它打印的 PDF');
  else {
    const folder = mkdtempSync(join(tmpdir(), 'measure-files-'));
    await measure('The Word files, printed by LibreOffice', 'report.pdf', printedByOffice(wordFiles(seeds), folder));
    rmSync(folder, { recursive: true });
  }
}

await main();
