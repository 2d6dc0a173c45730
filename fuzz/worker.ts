// One reader under fire. Tells its parent how it goes; a refusal is fine, an exception is a crash.
import { run } from '../src/annual-report/examination/job.ts';
import { openArchive } from '../src/platform/file-tree/open-archive.ts';
import { run as redact } from '../src/platform/redaction/job.ts';
import { run as readCatalogue } from '../src/publishing/examination/catalogue-job.ts';
import { run as readImport } from '../src/publishing/examination/import-job.ts';
import { run as readAttachment } from '../src/publishing/examination/job.ts';
import { run as mask } from '../src/publishing/examination/masking/masking-job.ts';
import { damage, randomFrom } from './damage.ts';
import { seedsOf } from './seeds.ts';

export type FuzzNews = {
  readonly runs: number;
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly residentMiB: number;
  readonly elapsedSeconds: number;
};

const [format = 'text', secondsText = '60', seedText = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seedText));
const seeds = await seedsOf(format);
const started = performance.now();
const until = started + Number(secondsText) * 1000;
let [runs, read, refused, slowestMs, told] = [0, 0, 0, 0, 0];

/** Whether the reader refused the file. */
async function audited(bytes: Uint8Array): Promise<boolean> {
  const file = { name: `fuzz.${format}`, bytes };
  const answer = await run({ kind: 'audit', file, previous: null, publishedOn: null, lexicon: null });
  return answer.kind === 'unreadable';
}

/** The same of the redaction, where an engine that gives up on a file counts as refusing it: the sandbox answers for it with a sentence. */
async function redacted(bytes: Uint8Array): Promise<boolean> {
  const order = { regions: [{ page: 1, left: 100, top: 100, right: 300, bottom: 200 }], terms: [] };
  try {
    return (await redact({ kind: 'redact', pdf: bytes, order })).kind === 'refused';
  } catch {
    return true;
  }
}

/** The table of an import: a workbook where it begins as one, else text. */
async function tableRefused(bytes: Uint8Array): Promise<boolean> {
  const name = bytes[0] === 0x50 && bytes[1] === 0x4b ? 'fuzz.xlsx' : 'fuzz.csv';
  const answer = await readImport({ kind: 'table', file: { name, bytes } });
  return answer.kind !== 'table' || !answer.table.ok;
}

async function pageRefused(bytes: Uint8Array): Promise<boolean> {
  const answer = await readImport({ kind: 'documents', files: [{ name: 'fuzz.html', bytes }] });
  return answer.kind !== 'documents' || answer.documents[0]?.kind !== 'read';
}

/** An archive of which nothing can be read is refused as well. */
async function archiveRefused(bytes: Uint8Array): Promise<boolean> {
  const tree = await openArchive(bytes);
  if (!tree.ok) return true;
  let readable = 0;
  for (const path of tree.value.paths) if ((await tree.value.read(path)).ok) readable += 1;
  await tree.value.close();
  return readable === 0;
}

/** Whether the file was refused, by the reader that the format stands for. */
async function isRefused(bytes: Uint8Array): Promise<boolean> {
  switch (format) {
    case 'redaction':
      return redacted(bytes);
    case 'attachment':
      return (await readAttachment({ name: 'fuzz.docx', bytes })).kind === 'unread';
    case 'masking':
      return (await mask({ name: 'fuzz.docx', bytes, officialNumbers: [] })).kind === 'refused';
    case 'import-table':
      return tableRefused(bytes);
    case 'import-page':
      return pageRefused(bytes);
    case 'archive':
      return archiveRefused(bytes);
    case 'catalogue':
      return (await readCatalogue(bytes)).kind === 'unreadable';
    default:
      return audited(bytes);
  }
}

while (performance.now() < until) {
  const bytes = damage(seeds, random);
  const before = performance.now();
  const wasRefused = await isRefused(bytes);
  slowestMs = Math.max(slowestMs, performance.now() - before);
  runs += 1;
  if (wasRefused) refused += 1;
  else read += 1;
  if (performance.now() - told > 250) {
    told = performance.now();
    process.send?.({
      runs,
      read,
      refused,
      slowestMs,
      residentMiB: process.memoryUsage.rss() / 1024 / 1024,
      elapsedSeconds: (told - started) / 1000,
    } satisfies FuzzNews);
  }
}
process.disconnect?.();
