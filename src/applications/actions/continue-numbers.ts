import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { NumberSeries } from '../rules/letters/document-number.ts';
import { notOpen, unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { continueSeries } from '../store/document-number.store.ts';
import type { ActionDeps } from './deps.ts';

const LAST_NUMBER = 99_999;

/**
 * An agency that begins to use this system in the middle of a year lets a series of 文号 go on behind the last number that it gave by
 * hand. Refused once a number has been taken here: the series would get a gap or a number twice.
 */
export async function continueNumbers(
  { queries, now }: Pick<ActionDeps, 'queries' | 'now'>,
  officer: Officer,
  input: { readonly series: NumberSeries; readonly year: number; readonly takenBefore: number },
): Promise<Result<null, Refusal>> {
  const { series, year, takenBefore } = input;
  if (!may(officer, 'administer-templates', officer.agency))
    return refuse({ kind: 'forbidden', ability: 'administer-templates' });
  if (!Number.isInteger(takenBefore) || takenBefore < 0 || takenBefore > LAST_NUMBER)
    return refuse(unusable('takenBefore', `最后一个文号应是0至${LAST_NUMBER}的整数，没有编过号的填0`));
  return queries.transaction().execute(async transaction => {
    if (!(await continueSeries(transaction, officer.agency, series, year, takenBefore)))
      return refuse(notOpen('这一年度已经用本系统编过文号，不能再改起点；编号应当连续'));
    await appendJournal(transaction, {
      at: now(),
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'document-numbers-continued',
      subject: `agency:${officer.agency}`,
      detail: { series, year, takenBefore },
    });
    return ok(null);
  });
}
