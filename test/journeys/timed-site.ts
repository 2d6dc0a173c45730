// The site with a clock that the test sets, in a process of its own: `node timed-site.ts DATA PORT`. Each line that comes in is a number of
// days by which the clock is ahead from then on; everything else is as `serve --sample` has it.
import { createInterface } from 'node:readline';
import { openExamination } from '../../src/annual-report/examination/examination.ts';
import { readConfiguration } from '../../src/main/configuration.ts';
import { openFiles, openMigrated, openSealed } from '../../src/main/installation.ts';
import { loadSample } from '../../src/main/load-sample.ts';
import { buildServer } from '../../src/main/server.ts';
import { createScanner } from '../../src/platform/files/scanner.ts';
import { openPress } from '../../src/platform/press/press.ts';
import { openRedaction } from '../../src/platform/redaction/redaction.ts';
import { openAttachmentReader } from '../../src/publishing/examination/attachment-reader.ts';
import { openDocumentReader } from '../../src/publishing/examination/document-reader.ts';
import { openImportReader } from '../../src/publishing/examination/import-reader.ts';
import { openPictureMaker } from '../../src/publishing/examination/picture-maker.ts';

const [data = '', port = '0'] = process.argv.slice(2);
const configuration = readConfiguration({ GONGKAI_DATA: data, GONGKAI_LOG_LEVEL: 'error' });
if (!configuration.ok) throw new Error(configuration.problem);

const clock = { ahead: 0 };
const now = () => Temporal.Now.instant().add({ hours: 24 * clock.ahead });
const today = () => now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate();

const database = await openMigrated(configuration.value);
const sealing = await openSealed(configuration.value, database);
const files = await openFiles(configuration.value, sealing);
await loadSample(database, { sealing, files, now, today });
const [examination, press, redaction] = [openExamination(1), openPress(null), openRedaction()];
const [attachmentReader, documentReader] = [openAttachmentReader(1), openDocumentReader()];
const importReader = openImportReader();
const pictureMaker = openPictureMaker();
const server = await buildServer({
  database,
  examination,
  press,
  redaction,
  attachmentReader,
  documentReader,
  importReader,
  pictureMaker,
  sealing,
  files,
  scanner: createScanner(null),
  federation: null,
  publicAddress: null,
  figuresFeed: null,
  proxies: null,
  now,
  today,
  logLevel: 'error',
  logTo: process.stderr,
});
await server.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  clock.ahead = Number(line);
  process.stdout.write(`${today().toString()}\n`);
}
server.server.closeAllConnections();
await server.close();
examination.close();
press.close();
redaction.close();
attachmentReader.close();
documentReader.close();
importReader.close();
pictureMaker.close();
await database.close();
