import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { findFileId, openFileStore, openSealedFiles } from '../../platform/files/file-store.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import { SealBroken } from '../../platform/sealing/refusal.ts';
import { findSealing } from '../../platform/sealing/sealing.ts';
import { fileFolderOf } from '../installation.ts';
import type { Check } from './check.ts';

/** Every column that refers to a kept file. A test holds the list against the database. */
export const FILE_COLUMNS = [
  { table: 'annual_report_evidence', column: 'file' },
  { table: 'application_files', column: 'file' },
  { table: 'exchange_packages', column: 'file' },
  { table: 'item_attachments', column: 'file' },
  { table: 'item_imports', column: 'file' },
  { table: 'item_pictures', column: 'file' },
  { table: 'report_submissions', column: 'file' },
  { table: 'report_uploads', column: 'file' },
  { table: 'severance_originals', column: 'working_file' },
] as const;

/** A file without a row this young belongs to an act that is under way. */
const SETTLED_AFTER = Temporal.Duration.from({ hours: 24 });

async function listReferred(queries: Queries): Promise<ReadonlySet<FileId>> {
  const referred = new Set<FileId>();
  for (const { table, column } of FILE_COLUMNS) {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)}::text as id from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(
      queries,
    );
    for (const row of rows) {
      const id = findFileId(row.id);
      if (id !== undefined) referred.add(id);
    }
  }
  return referred;
}

/** Whether every file that a row refers to is there and opens. Files without a row are counted: they harm nobody. */
export const fileCheck: Check = {
  name: '上传的文件',
  run: async ({ configuration, database }) => {
    const folder = fileFolderOf(configuration);
    const referred = await listReferred(database.queries);
    const present = new Set<FileId>();
    let loose = 0;
    const settled = Temporal.Now.instant().subtract(SETTLED_AFTER);
    for await (const { id, keptAt } of (await openSealedFiles(folder)).list()) {
      present.add(id);
      if (!referred.has(id) && Temporal.Instant.compare(keptAt, settled) < 0) loose += 1;
    }
    const missing = [...referred].filter(id => !present.has(id));
    const broken: FileId[] = [];
    const sealing = await findSealing(configuration).catch(() => undefined);
    if (sealing !== undefined) {
      const store = await openFileStore({ folder, sealing });
      for (const id of referred)
        if (present.has(id))
          await store.read(id).catch((error: unknown) => {
            if (!(error instanceof SealBroken)) throw error;
            broken.push(id);
          });
    }
    if (missing.length + broken.length > 0)
      return {
        ok: false,
        sentence: `应有 ${referred.size} 个，缺少 ${missing.length} 个，打不开 ${broken.length} 个（${[...missing, ...broken].slice(0, 5).join('、')}）；请从备份中找回`,
      };
    const extra = loose === 0 ? '' : `；另有 ${loose} 个没有记录引用的文件，可以不管`;
    return {
      ok: true,
      sentence: `${referred.size} 个，都在${sealing === undefined ? '（没有密钥，未逐个打开）' : '，都能打开'}${extra}`,
    };
  },
};
