import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { checkDelegation } from '../rules/delegation.ts';
import type { Officer } from '../rules/officer.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { appendJournal } from '../store/journal.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';
import { insertDelegation, revokeDelegation } from '../store/staff.store.ts';

export type DelegationInput = {
  readonly delegate: StaffId;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

/** An officer gives their work to a colleague for the days of an absence. */
export async function delegateWork(
  queries: Queries,
  officer: Officer,
  input: DelegationInput,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return queries.transaction().execute(async transaction => {
    const absent = await findStaffMember(transaction, officer.id);
    const delegate = await findStaffMember(transaction, input.delegate);
    if (absent === undefined || delegate === undefined) return refuse('请选择一位本机关的同事');
    const checked = checkDelegation(absent, delegate, input, today);
    if (!checked.ok) return checked;
    const { firstDay, lastDay } = input;
    const id = randomUUIDv7();
    await insertDelegation(transaction, {
      id,
      absent: absent.id,
      delegate: delegate.id,
      firstDay,
      lastDay,
      recordedBy: officer.id,
      at: now,
    });
    await appendJournal(transaction, {
      at: now,
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'work-delegated',
      subject: `staff:${delegate.id}`,
      detail: { delegation: id, firstDay: firstDay.toString(), lastDay: lastDay.toString() },
    });
    return ok(null);
  });
}

/** An officer takes their work back before the last day. */
export async function takeWorkBack(
  queries: Queries,
  officer: Officer,
  delegation: string,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return queries.transaction().execute(async transaction => {
    if (!(await revokeDelegation(transaction, delegation, officer.id, now)))
      return refuse('这项委托已经结束，不用再收回');
    await appendJournal(transaction, {
      at: now,
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'delegation-ended',
      subject: `staff:${officer.id}`,
      detail: { delegation },
    });
    return ok(null);
  });
}
