// A program of its own that imports a table as published history, for tests and rounds that kill it:
// `node import-program.ts ADDRESS FOLDER TABLE` begins the import, or goes on with the one that is open, and ends with 0.
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { openPool } from '../../platform/database/pool.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import type { ImportDeps } from '../actions/import/import-deps.ts';
import { openPlace } from '../actions/import/open-source.ts';
import { prepareImport, readContents } from '../actions/import/prepare-import.ts';
import { runImport } from '../actions/import/run-import.ts';
import { run as readAttachment } from '../examination/job.ts';
import { findOpenImport } from '../store/item-import.store.ts';
import { NEWS, OFFICE } from './contents.ts';
import { IMPORT_READER } from './import-reader.ts';

const [address = '', folder = '', table = ''] = process.argv.slice(2);
const queries = openPool({ connectionString: address, max: 4 });
const sealing = await openSealing({ keyText: null, dataFolder: folder });
const deps: ImportDeps = {
  queries,
  files: await openFileStore({ folder: `${folder}/files`, sealing }),
  calendar: async () => NATIONAL_CALENDAR,
  today: () => Temporal.Now.plainDateISO('Asia/Shanghai'),
  now: () => Temporal.Now.instant(),
  reader: { read: readAttachment },
  importReader: IMPORT_READER,
  scanner: async () => ({ kind: 'not-scanned' }),
};

async function beginImport() {
  const tree = await openPlace(table);
  if (!tree.ok) throw new Error(tree.problem);
  const contents = await readContents(deps.importReader, tree.value);
  if (!contents.ok) throw new Error(contents.problem);
  return prepareImport(
    deps,
    { kind: 'system' },
    {
      agency: OFFICE,
      mode: 'published',
      origin: '晴川区原门户网站',
      column: NEWS.code,
      kind: null,
      theme: null,
      source: 'path',
      place: table,
      file: null,
      name: '导出',
      state: 'importing',
      lines: contents.value.lines,
    },
  );
}

const one = (await findOpenImport(queries, OFFICE, table)) ?? (await beginImport());
// The connection of a program that was killed may hold the import for a moment still.
for (let tries = 0; tries < 200; tries += 1) {
  const end = await runImport(deps, one.id);
  if (end.kind === 'left') {
    await queries.destroy();
    process.exit(end.import.state === 'done' ? 0 : 1);
  }
  await new Promise(resolve => {
    setTimeout(resolve, 100);
  });
}
throw new Error('Another program holds the import');
