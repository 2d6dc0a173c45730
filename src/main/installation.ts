import { join, resolve } from 'node:path';
import { Refusal } from '../cli/command.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import type { Database } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { DatabaseRefusal } from '../platform/database/refusal.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { checkSealingKeys } from '../platform/sealing/known-keys.ts';
import { SealingRefusal } from '../platform/sealing/refusal.ts';
import { openSealing } from '../platform/sealing/sealing.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import { readConfiguration } from './configuration.ts';
import type { Configuration } from './configuration.ts';

/** The configuration from the environment; `--data` wins over GONGKAI_DATA. */
export function configurationFrom(
  environment: Readonly<Record<string, string | undefined>>,
  dataOption: string | undefined,
): Configuration {
  const configuration = readConfiguration(environment);
  if (!configuration.ok) throw new Refusal(configuration.problem);
  return { ...configuration.value, dataFolder: resolve(dataOption ?? configuration.value.dataFolder) };
}

function asRefusal(error: unknown): unknown {
  return error instanceof DatabaseRefusal ? new Refusal(error.message, { cause: error }) : error;
}

/** The installation's database as it is. What the operator can mend ends as a Refusal. */
export async function openUnmigrated(configuration: Configuration): Promise<Database> {
  try {
    return await openDatabase({ url: configuration.databaseUrl, dataFolder: configuration.dataFolder });
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The installation's database, brought up to the migrations of this version. What the operator can mend ends as a Refusal. */
export async function openMigrated(configuration: Configuration): Promise<Database> {
  const database = await openUnmigrated(configuration);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw asRefusal(error);
  }
}

/** Where uploaded files are kept. */
export function fileFolderOf({ fileFolder, dataFolder }: Pick<Configuration, 'fileFolder' | 'dataFolder'>): string {
  return fileFolder ?? join(dataFolder, 'files');
}

/** The installation's sealing, with the keys that have sealed in its database. What the operator can mend ends as a Refusal. */
export async function openSealed(configuration: Configuration, { queries }: Database): Promise<Sealing> {
  try {
    const sealing = await openSealing(configuration);
    await checkSealingKeys(queries, sealing);
    return sealing;
  } catch (error) {
    if (error instanceof SealingRefusal) throw new Refusal(error.message, { cause: error });
    throw error;
  }
}

/** The files of the installation: in a folder of their own, or in the data folder. */
export async function openFiles(configuration: Configuration, sealing: Sealing): Promise<FileStore> {
  return openFileStore({ folder: configuration.fileFolder ?? join(configuration.dataFolder, 'files'), sealing });
}

/** The day on the calendar of the whole country, whatever zone the machine is set to. */
export const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Asia/Shanghai');
