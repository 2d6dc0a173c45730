// A program of its own that registers applications, for tests that need several at once:
// `node register-program.ts ADDRESS FOLDER COUNT` prints the number of each application once the database has answered.
import { openFileStore } from '../../platform/files/file-store.ts';
import { openPool } from '../../platform/database/pool.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { lodgeApplication } from '../actions/lodge-application.ts';
import type { ActionDeps } from '../actions/deps.ts';
import { lodgingAt } from './lodgings.ts';

const [address = '', folder = '', count = '0'] = process.argv.slice(2);
const ABREAST = 8;

const sealing = await openSealing({ keyText: null, dataFolder: folder });
const queries = openPool({ connectionString: address, max: ABREAST });
const today = Temporal.PlainDate.from('2026-03-02');
const deps: ActionDeps = {
  queries,
  sealing,
  files: await openFileStore({ folder: `${folder}/files`, sealing }),
  calendar: async () => NATIONAL_CALENDAR,
  today: () => today,
  now: () => Temporal.Now.instant(),
};

let begun = 0;
async function registerSome(): Promise<void> {
  while (begun < Number(count)) {
    begun += 1;
    const lodged = await lodgeApplication(deps, { kind: 'applicant' }, lodgingAt(today));
    if (!lodged.ok) throw new Error(lodged.problem.kind);
    process.stdout.write(`${lodged.value.registration.number}\n`);
  }
}

await Promise.all(Array.from({ length: ABREAST }, registerSome));
await queries.destroy();
