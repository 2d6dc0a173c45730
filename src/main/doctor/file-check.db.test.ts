import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { FILE_COLUMNS } from './file-check.ts';

test('every column that is named for a file is looked at', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name::text as table, column_name::text as column from information_schema.columns
    where table_schema = current_schema() and (column_name = 'file' or column_name like '%\_file')
    order by table_name collate "C"`.execute(database.queries);
  expect(rows).toEqual(FILE_COLUMNS);
});
