import type { Citation } from '../../../law/citation.ts';
import { notOpen, unusable } from '../../../people/rules/refusal.ts';
import type { ActRefusal } from '../../../people/rules/refusal.ts';
import type { ReportRound } from './report-round.ts';
import type { RoundAct, RoundEntry, RoundMembers } from './round-log.ts';

export type RoundRefusal = ActRefusal<RoundEntry>;

const REPORTING: Citation = { source: 'disclosure', article: 49 };

/** Agencies report and publish by 31 January (Art. 49); a supervising office may set an earlier day, never a later one. */
export function deadlineRefusal(year: number, deadlineOn: Temporal.PlainDate): RoundRefusal | null {
  const [first, last] = [
    Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }),
    Temporal.PlainDate.from({ year: year + 1, month: 1, day: 31 }),
  ];
  const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
  return isAfter(first, deadlineOn) || isAfter(deadlineOn, last)
    ? unusable('deadline', `报送期限应当在 ${first.toString()} 至 ${last.toString()} 之间，请重新填写`)
    : null;
}

/** Every agency once, at least one, and one that is merged into an agency that reports. */
export function membersRefusal({ agencies, excluded }: RoundMembers): RoundRefusal | null {
  if (agencies.length === 0) return unusable('agencies', '至少应当有一个机关报送，请勾选');
  const all = [...agencies, ...excluded.map(({ agency }) => agency)];
  if (new Set(all).size !== all.length) return unusable('agencies', '同一个机关只能出现一次，请刷新页面重新选择');
  for (const { agency, reason, into, note } of excluded) {
    if (reason === 'merged' && (into === null || !agencies.includes(into)))
      return unusable(`more-${agency}`, '并入其他机关的，请填写一个本次报送的承接机关的名称');
    if (reason === 'other' && note.trim() === '') return unusable(`more-${agency}`, '因其他原因不汇总的，请写明原因');
  }
  return null;
}

function latestRefusal(round: ReportRound, act: Extract<RoundAct, { readonly submission: unknown }>) {
  const latest = round.submissions.get(act.agency);
  if (latest === undefined) return notOpen('这个机关还没有报送，请先催报');
  if (latest.id !== act.submission) return notOpen('这个机关刚刚又报送了新的报告，请刷新页面核对后再办理');
  return null;
}

/** Why an act may not be done in a round now; null where it may. Abilities are asked besides. */
export function roundRefusal(round: ReportRound, act: RoundAct, year: number): RoundRefusal | null {
  switch (act.kind) {
    case 'opened':
      return notOpen('这个年度已经部署报送，请刷新页面');
    case 'members-changed': {
      const gone = [...round.submissions.keys()].find(agency => !act.agencies.includes(agency));
      if (gone !== undefined) return unusable('agencies', `${gone} 已经报送，不能移出；报送有误的请退回`);
      return round.isOpen ? membersRefusal(act) : notOpen('汇总已经结束，请先重新开始汇总');
    }
    case 'deadline-moved':
      return round.isOpen ? deadlineRefusal(year, act.deadlineOn) : notOpen('汇总已经结束，请先重新开始汇总');
    case 'reminded':
      if (!round.isOpen) return notOpen('汇总已经结束，不需要催报');
      return act.agencies.length === 0 ? unusable('agencies', '没有需要催报的机关') : null;
    case 'submitted':
      if (!round.agencies.includes(act.agency))
        return notOpen('这个机关不在本次报送范围内，请与主管部门联系', REPORTING);
      return round.isOpen || act.isCorrection
        ? null
        : notOpen('这个年度的汇总已经结束；报告有误的，请更正公布的报告，或者请主管部门重新开始汇总');
    case 'returned': {
      const refusal = latestRefusal(round, act);
      if (refusal !== null) return refusal;
      if (round.submissions.get(act.agency)?.state === 'returned') return notOpen('这份报告已经退回，请等待重新报送');
      return act.comment.trim() === '' ? unusable('comment', '请写明退回的原因和怎样修改') : null;
    }
    case 'accepted': {
      const refusal = latestRefusal(round, act);
      if (refusal !== null) return refusal;
      return round.submissions.get(act.agency)?.state === 'submitted'
        ? null
        : notOpen('只有已报、等待核校的报告可以通过，请刷新页面核对');
    }
    case 'closed': {
      if (!round.isOpen) return notOpen('汇总已经结束');
      const open = round.agencies.filter(agency => round.submissions.get(agency)?.state !== 'accepted').length;
      return open === 0 ? null : notOpen(`还有 ${open} 个机关没有通过核校，不能结束汇总；确实不汇总的，请调整报送范围`);
    }
    case 'reopened':
      if (round.isOpen) return notOpen('汇总正在进行');
      return act.reason.trim() === '' ? unusable('reason', '请写明为什么重新开始汇总') : null;
  }
}
