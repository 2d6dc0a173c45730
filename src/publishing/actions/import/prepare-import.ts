import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import type { FileTree } from '../../../platform/file-tree/file-tree.ts';
import type { ImportReader } from '../../examination/import-reader.ts';
import { linesOfTree, tablesIn } from '../../parse/tree-lines.ts';
import type { ImportLine } from '../../rules/import/import-line.ts';
import type { ImportId, ImportOrder, ItemImport } from '../../rules/import/item-import.ts';
import { insertImport } from '../../store/item-import.store.ts';
import type { Party, PublishingDeps } from '../deps.ts';
import { actorOf } from '../perform.ts';

/** What a folder or archive has to import, and what of it nothing will be made of. */
export type Contents = { readonly lines: readonly ImportLine[]; readonly notes: readonly string[] };

const some = (texts: readonly string[]): string =>
  `${texts.slice(0, 10).join('、')}${texts.length > 10 ? ` 等 ${texts.length} 个` : ''}`;

/**
 * The lines of a tree: those of its table of metadata, else one for each document. Interpretations come last, so that the documents
 * which they interpret are there before them. Refuses with a sentence.
 */
export async function readContents(reader: ImportReader, tree: FileTree): Promise<Result<Contents, string>> {
  const tables = tablesIn(tree.paths);
  if (tables.length > 1) return refuse(`有几个元数据表（${some(tables)}），请只留一个，其余的放进下级文件夹`);
  const [table] = tables;
  if (table === undefined) {
    const { lines, left } = linesOfTree(tree.paths);
    if (lines.length === 0)
      return refuse('没有可以导入的文件：应当有 HTML、DOCX、PDF、TXT 文件，或者写明各条信息的 XLSX、CSV 表');
    return ok({ lines, notes: left.length === 0 ? [] : [`没有用到的文件：${some(left)}`] });
  }
  const bytes = await tree.read(table);
  if (!bytes.ok) return refuse(`元数据表“${table}”：${bytes.problem}`);
  const read = await reader.readTable({ name: table, bytes: bytes.value });
  if (!read.ok) return read;
  const { lines, left } = read.value;
  return ok({
    lines: [
      ...lines.filter(({ fields }) => fields.interprets === undefined),
      ...lines.filter(({ fields }) => fields.interprets !== undefined),
    ],
    notes: left.length === 0 ? [] : [`没有用到的列：${some(left)}`],
  });
}

export type NewImport = ImportOrder &
  Pick<ItemImport, 'source' | 'place' | 'file' | 'name' | 'state'> & { readonly lines: readonly ImportLine[] };

/** Writes down what is to be imported, every line of it; nothing is an item yet. */
export async function prepareImport(
  { queries, now }: Pick<PublishingDeps, 'queries' | 'now'>,
  party: Party,
  { lines, ...order }: NewImport,
): Promise<ItemImport> {
  const at = now();
  const officer = party.kind === 'officer' ? party.officer.id : null;
  const one: ItemImport = {
    ...order,
    id: randomUUIDv7() as string as ImportId,
    preparedBy: officer,
    startedBy: null,
    total: lines.length,
    done: 0,
    trouble: null,
    preparedAt: at,
    changedAt: at,
  };
  await queries.transaction().execute(async transaction => {
    await insertImport(transaction, one, lines);
    await appendJournal(transaction, {
      at,
      agency: one.agency,
      actor: actorOf(party),
      event: 'item-import-prepared',
      subject: `item-import:${one.id}`,
      detail: { lines: lines.length, mode: one.mode, source: one.source },
    });
  });
  return one;
}
