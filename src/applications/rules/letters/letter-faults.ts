import { citationText } from '../../../law/citation.ts';
import type { Citation } from '../../../law/citation.ts';
import { WITHHOLDING } from '../../../law/grounds.ts';
import { REMEDY_BASIS } from '../../../law/remedies.ts';
import { composeWithFields } from './compose-letter.ts';
import type { LetterDraft, LetterFacts } from './letter-facts.ts';
import { fieldsOfFinding, remedyOrderOfLetter } from './letter-fields.ts';
import type { LetterValues, Passage } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';
import type { RequiredPart } from './letter-rules.ts';
import type { TemplateOf } from './letter-template.ts';
import type { FieldValues } from './template/fill-template.ts';

/** A part that the law demands and that a letter lacks. A letter with a fault is not submitted and not signed. */
export type LetterFault = {
  /** What is missing, such as 检索范围. */
  readonly part: string;
  readonly basis: Citation;
  /** `facts`: it has not been filled in. `template`: it was, but the template leaves it out. */
  readonly cause: 'facts' | 'template';
  /** One Chinese sentence: what is missing, under which article. */
  readonly message: string;
};

function fault(part: string, basis: Citation, cause: LetterFault['cause'], detail = ''): LetterFault {
  const remedy = cause === 'facts' ? '请补充' : '模板漏掉了这一部分，请管理员修改模板';
  return { part, basis, cause, message: `缺少${part}（${citationText(basis)}）${detail}，${remedy}` };
}

const isEmpty = (fields: FieldValues, name: string) => (fields[name]?.length ?? 0) === 0;

/** Fields that stand only within the members of lists: whether they are filled in is asked of each member. */
const WITHIN_LISTS = new Set(['该处依据', '该处理由']);

function faultsOfPart(part: RequiredPart, fields: FieldValues, printed: ReadonlySet<string>): readonly LetterFault[] {
  const missing = part.fields.some(name => !WITHIN_LISTS.has(name) && isEmpty(fields, name));
  if (missing) return part.need === 'where-so' ? [] : [fault(part.name, part.basis, 'facts')];
  return part.fields.every(name => printed.has(name)) ? [] : [fault(part.name, part.basis, 'template')];
}

const ART_37: Citation = { source: 'disclosure', article: 37 };
const isBlank = (text: string | null | undefined) => (text ?? '').trim() === '';

/** What the grounds demand on top: reasons for each passage, and the law by its name where a law forbids disclosure. */
function faultsOfGrounds(kind: LetterKind, values: LetterValues): readonly LetterFault[] {
  const lawMissing = (ground: LetterValues['ground'], lawNamed: string | null | undefined) =>
    ground === 'forbidden-by-law' && isBlank(lawNamed);
  if (kind === 'withheld')
    return lawMissing(values.ground, values.lawNamed)
      ? [fault('禁止公开的法律、行政法规名称和条款', WITHHOLDING['forbidden-by-law'].citations[0], 'facts')]
      : [];
  if (kind !== 'partly-granted') return [];
  return (values.passages ?? []).flatMap((passage, index) => [
    ...(isBlank(passage.passage) ? [fault(`不予公开部分第${index + 1}处的内容`, ART_37, 'facts')] : []),
    ...(isBlank(passage.reasons) ? [fault(`不予公开部分第${index + 1}处的理由`, ART_37, 'facts')] : []),
    ...(lawMissing(passage.ground, passage.lawNamed)
      ? [
          fault(
            `不予公开部分第${index + 1}处禁止公开的法律、行政法规名称和条款`,
            WITHHOLDING['forbidden-by-law'].citations[0],
            'facts',
          ),
        ]
      : []),
  ]);
}

/** Where a right agency is named, so is how to reach it (Art. 36(5)). */
function faultsOfRightAgency(kind: LetterKind, values: LetterValues): readonly LetterFault[] {
  if (kind !== 'not-ours' || isBlank(values.rightAgency) || !isBlank(values.rightAgencyContact)) return [];
  return [fault('该机关联系方式', { source: 'disclosure', article: 36, item: 5 }, 'facts')];
}

function faultsOfRemedy(facts: LetterFacts): readonly LetterFault[] {
  const { remedy, servedOnline, draft } = facts;
  if (letterRuleOf(draft.kind).remedy === 'none') return [];
  const basis =
    remedyOrderOfLetter(facts) === 'reconsideration-first'
      ? REMEDY_BASIS.tellReconsiderationFirst
      : REMEDY_BASIS.tellRemedy;
  return [
    ...(remedy.reviewOrgan === null ? [fault('行政复议机关', basis, 'facts')] : []),
    ...(remedy.court === null ? [fault('有管辖权的人民法院', basis, 'facts')] : []),
    ...(servedOnline && isBlank(remedy.onlineChannel)
      ? [fault('提交行政复议申请书的互联网渠道', REMEDY_BASIS.onlineChannel, 'facts', '，网上送达的文书应当提供')]
      : []),
  ];
}

/** Signs that somebody has left for later: ×× , XX, （待填）, ____. A letter is not sent with them. */
const LEFT_OPEN = /[×ⅩX]{2,}|＿{2,}|_{2,}|[（(【[]\s*(?:待|此处|请)[^）)】\]]{0,12}[）)】\]]/u;

function textsOf(values: LetterValues): readonly string[] {
  return Object.values(values).flatMap((value): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (!Array.isArray(value)) return [];
    return value.flatMap((member: string | Passage) =>
      typeof member === 'string' ? [member] : [member.passage, member.reasons, member.lawNamed ?? ''],
    );
  });
}

function faultsOfOpenPlaces({ values, findings }: LetterDraft): readonly LetterFault[] {
  const texts = [values, ...findings.map(finding => finding.values)].flatMap(textsOf);
  const open = texts.map(text => LEFT_OPEN.exec(text)?.[0]).find(place => place !== undefined);
  if (open === undefined) return [];
  const basis: Citation = { source: 'official-documents', article: 19 };
  return [{ part: '待填写的内容', basis, cause: 'facts', message: `还有没有填写的地方“${open}”，请填写或者删去` }];
}

function faultsOfFindings(facts: LetterFacts, templateOf: TemplateOf): readonly LetterFault[] {
  return facts.draft.findings.flatMap((finding, index) => {
    const own = { ...facts, draft: { kind: finding.kind, values: finding.values, findings: [] } };
    const common = new Set(letterRuleOf('several-findings').required.map(({ name }) => name));
    const { printed } = composeWithFields(own, templateOf);
    const fields = fieldsOfFinding(facts, finding);
    const parts = letterRuleOf(finding.kind).required.filter(({ name }) => !common.has(name) || name === '法律依据');
    return [
      ...parts.flatMap(part => faultsOfPart(part, fields, printed)),
      ...faultsOfGrounds(finding.kind, finding.values),
      ...faultsOfRightAgency(finding.kind, finding.values),
    ].map(problem => ({ ...problem, message: `第${index + 1}项答复${problem.message}` }));
  });
}

/**
 * Every part that the law demands and the letter lacks, in the order of the letter; empty when it may be submitted. 文号 and date
 * are not among them: signing sets both.
 */
export function faultsOfLetter(facts: LetterFacts, templateOf: TemplateOf): readonly LetterFault[] {
  const composed = composeWithFields(facts, templateOf);
  const { kind, values } = facts.draft;
  const remedy = faultsOfRemedy(facts);
  const parts = letterRuleOf(kind).required.flatMap(part =>
    part.name === '救济告知' && remedy.length > 0 ? [] : faultsOfPart(part, composed.fields, composed.printed),
  );
  return [
    ...parts,
    ...faultsOfGrounds(kind, values),
    ...faultsOfRightAgency(kind, values),
    ...faultsOfFindings(facts, templateOf),
    ...remedy,
    ...faultsOfOpenPlaces(facts.draft),
  ];
}
