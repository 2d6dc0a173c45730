import type { StaffId } from '../../../people/rules/staff-id.ts';
import { ATTRIBUTE_LABEL } from '../../../publishing/rules/attribute.ts';
import { GATE_LABEL } from '../../../publishing/rules/gates/gate.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import { CHANGE_SCALE_LABEL, PROOF_LABEL, REVIEW_STEP_LABEL } from '../../../publishing/rules/publication-log.ts';
import type { Act, Actor } from '../../../publishing/rules/publication-log.ts';
import { SECRECY_CONCLUSION_LABEL } from '../../../publishing/rules/secrecy-form.ts';
import { VALIDITY_LABEL } from '../../../publishing/rules/validity.ts';
import { instantText } from '../../instant-text.ts';

/** Whom and what the acts of a log refer to by id. */
export type ActNames = {
  readonly staff: ReadonlyMap<StaffId, string>;
  readonly items: ReadonlyMap<ItemId, string>;
};

/** Who did it, in a word. */
export const actorName = (by: Actor, { staff }: Pick<ActNames, 'staff'>): string =>
  by.kind === 'officer' ? (staff.get(by.id) ?? '工作人员') : '系统';

const withRemark = (text: string, remark: string | null): string =>
  remark === null || remark === '' ? text : `${text}：${remark}`;

/** What an act says besides its name, as one line for officers; empty where the name says everything. */
export function actText(act: Act, { items }: ActNames): string {
  switch (act.kind) {
    case 'drafted':
    case 'edited':
      return `第 ${act.edition} 稿`;
    case 'attribute-set':
      return withRemark(ATTRIBUTE_LABEL[act.attribute], act.reason);
    case 'checked': {
      const stops = act.findings.filter(({ level }) => level === 'stop').length;
      return act.findings.length === 0 ? '没有发现问题' : `发现 ${act.findings.length} 处，其中必须处理 ${stops} 处`;
    }
    case 'finding-overridden':
      return `${GATE_LABEL[act.gate]}：${act.reason}`;
    case 'submitted':
      return `第 ${act.edition} 稿，${act.steps.map(step => REVIEW_STEP_LABEL[step]).join('、')}`;
    case 'recalled':
    case 'reinstated':
    case 'archived':
    case 'unscheduled':
      return act.reason;
    case 'secrecy-reviewed':
      return withRemark(`第 ${act.edition} 稿，${SECRECY_CONCLUSION_LABEL[act.conclusion]}`, act.form.opinion);
    case 'reviewed':
      return withRemark(REVIEW_STEP_LABEL[act.step], act.comment);
    case 'approved':
      return act.comment ?? '';
    case 'proofread':
      return withRemark(PROOF_LABEL[act.proof], act.remark);
    case 'returned':
      return `${REVIEW_STEP_LABEL[act.step]}：${act.comment}`;
    case 'scheduled':
      return `定于 ${instantText(act.publishAt)}`;
    case 'published':
      return `第 ${act.edition} 稿，网址 ${act.address}`;
    case 'corrected':
      return withRemark(`第 ${act.edition} 稿，${CHANGE_SCALE_LABEL[act.scale]}`, act.note);
    case 'emergency-published':
      return `第 ${act.edition} 稿，网址 ${act.address}：${act.reason}`;
    case 'taken-over':
      return `第 ${act.edition} 稿，${act.on.toString()} 在原系统发布（${act.origin}），网址 ${act.address}`;
    case 'emergency-reviewed':
      return `${act.conclusion === 'confirmed' ? '同意发布' : '不应当发布'}：${act.comment}`;
    case 'withdrawn':
      return act.explanation;
    case 'removed':
      return withRemark(act.explanation, act.redirectTo === null ? null : `转到 ${act.redirectTo}`);
    case 'validity-changed': {
      const { basis } = act;
      const title = basis.kind === 'item' ? (items.get(basis.item) ?? '本门户的另一份文件') : basis.title;
      return `自 ${act.on.toString()} 起${VALIDITY_LABEL[act.to]}，依据 ${title}`;
    }
    case 'reassessed':
      return `${act.conclusion === 'stays' ? '维持不变' : '可以公开'}：${act.reason}`;
    case 'noted':
      return act.text;
    case 'addresses-verified': {
      const wrong = act.answers.filter(({ asExpected }) => !asExpected);
      return wrong.length === 0
        ? `访问了 ${act.answers.length} 个公开网址，都符合现在的状态`
        : `访问了 ${act.answers.length} 个公开网址，${wrong.length} 个不符：${wrong.map(({ what }) => what).join('、')}`;
    }
    case 'publicity-ended':
      return `公示期至 ${act.endedOn.toString()}，${act.atEnd === 'keep' ? '页面保留，标明公示期已满' : '页面已删除'}`;
  }
}
