import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { columnFaults } from '../rules/column.ts';
import type { Column } from '../rules/column.ts';
import { notOpen, unusableFields } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findColumn, listColumns } from '../store/column.register.store.ts';
import { saveColumns } from '../store/column.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { actorOf } from './perform.ts';

/** Opens a column or changes one. Its code and agency stay for ever: addresses begin with the code. */
export async function saveColumn(deps: PublishingDeps, party: Party, column: Column): Promise<Result<Column, Refusal>> {
  if (party.kind === 'officer' && !may(party.officer, 'administer-columns', column.agency))
    return refuse({ kind: 'forbidden', ability: 'administer-columns' });
  return undoingRefusals(deps.queries, async transaction => {
    const known = await findColumn(transaction, column.code);
    if (known !== undefined && known.agency !== column.agency)
      return refuse(notOpen('这个栏目代码已被其他机关使用，请换一个'));
    const others = (await listColumns(transaction, column.agency)).filter(({ code }) => code !== column.code);
    const faults = columnFaults(column, others);
    if (faults.length > 0) return refuse(unusableFields(faults));
    await saveColumns(transaction, [column]);
    await appendJournal(transaction, {
      at: deps.now(),
      agency: column.agency,
      actor: actorOf(party),
      event: 'column-saved',
      subject: `column:${column.code}`,
      detail: { name: column.name },
    });
    return ok(column);
  });
}
