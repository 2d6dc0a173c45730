import { findClosing } from './dispute.ts';
import type { Dispute } from './dispute.ts';
import type { DisputeAct, DisputeFacts } from './dispute-log.ts';
import { findResultRule } from './dispute-result.ts';

type Day = Temporal.PlainDate;
type Problem = { readonly field: string; readonly message: string };

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0;

function problemOfFacts(facts: DisputeFacts, today: Day, before: Dispute | null): Problem | null {
  const { disputeKind, role, application, matter, reconsideration, filedOn, servedOn } = facts;
  if (isBefore(today, filedOn)) return { field: 'filedOn', message: '提起日期还没有到，请填实际日期' };
  if (servedOn !== null && isBefore(servedOn, filedOn))
    return { field: 'servedOn', message: `收到副本的日期早于提起日期（${filedOn.toString()}），请核对` };
  if (application === null && matter === null)
    return { field: 'matter', message: '请写明争议的事项，或者填写所争议的申请的登记编号' };
  if (disputeKind === 'reconsideration' && reconsideration !== null)
    return { field: 'reconsideration', message: '只有行政诉讼才关联此前的行政复议' };
  if (disputeKind === 'reconsideration' && role === 'review-organ')
    return { field: 'role', message: '行政复议中本机关是被申请人，请重新选择' };
  const first = before?.closings.at(0);
  if (first !== undefined && isBefore(first.on, filedOn))
    return { field: 'filedOn', message: `提起日期晚于办结日期（${first.on.toString()}），请核对` };
  if (before !== null && before.closings.length > 0 && before.disputeKind !== disputeKind)
    return { field: 'disputeKind', message: '已经办结的不能改变种类' };
  return null;
}

function problemOfClosing(dispute: Dispute, act: DisputeAct & { kind: 'closed' }, today: Day): Problem | null {
  if (findClosing(dispute) !== undefined) return { field: 'result', message: '这件案件已经办结，请刷新页面核对' };
  if (findResultRule(dispute.disputeKind, act.result) === undefined)
    return { field: 'result', message: '请选择办理结果' };
  if (isBefore(today, act.on)) return { field: 'on', message: '办结日期还没有到，请填实际日期' };
  const since = dispute.closings.at(-1)?.reopenedOn ?? dispute.filedOn;
  if (isBefore(act.on, since))
    return { field: 'on', message: `办结日期早于提起或继续审理的日期（${since.toString()}），请核对` };
  return null;
}

/** What is wrong with an act on a dispute, by the field it can be mended in; null when it may be done. */
export function problemOf(dispute: Dispute | null, act: DisputeAct, today: Day): Problem | null {
  if (act.kind === 'entered') return problemOfFacts(act, today, null);
  if (dispute === null) return { field: 'disputeKind', message: '没有找到这件案件，请回到列表重新打开' };
  switch (act.kind) {
    case 'amended':
      return problemOfFacts(act, today, dispute);
    case 'closed':
      return problemOfClosing(dispute, act, today);
    case 'reopened': {
      const closing = findClosing(dispute);
      if (closing === undefined) return { field: 'on', message: '这件案件没有办结，不需要继续审理' };
      if (isBefore(today, act.on)) return { field: 'on', message: '继续审理的日期还没有到，请填实际日期' };
      return isBefore(act.on, closing.on)
        ? { field: 'on', message: `继续审理的日期早于办结日期（${closing.on.toString()}），请核对` }
        : null;
    }
  }
}
