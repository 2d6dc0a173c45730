import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { appendJournal } from '../../../people/store/journal.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import { codeOf } from '../../../platform/database/refusal.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import type { ImportId, ImportState, ItemImport } from '../../rules/import/item-import.ts';
import { changeImport, findImport, listLines, moveMark, writeOutcomes } from '../../store/item-import.store.ts';
import { dropSent } from './change-import.ts';
import { ImportHalted } from './import-deps.ts';
import type { ImportDeps } from './import-deps.ts';
import { openRun } from './import-run.ts';
import type { ImportRun } from './import-run.ts';
import { judgeLines } from './judge-lines.ts';
import type { JudgedLine } from './judge-lines.ts';
import { openSource } from './open-source.ts';
import { writeLines } from './write-lines.ts';

/** Lines of one transaction: many enough that its cost is shared, few enough that a kill loses a second of work. */
const BATCH = 200;
const RETRIES = 3;

/** How an import was left: as it stands now, or `busy` where another process works on it. */
export type RunEnd = { readonly kind: 'left'; readonly import: ItemImport } | { readonly kind: 'busy' };

export type RunOptions = {
  /** Told after every batch. */
  readonly onProgress?: (one: ItemImport) => void;
  /** Asked before every batch; the import stays as it is and goes on when it is run again. */
  readonly mayGoOn?: () => boolean;
};

const GOES_ON: ReadonlySet<ImportState> = new Set(['trying', 'importing']);

/** What the database says when it has no room, or when two imports have met: the first ends the run, the second is tried again. */
const NO_ROOM = '53100';
const MET = new Set(['23505', '40P01', '40001']);

async function dropKept({ files }: ImportDeps, judged: readonly JudgedLine[]): Promise<void> {
  for (const line of judged)
    if (line.kind === 'item')
      for (const { attachment } of line.attachments) await files.remove(attachment.file as FileId);
}

/** Deals with the next lines: all that comes of them and the mark of progress are written together or not at all. */
async function runBatch(deps: ImportDeps, one: ItemImport, run: ImportRun): Promise<ItemImport | null> {
  const lines = await listLines(deps.queries, one.id, one.done, BATCH);
  const judged = await judgeLines(deps, run, lines);
  const calendar = await deps.calendar();
  const [now, today] = [deps.now(), deps.today()];
  const done = one.done + lines.length;
  const isTrial = one.state === 'trying';
  const state: ImportState = done < one.total ? one.state : isTrial ? 'tried' : 'done';
  const write = async (transaction: Queries): Promise<boolean> => {
    if (!(await moveMark(transaction, one, { done, state, at: now }))) return false;
    const outcomes = isTrial
      ? judged.map((line, index) => ({
          position: one.done + 1 + index,
          outcome: line.kind === 'item' ? line.outcome : line.kind,
          message: line.message,
          item: null,
        }))
      : await writeLines(transaction, one, judged, { calendar, now, today });
    await writeOutcomes(transaction, one.id, outcomes);
    if (state === 'done')
      await appendJournal(transaction, {
        at: now,
        agency: one.agency,
        actor: { kind: 'system' },
        event: 'item-import-ended',
        subject: `item-import:${one.id}`,
        detail: { lines: one.total },
      });
    return true;
  };
  try {
    const written = await deps.queries.transaction().execute(write);
    if (written) return { ...one, done, state, changedAt: now };
    if (run.keep) await dropKept(deps, judged);
    return null;
  } catch (error) {
    const code = codeOf(error) ?? '';
    // Of a connection that broke off nobody knows whether it was written: then the files stay, because rows may refer to them.
    if (run.keep && (code === NO_ROOM || MET.has(code))) await dropKept(deps, judged);
    throw code === NO_ROOM
      ? new ImportHalted('数据库所在的磁盘已满，导入暂停；请清理磁盘后继续，已经导入的不会重复')
      : error;
  }
}

async function nextBatch(deps: ImportDeps, one: ItemImport, run: ImportRun): Promise<ItemImport | null> {
  for (let tries = 1; ; tries += 1)
    try {
      return await runBatch(deps, one, run);
    } catch (error) {
      if (tries > RETRIES || !MET.has(codeOf(error) ?? '')) throw error;
      await setTimeout(50 * tries);
    }
}

/** Notes why an import stopped, where that can still be written; a full disk may refuse even that. */
async function halt(deps: ImportDeps, one: ItemImport, trouble: string): Promise<ItemImport> {
  const at = deps.now();
  await changeImport(deps.queries, one.id, one.state, { state: 'paused', at, trouble }).catch(() => false);
  return { ...one, state: 'paused', trouble, changedAt: at };
}

async function runHeld(deps: ImportDeps, id: ImportId, options: RunOptions): Promise<RunEnd> {
  let one = await findImport(deps.queries, id);
  if (one === undefined) throw new Error(`Import ${id} is missing`);
  if (!GOES_ON.has(one.state)) return { kind: 'left', import: one };
  const tree = await openSource(deps.files, one);
  if (!tree.ok) return { kind: 'left', import: await halt(deps, one, tree.problem) };
  try {
    const run = await openRun(deps, one, tree.value, one.state === 'importing');
    while (GOES_ON.has(one.state) && options.mayGoOn?.() !== false) {
      const next = await nextBatch(deps, one, run);
      // Somebody has paused or cancelled it, or begun the import that was tried.
      if (next === null) return { kind: 'left', import: (await findImport(deps.queries, id)) ?? one };
      one = next;
      options.onProgress?.(one);
    }
    if (one.state === 'done') await dropSent(deps, one);
    return { kind: 'left', import: one };
  } catch (error) {
    if (!(error instanceof ImportHalted)) throw error;
    return { kind: 'left', import: await halt(deps, one, error.message) };
  } finally {
    await tree.value.close();
  }
}

/**
 * Goes on with an import, or with its trial, from where it stands to its end. One process at a time works on an import: the lock
 * goes with the connection, so that a process that was killed holds nobody up. Without the lock the mark of progress would still
 * let only one of two write.
 */
export async function runImport(deps: ImportDeps, id: ImportId, options: RunOptions = {}): Promise<RunEnd> {
  return deps.queries.connection().execute(async connection => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${id}, 0)) as held`.execute(connection);
    if (rows[0]?.held !== true) return { kind: 'busy' };
    try {
      return await runHeld(deps, id, options);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${id}, 0))`.execute(connection);
    }
  });
}
