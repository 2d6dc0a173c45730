// How long reading, auditing and printing a report take, each against a baseline timed in the same run.
import { parse } from 'parse5';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unzipSync } from 'fflate';
import { auditReport } from '../src/annual-report/audits/run-audits.ts';
import { readReport } from '../src/annual-report/parse/read-report.ts';
import { reportDocument } from '../src/annual-report/render/report-document.ts';
import type { ReportFormat } from '../src/annual-report/render/report-formats.ts';
import { renderReport } from '../src/annual-report/press/render-report.ts';
import { createTypesetter } from '../src/platform/typst/typeset.ts';
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';
import type { AnnualReport } from '../src/annual-report/rules/report.ts';
import { measure } from './measure.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A long report, so that its PDF has seven pages: the sample's prose several times over. */
const LONG: AnnualReport = {
  ...SAMPLE_REPORT_2023,
  sections: { ...SAMPLE_REPORT_2023.sections, '1': Array(5).fill(SAMPLE_REPORT_2023.sections['1']).join('\n') },
};

/** A page of 60 KB as portals make them: the report amid navigation. */
async function webPage(): Promise<Uint8Array> {
  const html = decode(await renderReport(SAMPLE_REPORT_2023, 'html'));
  const link = '<li><a href="/zwgk/example/index.html" target="_blank" title="栏目名称">栏目名称</a></li>\n';
  const missing = Math.max(0, 60_000 - new TextEncoder().encode(html).byteLength);
  const navigation = link.repeat(Math.ceil(missing / new TextEncoder().encode(link).byteLength));
  return new TextEncoder().encode(html.replace(/<body[^>]*>/, body => `${body}<ul>${navigation}</ul>`));
}

async function textOfPdf(bytes: Uint8Array): Promise<number> {
  const loading = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  let items = 0;
  for (let number = 1; number <= document.numPages; number += 1)
    items += (await (await document.getPage(number)).getTextContent()).items.length;
  await loading.destroy();
  return items;
}

type Case = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container's library alone takes on the same bytes. */
  readonly baseline: readonly [name: string, work: () => unknown];
  readonly aimMs: number | null;
};

/** Reading and auditing in every format, ten thousand reports at once, and printing. */
export async function benchReports(): Promise<void> {
  const typesetter = createTypesetter(null);
  const rendered = async (format: Exclude<ReportFormat, 'pdf'>) => renderReport(SAMPLE_REPORT_2023, format);
  const text = await rendered('txt');
  const page = await webPage();
  const docx = await rendered('docx');
  const xlsx = await rendered('xlsx');
  const json = await rendered('json');
  const pdf = typesetter.document(reportDocument(LONG));

  const CASES: readonly Case[] = [
    { name: 'text', bytes: text, baseline: ['split lines', () => decode(text).split('\n')], aimMs: 3 },
    { name: 'html 60 KB', bytes: page, baseline: ['parse5', () => parse(decode(page))], aimMs: 15 },
    { name: 'docx', bytes: docx, baseline: ['unzip', () => unzipSync(docx)], aimMs: 40 },
    { name: 'xlsx', bytes: xlsx, baseline: ['unzip', () => unzipSync(xlsx)], aimMs: null },
    { name: 'pdf 7 pages', bytes: pdf, baseline: ['pdfjs text', () => textOfPdf(pdf)], aimMs: 400 },
    { name: 'json', bytes: json, baseline: ['JSON.parse', () => JSON.parse(decode(json))], aimMs: null },
  ];

  console.log('reading and auditing one report, warm, one core\n');
  console.log('format        KB    median ms   MB/s   aim ms   × baseline                 MB resident');
  for (const { name, bytes, baseline, aimMs } of CASES) {
    const work = await measure(async () => {
      const read = await readReport(bytes, `report.${name.split(' ')[0]}`);
      if (!read.ok) throw new Error(`${name}: ${read.problem.message}`);
      return auditReport(read.value.report);
    });
    const floor = await measure(async () => baseline[1]());
    console.log(
      [
        name.padEnd(12),
        (bytes.byteLength / 1024).toFixed(0).padStart(5),
        work.toFixed(2).padStart(12),
        (bytes.byteLength / 1e6 / (work / 1000)).toFixed(1).padStart(7),
        String(aimMs ?? '–').padStart(8),
        `   ${(work / floor).toFixed(1).padStart(6)} × ${baseline[0].padEnd(12)}`,
        (process.memoryUsage.rss() / 1e6).toFixed(0).padStart(12),
      ].join(''),
    );
  }

  const REPORTS = 10_000;
  const started = performance.now();
  for (let index = 0; index < REPORTS; index += 1) {
    const read = await readReport(json, 'report.json');
    if (!read.ok) throw new Error(read.problem.message);
    auditReport(read.value.report);
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${REPORTS} JSON reports read and audited in ${seconds.toFixed(2)} s (aim 5 s)`);

  console.log('\nprinting the sample report, warm');
  const document = reportDocument(SAMPLE_REPORT_2023);
  const plain = await measure(async () => renderReport(SAMPLE_REPORT_2023, 'txt'));
  for (const format of ['html', 'docx', 'xlsx', 'md', 'json'] as const) {
    const time = await measure(async () => renderReport(SAMPLE_REPORT_2023, format));
    console.log(
      `${format.padEnd(6)}${time.toFixed(2).padStart(8)} ms  ${(time / plain).toFixed(1).padStart(7)} × plain text`,
    );
  }
  const setting = await measure(async () => typesetter.document(document));
  console.log(
    `pdf   ${setting.toFixed(2).padStart(8)} ms  ${(setting / plain).toFixed(1).padStart(7)} × plain text (aim 60 ms)`,
  );
}
