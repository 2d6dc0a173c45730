import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from './agency.ts';
import { DELEGABLE_ROLES } from './role.ts';
import type { Role } from './role.ts';
import type { StaffId } from './staff-id.ts';

/** Work that an absent officer has given to another of the same agency, from the first day to the last, both included. */
export type Delegation = {
  readonly absent: StaffId;
  readonly absentName: string;
  /** The roles of the absent officer that can be given away; the delegate has them on top of their own. */
  readonly roles: readonly Role[];
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

export function isInForce(delegation: Pick<Delegation, 'firstDay' | 'lastDay'>, today: Temporal.PlainDate): boolean {
  const { firstDay, lastDay } = delegation;
  return Temporal.PlainDate.compare(firstDay, today) <= 0 && Temporal.PlainDate.compare(today, lastDay) <= 0;
}

export type DelegationParty = {
  readonly id: StaffId;
  readonly agency: AgencyCode | null;
  readonly roles: readonly Role[];
  readonly enabled: boolean;
};

const LONGEST_DAYS = 366;

/** Whether an absence may be covered so. Refuses in one sentence what makes no sense or reaches into another agency. */
export function checkDelegation(
  absent: DelegationParty,
  delegate: DelegationParty,
  days: { readonly firstDay: Temporal.PlainDate; readonly lastDay: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Result<null, string> {
  if (absent.id === delegate.id) return refuse('不能委托给自己，请另选一位同事');
  if (absent.agency === null || absent.agency !== delegate.agency) return refuse('只能委托给本机关的同事');
  if (!delegate.enabled) return refuse('被委托人的账号已停用，请另选一位同事');
  if (!absent.roles.some(role => DELEGABLE_ROLES.includes(role))) return refuse('您的角色没有可以委托的工作');
  if (Temporal.PlainDate.compare(days.lastDay, days.firstDay) < 0) return refuse('结束日期早于开始日期，请修改');
  if (Temporal.PlainDate.compare(days.lastDay, today) < 0) return refuse('结束日期已经过去，请修改');
  if (days.firstDay.until(days.lastDay).days >= LONGEST_DAYS) return refuse('一次委托不能超过一年，请改短');
  return ok(null);
}
