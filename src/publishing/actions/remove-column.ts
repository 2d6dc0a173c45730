import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Column } from '../rules/column.ts';
import type { ColumnCode } from '../rules/ids.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findColumn, listColumns } from '../store/column.register.store.ts';
import { closeColumn } from '../store/column.store.ts';
import { countItemsIn } from '../store/item-references.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { actorOf } from './perform.ts';

/** Takes an empty column off the platform; one with items or with columns below it stays. */
export async function removeColumn(
  deps: PublishingDeps,
  party: Party,
  code: ColumnCode,
): Promise<Result<Column, Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const column = await findColumn(transaction, code);
    if (column === undefined) return refuse(notOpen('没有这个栏目，请回到栏目列表重新打开'));
    if (party.kind === 'officer' && !may(party.officer, 'administer-columns', column.agency))
      return refuse({ kind: 'forbidden', ability: 'administer-columns' });
    if ((await listColumns(transaction, column.agency)).some(({ parent }) => parent === code))
      return refuse(notOpen('这个栏目还有下级栏目，请先处理下级栏目'));
    if ((await countItemsIn(transaction, code)) > 0) return refuse(notOpen('这个栏目里还有信息，请先移到其他栏目'));
    await closeColumn(transaction, code, deps.now());
    await appendJournal(transaction, {
      at: deps.now(),
      agency: column.agency,
      actor: actorOf(party),
      event: 'column-closed',
      subject: `column:${code}`,
      detail: { name: column.name },
    });
    return ok(column);
  });
}
