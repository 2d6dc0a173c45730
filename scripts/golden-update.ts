// Writes what the reader makes of every file in fixtures/reports/golden beside it. The difference is to be reviewed before it is committed.
import { writeFileSync } from 'node:fs';
import { listGoldenFiles, readingOf } from '../test/reports/golden-files.ts';

for (const file of listGoldenFiles()) {
  writeFileSync(file.golden, await readingOf(file));
  console.log(file.name);
}
