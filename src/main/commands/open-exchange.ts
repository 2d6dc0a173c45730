import { openPictureMaker } from '../../publishing/examination/picture-maker.ts';
import type { ExchangeDeps } from '../../publishing/actions/make-package.ts';
import type { Configuration } from '../configuration.ts';
import { exchangeDepsOf } from '../exchange.ts';
import { openFiles, openMigrated, openSealed, today } from '../installation.ts';

/** Does something with packages of the installation, and closes what it has opened. */
export async function withExchange(
  configuration: Configuration,
  run: (deps: ExchangeDeps) => Promise<void>,
): Promise<void> {
  const database = await openMigrated(configuration);
  const pictureMaker = openPictureMaker();
  try {
    const sealing = await openSealed(configuration, database);
    const files = await openFiles(configuration, sealing);
    const { queries } = database;
    const { publicAddress } = configuration;
    const now = () => Temporal.Now.instant();
    await run(await exchangeDepsOf({ queries, sealing, files, pictureMaker, publicAddress, now, today }));
  } finally {
    pictureMaker.close();
    await database.close();
  }
}
