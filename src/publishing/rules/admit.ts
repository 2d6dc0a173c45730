import type { Citation } from '../../law/citation.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Content } from './content.ts';
import { nextStepOf, openStops } from './fold.ts';
import type { Publication } from './fold.ts';
import { ACT_LABEL, PROOF_LABEL, REVIEW_STEP_LABEL } from './publication-log.ts';
import type { Act, ActKind, ActOf, Actor, Proof, ReviewStep } from './publication-log.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import { PUBLICITY_BASIS } from './publicity.ts';
import type { Refusal } from './refusal.ts';
import { formFault, SECRECY_BASIS } from './secrecy-form.ts';
import { mayFollow, STAGE_LABEL } from './stage.ts';
import { isRedirectTarget } from './redirect.ts';

/** What it depends on whether an act may be done, besides the item's own log. */
export type AdmissionContext = {
  readonly by: Actor;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** The newest edition. */
  readonly content: Content;
};

type Condition<Kind extends ActKind> = (
  publication: Publication,
  act: ActOf<Kind>,
  context: AdmissionContext,
) => Refusal | null;

const RELEASE_REVIEW: Citation = { source: 'disclosure', article: 17 };
const STATED_DAYS: Citation = { source: 'site-indicators', part: '单项否决“弄虚作假”' };

const officerOf = (by: Actor): StaffId | null => (by.kind === 'officer' ? by.id : null);

const newEdition = (publication: Publication, edition: number): Refusal | null =>
  edition === publication.edition + 1 ? null : notOpen('这条信息已有更新的稿件，请刷新页面后再修改');

const thisEdition = (publication: Publication, edition: number): Refusal | null =>
  edition === publication.edition ? null : notOpen('这条信息已有更新的稿件，请刷新页面后再处理');

/** Who wrote an edition neither reviews nor publishes it: four eyes. */
function ownWork({ authors, submitter }: Publication, by: Actor, what: string): Refusal | null {
  const officer = officerOf(by);
  return officer !== null && (authors.includes(officer) || submitter === officer)
    ? notOpen(`起草、提交这份稿件的人不能${what}，请由其他人办理`, RELEASE_REVIEW)
    : null;
}

const STEPS_OF_PERSONS: ReadonlySet<ReviewStep> = new Set(['first', 'second', 'final']);

/** A step is taken on the newest edition, in the order of the chain, and by somebody who has taken none of the three reviews. */
function stepRefusal(
  publication: Publication,
  { edition }: { readonly edition: number },
  step: ReviewStep,
  by: Actor,
): Refusal | null {
  const stale = thisEdition(publication, edition);
  if (stale !== null) return stale;
  const next = nextStepOf(publication);
  if (next !== step)
    return notOpen(
      next === undefined ? '这份稿件没有待审核的环节' : `这份稿件现在应当由“${REVIEW_STEP_LABEL[next]}”环节办理`,
    );
  const officer = officerOf(by);
  const again = publication.passed.some(
    passed => passed.by === officer && officer !== null && STEPS_OF_PERSONS.has(passed.step),
  );
  return again && STEPS_OF_PERSONS.has(step)
    ? notOpen('初审、二审、三审应当由不同的人办理，请由其他人继续', RELEASE_REVIEW)
    : ownWork(publication, by, '审核');
}

const isProofread = ({ proofs, proofread }: Publication, proof: Proof): boolean =>
  !proofs.includes(proof) || proofread.some(done => done.proof === proof);

function proofsMissing(publication: Publication, needed: readonly Proof[]): Refusal | null {
  const missing = needed.find(proof => !isProofread(publication, proof));
  return missing === undefined ? null : notOpen(`还没有登记“${PROOF_LABEL[missing]}”，请校对后再继续`);
}

/** What the gates found and nobody has mended or let stand. */
function stopsRefusal(publication: Publication): Refusal | null {
  if (publication.findings === null) return notOpen('这份稿件还没有作发布前检查，请先检查', RELEASE_REVIEW);
  const open = openStops(publication);
  return open.length === 0
    ? null
    : notOpen(`发布前检查还有 ${open.length} 处必须处理，请逐处修改，或者说明理由保留`, RELEASE_REVIEW);
}

/** 成文日期 is never after the day of publication; a period of validity that has passed is not published as new. */
function datesRefusal({ content }: AdmissionContext, on: Temporal.PlainDate): Refusal | null {
  if (content.madeOn !== null && Temporal.PlainDate.compare(content.madeOn, on) > 0)
    return notOpen('成文日期晚于发布日期，请核对成文日期', STATED_DAYS);
  return Temporal.PlainDate.compare(content.formedOn, on) > 0
    ? notOpen('公开时限基准日晚于发布日期，请核对', STATED_DAYS)
    : null;
}

const isBlank = (text: string) => text.trim() === '';

function publishRefusal(
  publication: Publication,
  { edition, on }: { readonly edition: number; readonly on: Temporal.PlainDate },
  context: AdmissionContext,
): Refusal | null {
  if (!context.today.equals(on)) return notOpen('发布日期就是系统当天的日期，不能填写其他日期', STATED_DAYS);
  return thisEdition(publication, edition) ?? ownWork(publication, context.by, '发布') ?? datesRefusal(context, on);
}

/** Conditions of single acts. */
const CONDITIONS: { readonly [Kind in ActKind]?: Condition<Kind> } = {
  edited: (publication, { edition }) => newEdition(publication, edition),
  'attribute-set': (_publication, { attribute, ground, reason }) => {
    if (attribute === 'proactive') return null;
    if (attribute === 'withheld' && ground === null)
      return notOpen('不予公开应当有法定理由，请选择依据的条款', { source: 'disclosure', article: 13 });
    return reason === null || isBlank(reason) ? notOpen('不主动公开的，应当写明理由', RELEASE_REVIEW) : null;
  },
  checked: (publication, { edition }) => thisEdition(publication, edition),
  'finding-overridden': (publication, { edition, finding, gate, reason }) => {
    const stale = thisEdition(publication, edition);
    if (stale !== null) return stale;
    const found = publication.findings?.find(({ key }) => key === finding);
    if (found === undefined || found.gate !== gate) return notOpen('没有这处检查结果，请刷新页面核对');
    if (publication.overridden.includes(finding)) return notOpen('这处检查结果已经处理过');
    return isBlank(reason) ? notOpen('保留检查发现的内容，请写明理由') : null;
  },
  submitted: (publication, { edition, steps }) => {
    const stale = thisEdition(publication, edition);
    if (stale !== null) return stale;
    if (publication.attribute === null)
      return notOpen('请先确定公开属性，再提交审核', { source: 'disclosure', article: 17 });
    if (steps[0] !== 'secrecy' || steps.at(-1) !== 'final') return notOpen('保密审查和签发不能省略', RELEASE_REVIEW);
    return stopsRefusal(publication);
  },
  recalled: (_publication, { reason }) => (isBlank(reason) ? notOpen('撤回提交请写明理由') : null),
  'secrecy-reviewed': (publication, act, { by, content }) => {
    const refusal = stepRefusal(publication, act, 'secrecy', by);
    if (refusal !== null) return refusal;
    const fault = formFault(
      act.form,
      act.conclusion,
      content.attachments.map(({ id }) => id),
      act.ticked,
    );
    return fault === null ? null : notOpen(fault, SECRECY_BASIS);
  },
  reviewed: (publication, act, { by }) => stepRefusal(publication, act, act.step, by),
  approved: (publication, act, { by }) =>
    stepRefusal(publication, act, 'final', by) ?? proofsMissing(publication, ['machine', 'editor']),
  proofread: (publication, { edition, proof }, { by }) => {
    const stale = thisEdition(publication, edition);
    if (stale !== null) return stale;
    if (!publication.proofs.includes(proof)) return notOpen(`这份稿件不需要“${PROOF_LABEL[proof]}”`);
    if (isProofread(publication, proof)) return notOpen(`“${PROOF_LABEL[proof]}”已经登记`);
    const approved = publication.stage === 'approved' || publication.stage === 'revision-approved';
    if ((proof === 'before-publication') !== approved)
      return notOpen(approved ? '签发以后只作发布前校对' : '发布前校对在签发以后进行');
    return proof === 'machine' ? null : ownWork(publication, by, '校对');
  },
  returned: (publication, { edition, step, comment }, { by }) => {
    const stale = thisEdition(publication, edition);
    if (stale !== null) return stale;
    if (isBlank(comment)) return notOpen('退回修改请写明意见');
    const next = nextStepOf(publication) ?? 'final';
    return next === step ? ownWork(publication, by, '审核') : notOpen('这个环节现在不能退回，请刷新页面核对');
  },
  scheduled: (publication, { edition, publishAt }, context) => {
    const stale = thisEdition(publication, edition);
    if (stale !== null) return stale;
    if (Temporal.Instant.compare(publishAt, context.now) <= 0) return notOpen('定时发布的时间已经过去，请选以后的时间');
    const on = publishAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
    return (
      ownWork(publication, context.by, '发布') ??
      datesRefusal(context, on) ??
      proofsMissing(publication, ['before-publication'])
    );
  },
  published: (publication, act, context) => {
    if (publication.attribute?.attribute !== 'proactive')
      return notOpen('公开属性不是主动公开，不能发布', RELEASE_REVIEW);
    const { publishAt } = publication;
    if (publishAt !== null && Temporal.Instant.compare(publishAt, context.now) > 0)
      return notOpen('还没有到定时发布的时间；要现在发布，请先取消定时');
    return publishRefusal(publication, act, context) ?? proofsMissing(publication, ['before-publication']);
  },
  'emergency-published': (publication, act, context) => {
    if (isBlank(act.reason)) return notOpen('应急发布请写明理由，发布后还要补审', RELEASE_REVIEW);
    if (publication.attribute?.attribute !== 'proactive')
      return notOpen('公开属性不是主动公开，不能发布', RELEASE_REVIEW);
    return publishRefusal(publication, act, context) ?? stopsRefusal(publication);
  },
  'taken-over': (publication, { edition, on, firstPublishedAt }, context) => {
    // A person's word can set no date back: what was public before comes in from the export alone.
    if (context.by.kind !== 'system') return notOpen('发布日期就是系统当天的日期，不能填写其他日期', STATED_DAYS);
    if (publication.attribute?.attribute !== 'proactive')
      return notOpen('公开属性不是主动公开，不能迁入', RELEASE_REVIEW);
    if (Temporal.Instant.compare(firstPublishedAt, context.now) > 0) return notOpen('原发布时间还没有到，请核对');
    return thisEdition(publication, edition) ?? datesRefusal(context, on);
  },
  'emergency-reviewed': ({ emergency }, { comment }, { by }) => {
    if (emergency === null || emergency.review !== null) return notOpen('没有待补审的应急发布');
    if (emergency.by === officerOf(by)) return notOpen('应急发布的人不能自己补审，请由其他人办理', RELEASE_REVIEW);
    return isBlank(comment) ? notOpen('补审请写明意见') : null;
  },
  corrected: (publication, { edition, note, scale }, context) => {
    if (scale === 'major' && isBlank(note)) return notOpen('重要更正应当写明更正说明，向读者公布');
    return (
      thisEdition(publication, edition) ??
      ownWork(publication, context.by, '发布') ??
      datesRefusal(context, context.today) ??
      proofsMissing(publication, ['before-publication'])
    );
  },
  withdrawn: (_publication, { explanation }) => (isBlank(explanation) ? notOpen('撤回应当写明向公众的说明') : null),
  reinstated: (_publication, { reason }) => (isBlank(reason) ? notOpen('恢复发布请写明理由') : null),
  removed: (publication, { explanation, redirectTo }) => {
    if (isBlank(explanation)) return notOpen('删除应当写明向公众的说明');
    if (redirectTo === null) return null;
    return redirectTo !== publication.address && isRedirectTarget(redirectTo)
      ? null
      : notOpen('转到的地址应当是本门户另一个页面的地址，以 / 开头');
  },
  archived: (publication, { reason }) => {
    if (publication.emergency !== null && publication.emergency.review === null)
      return notOpen('应急发布还没有补审，不能归档');
    return isBlank(reason) ? notOpen('归档请写明理由') : null;
  },
  'validity-changed': ({ validityChanges, publicEdition }, { to, on, basis }, { content, today }) => {
    if (content.details.kind !== 'normative' || publicEdition === null)
      return notOpen('只有已发布的规范性文件才能变更有效性');
    if (validityChanges.some(change => change.to !== 'amended')) return notOpen('这份文件已经废止或者失效，不能再变更');
    if (basis.kind === 'elsewhere' && isBlank(basis.title)) return notOpen('变更有效性应当写明依据的文件');
    if (Temporal.PlainDate.compare(on, content.details.effectiveOn) < 0 && to === 'amended')
      return notOpen('修改日期早于施行日期，请核对');
    return Temporal.PlainDate.compare(on, today.add({ years: 1 })) > 0 ? notOpen('日期太远，请核对') : null;
  },
  reassessed: (_publication, { reason }) =>
    isBlank(reason) ? notOpen('定期评估请写明评估意见', { source: 'disclosure', article: 18 }) : null,
  noted: (_publication, { text }) => (isBlank(text) ? notOpen('备注不能为空') : null),
  'publicity-ended': ({ publicityEndedOn }, { endedOn }, { by, today }) => {
    if (by.kind !== 'system') return notOpen('公示期满由系统自动办理；要提前结束，请撤回或者删除', PUBLICITY_BASIS);
    if (publicityEndedOn !== null) return notOpen('公示期满已经办理过');
    return Temporal.PlainDate.compare(today, endedOn) > 0 ? null : notOpen('公示期还没有满', PUBLICITY_BASIS);
  },
};

/**
 * Why an act may not be done to an item now; null when it may. Abilities are asked before. The table of stages comes first, then
 * what the act itself presupposes.
 */
export function refusalOf(publication: Publication, act: Act, context: AdmissionContext): Refusal | null {
  const { stage } = publication;
  if (!mayFollow(stage, act.kind)) return notOpen(`这条信息现在是“${STAGE_LABEL[stage]}”，不能${ACT_LABEL[act.kind]}`);
  const condition = CONDITIONS[act.kind] as Condition<ActKind> | undefined;
  return condition?.(publication, act, context) ?? null;
}
