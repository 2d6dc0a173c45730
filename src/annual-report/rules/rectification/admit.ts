import type { Citation } from '../../../law/citation.ts';
import { actRefusalText, notOpen, unusable } from '../../../people/rules/refusal.ts';
import type { ActRefusal } from '../../../people/rules/refusal.ts';
import { standingFindings } from './rectification.ts';
import type { Rectification } from './rectification.ts';
import { RECTIFICATION_ACT_LABEL, RECTIFICATION_ACTS_OPEN_IN, RECTIFICATION_STAGE_LABEL } from './rectification-log.ts';
import type {
  RectificationAct,
  RectificationActKind,
  RectificationActOf,
  RectificationEntry,
} from './rectification-log.ts';

export type RectificationRefusal = ActRefusal<RectificationEntry>;

/** 县级以上人民政府信息公开工作主管部门 supervises, and orders what is not done to be put right. */
const SUPERVISION: Citation = { source: 'disclosure', article: 47 };
const MAX_TEXT = 2000;

const isPast = (day: Temporal.PlainDate, today: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0;

function textRefusal(field: string, text: string, ask: string): RectificationRefusal | null {
  if (text.trim() === '') return unusable(field, ask);
  return text.length > MAX_TEXT ? unusable(field, `最多 ${MAX_TEXT} 字，请精简`) : null;
}

/** Why findings may not be ordered to be mended so; null where they may. */
export function orderRefusal(
  { findings, demand, dueOn }: RectificationActOf<'ordered'>,
  today: Temporal.PlainDate,
): RectificationRefusal | null {
  if (findings.length === 0) return unusable('findings', '请至少选择一个要整改的问题');
  if (isPast(dueOn, today)) return unusable('dueOn', '整改期限已经过了，请填今天或者以后的日期');
  return textRefusal('demand', demand, '请写明整改要求');
}

/** Why an act may not follow now; null where it may. Abilities are asked besides. */
export function rectificationRefusal(
  state: Rectification,
  act: Exclude<RectificationAct, { kind: 'ordered' }>,
  today: Temporal.PlainDate,
): RectificationRefusal | null {
  if (!(RECTIFICATION_ACTS_OPEN_IN[state.stage] as readonly RectificationActKind[]).includes(act.kind))
    return notOpen(
      `这项任务现在是“${RECTIFICATION_STAGE_LABEL[state.stage]}”，不能${RECTIFICATION_ACT_LABEL[act.kind]}，请刷新页面核对`,
      SUPERVISION,
    );
  switch (act.kind) {
    case 'answered':
      return textRefusal('statement', act.statement, '请写明每个问题做了什么、什么时候改好');
    case 'checked':
      return null;
    case 'returned':
      if (isPast(act.dueOn, today)) return unusable('dueOn', '新的期限已经过了，请填今天或者以后的日期');
      return textRefusal('reason', act.reason, '请写明还有哪些没有改好');
    case 'closed':
      if (state.check?.isCurrent !== true) return notOpen('最近一次反馈以后还没有复核，请先复核再办结');
      return standingFindings(state).length > 0
        ? textRefusal('reason', act.reason, '复核还有问题没有改好；确实可以办结的，请写明理由')
        : null;
    case 'withdrawn':
      return textRefusal('reason', act.reason, '请写明为什么撤销');
  }
}

/** A refusal in words. */
export const rectificationRefusalText = (refusal: RectificationRefusal): string =>
  actRefusalText(refusal, {
    notFound: '没有找到这项整改任务，请回到列表重新打开',
    overtaken: '您打开页面以后，其他人已经改动了这项任务，请核对后再提交',
  });
