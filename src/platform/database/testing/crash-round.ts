import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '../open-database.ts';
import { killEverything } from './kill-everything.ts';
import { startProgram } from './start-program.ts';

/** What a round of writing, kill -9 of everything and starting again has shown. */
export type CrashRound = {
  /** Rows that the server had acknowledged to the writers before they were killed. */
  readonly acknowledged: number;
  /** Of those, how many were not there afterwards. */
  readonly lost: number;
  readonly killed: number;
  /** From opening after the crash to the first answer, milliseconds. */
  readonly restartMs: number;
};

async function prepareTable(dataFolder: string): Promise<void> {
  const database = await openDatabase({ dataFolder });
  await sql`create table if not exists acknowledged (number bigint generated always as identity)`.execute(
    database.queries,
  );
  await database.close();
}

/** Two programs write for `writeMs`, everything is killed at once, and the database is opened again. */
export async function runCrashRound(dataFolder: string, writeMs: number): Promise<CrashRound> {
  await prepareTable(dataFolder);
  const writers = [startProgram(dataFolder, 'write'), startProgram(dataFolder, 'write')];
  await Promise.all(writers.map(({ printed }) => printed(/^\d+$/)));
  await pause(writeMs);
  const killed = await killEverything(dataFolder, writers);
  const acknowledged = writers.flatMap(({ lines }) => lines.filter(line => /^\d+$/.test(line)).map(Number));

  const began = performance.now();
  const database = await openDatabase({ dataFolder });
  const { rows } = await sql<{ number: number }>`select number from acknowledged`.execute(database.queries);
  const restartMs = performance.now() - began;
  await database.close();
  const kept = new Set(rows.map(({ number }) => number));
  const lost = acknowledged.filter(number => !kept.has(number)).length;
  return { acknowledged: acknowledged.length, lost, killed: killed + writers.length, restartMs };
}
