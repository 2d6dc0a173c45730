import { findAgency } from '../../../people/store/agency.register.store.ts';
import type { FileTree } from '../../../platform/file-tree/file-tree.ts';
import { fileFinder, folderOf } from '../../parse/file-finder.ts';
import type { FindFile } from '../../parse/file-finder.ts';
import { tablesIn } from '../../parse/tree-lines.ts';
import type { Examined } from '../../rules/gates/examined.ts';
import { columnFinder } from '../../rules/import/column-finder.ts';
import type { ImportOrder } from '../../rules/import/item-import.ts';
import type { LineContext } from '../../rules/import/line-draft.ts';
import { listColumns } from '../../store/column.register.store.ts';
import { officialFactsOf } from '../../store/examined.store.ts';
import type { ImportDeps } from './import-deps.ts';

/** What all lines of an import are judged against; read once. */
export type ImportRun = {
  readonly order: ImportOrder;
  readonly context: LineContext;
  readonly tree: FileTree;
  readonly find: FindFile;
  /** The folder in which the table stands. */
  readonly top: string;
  readonly facts: Pick<Examined, 'officialNumbers' | 'names'>;
  /** Whether files are kept; false for a trial, which writes nothing. */
  readonly keep: boolean;
};

/** Gets ready to judge lines of an order, whose files are in a tree. */
export async function openRun(deps: ImportDeps, order: ImportOrder, tree: FileTree, keep: boolean): Promise<ImportRun> {
  const { queries } = deps;
  const columns = await listColumns(queries, order.agency);
  const agency = await findAgency(queries, order.agency);
  const [table] = tablesIn(tree.paths);
  const top = table === undefined ? '' : folderOf(table);
  return {
    order,
    context: {
      order,
      agencyName: agency?.name ?? order.agency,
      findColumn: columnFinder(columns),
      today: deps.today(),
      now: deps.now(),
    },
    tree,
    top,
    find: fileFinder(tree.paths, top),
    facts: await officialFactsOf(queries, order.agency),
    keep,
  };
}
