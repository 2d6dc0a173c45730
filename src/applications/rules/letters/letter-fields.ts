import { citationsText } from '../../../law/citation.ts';
import type { Citation } from '../../../law/citation.ts';
import { WITHHOLDING } from '../../../law/grounds.ts';
import { PERIODS } from '../../../law/periods.ts';
import { remedyOrderOf } from '../../../law/remedies.ts';
import type { RemedyOrder } from '../../../law/remedies.ts';
import type { Channel } from '../channel.ts';
import type { WithholdingGround } from '../reply.ts';
import { chineseDate } from './chinese-date.ts';
import type { LetterDraft, LetterFacts, OtherFinding } from './letter-facts.ts';
import { INPUT_KEYS, INPUTS } from './letter-inputs.ts';
import type { LetterValues, Passage } from './letter-inputs.ts';
import { letterRuleOf } from './letter-rules.ts';
import { remedyParagraph } from './remedy-paragraph.ts';
import type { FieldValue, FieldValues, Item } from './template/fill-template.ts';

/** Fields that come from the record, with what they hold: the words an administrator may use in every template. */
export const RECORD_FIELDS = {
  机关: '本机关全称',
  工作机构: '政府信息公开工作机构',
  机关地址: '办公地址',
  机关电话: '联系电话',
  称谓: '您，或者你单位',
  申请人: '全部申请人的姓名或者名称',
  登记编号: '申请的登记编号',
  收到日期: '收到申请之日',
  收到方式: '申请的渠道',
  补正收到日期: '收到补正之日；没有补正的为空',
  缴费日期: '缴清信息处理费之日；没有收费的为空',
  申请内容: '申请公开的内容',
  依据: '法律依据，到条、款、项',
  期限: '法定期限，如：15个工作日',
  法定后果: '逾期或者不作为的法定后果',
  情形: '不予公开、不予处理的法定情形',
  救济告知: '行政复议和行政诉讼的告知',
} as const;

/** Fields of each member of a list, by the list's name. */
export const ITEM_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    补正事项: ['序号', '事项'],
    附件: ['序号', '事项'],
    不予公开部分: ['序号', '内容', '该处情形', '该处依据', '该处理由'],
    答复事项: ['序号', '汉字序号', '所涉事项', '答复内容'],
  }),
);

const CHANNEL_WAY = {
  'in-person': '当面提交',
  oral: '口头',
  'signed-post': '邮寄',
  'ordinary-post': '信函',
  online: '互联网',
  email: '电子邮件',
  fax: '传真',
} as const satisfies Record<Channel, string>;

/** Words as they go into a sentence: without spaces around them and without the full stop, which the template has. */
export function wordsOf(text: string): string {
  return text.trim().replace(/[。；，、.;,]+$/u, '');
}

/** Words that go between quotation marks: marks around the whole fall away, others become single ones (GB/T 15834—2011, 4.8). */
function quoted(text: string): string {
  const words = wordsOf(text);
  const whole = /^“([^“”]*)”$/.exec(words)?.[1];
  return whole ?? words.replaceAll('“', '‘').replaceAll('”', '’');
}

/** 《…条例》第十六条第一款: Art. 36(3) with the article of the ground; `lawNamed` is a law beside it. */
export function groundBasis(ground: WithholdingGround, lawNamed: string | null | undefined): readonly string[] {
  const citations: readonly Citation[] = WITHHOLDING[ground].citations;
  const law = wordsOf(lawNamed ?? '');
  return [citationsText(citations), ...(law === '' ? [] : [law])];
}

/** What the ground says of the information, narrowed to the case that applies. */
export function situationOf(ground: WithholdingGround, aspect: string | null | undefined): string {
  const facts: { readonly wording: string; readonly narrowed?: string } = WITHHOLDING[ground];
  const narrow = wordsOf(aspect ?? '');
  return narrow === '' || facts.narrowed === undefined ? facts.wording : facts.narrowed.replace('{}', narrow);
}

function passageItem(passage: Passage, index: number): Item {
  return {
    序号: String(index + 1),
    内容: wordsOf(passage.passage),
    该处情形: situationOf(passage.ground, passage.aspect),
    该处依据: groundBasis(passage.ground, passage.lawNamed).join('和'),
    该处理由: wordsOf(passage.reasons),
  };
}

/** What was put in, as words. */
function inputFields(values: LetterValues): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const key of INPUT_KEYS) {
    const { name } = INPUTS[key];
    const value = values[key];
    if (value === undefined) fields[name] = '';
    else if (typeof value === 'string') fields[name] = key === 'ground' ? '' : wordsOf(value);
    else if (typeof value === 'number') fields[name] = String(value);
    else if (value instanceof Temporal.PlainDate) fields[name] = chineseDate(value);
    else fields[name] = listItems(value);
  }
  return fields;
}

function listItems(members: readonly (string | Passage)[]): readonly Item[] {
  return members
    .filter(member => typeof member !== 'string' || member.trim() !== '')
    .map((member, index) =>
      typeof member === 'string' ? { 序号: String(index + 1), 事项: wordsOf(member) } : passageItem(member, index),
    );
}

/** The grounds of Art. 14–16 that a draft rests on: with one of them 复议 comes first. */
export function groundsOfDraft({ kind, values, findings }: LetterDraft): readonly WithholdingGround[] {
  const own = (of: { readonly kind: string; readonly values: LetterValues }): readonly WithholdingGround[] => {
    if (of.kind === 'withheld') return of.values.ground === undefined ? [] : [of.values.ground];
    return of.kind === 'partly-granted' ? (of.values.passages ?? []).map(({ ground }) => ground) : [];
  };
  return kind === 'several-findings' ? findings.flatMap(own) : own({ kind, values });
}

/** The order of remedies that a letter must tell: B where any part of it rests on Art. 14–16, or withholds at all. */
export function remedyOrderOfLetter({ draft, issuedOn, today }: LetterFacts): RemedyOrder {
  const kinds = draft.kind === 'several-findings' ? draft.findings.map(({ kind }) => kind) : [draft.kind];
  const withholds = kinds.some(kind => kind === 'withheld' || kind === 'partly-granted');
  return remedyOrderOf(withholds || groundsOfDraft(draft).length > 0, issuedOn ?? today);
}

function basisOf({ kind, values }: Pick<LetterDraft, 'kind' | 'values'>): string {
  const { basis } = letterRuleOf(kind);
  const { ground, lawNamed, feeScale } = values;
  if (kind === 'withheld' && ground !== undefined) return groundBasis(ground, lawNamed).join('和');
  if (kind !== 'fee-notice') return citationsText(basis);
  const article = feeScale?.includes('件') === true ? 4 : 5;
  const [regulation, scales, notice] = basis;
  return citationsText([regulation!, scales!, { source: 'processing-fee', article }, notice!]);
}

function situationOfDraft({ kind, values }: Pick<LetterDraft, 'kind' | 'values'>): string {
  if (kind === 'withheld') return values.ground === undefined ? '' : situationOf(values.ground, values.aspect);
  return wordsOf(values.aspect ?? '');
}

function periodText(kind: LetterDraft['kind']): string {
  const { period } = letterRuleOf(kind);
  return period === null ? '' : `${PERIODS[period].length}个工作日`;
}

/** 您 to a person, 你们 to several, 你单位 to an organisation. */
function addressOf({ application, recipient }: LetterFacts): string {
  if (recipient !== null) return recipient.isPerson ? '您' : '你单位';
  if (application.applicants.length > 1) return '你们';
  return application.applicantKind === 'naturalPerson' ? '您' : '你单位';
}

/** The fields of one answer: its inputs, its basis, its ground. */
function answerFields(answer: Pick<LetterDraft, 'kind' | 'values'>): Record<string, FieldValue> {
  return {
    ...inputFields(answer.values),
    依据: basisOf(answer),
    期限: periodText(answer.kind),
    法定后果: letterRuleOf(answer.kind).consequence ?? '',
    情形: situationOfDraft(answer),
  };
}

function recordFields(facts: LetterFacts): Record<string, FieldValue> {
  const { agency, application, remedy, servedOnline, draft } = facts;
  const told = letterRuleOf(draft.kind).remedy === 'told';
  return {
    机关: agency.name,
    工作机构: agency.disclosureOffice ?? '',
    机关地址: agency.address ?? '',
    机关电话: agency.telephone ?? '',
    称谓: addressOf(facts),
    申请人: application.applicants.join('、'),
    登记编号: application.number,
    收到日期: chineseDate(application.receivedOn),
    收到方式: CHANNEL_WAY[application.channel],
    补正收到日期: application.clarifiedOn === null ? '' : chineseDate(application.clarifiedOn),
    缴费日期: application.paidOn === null ? '' : chineseDate(application.paidOn),
    申请内容: quoted(application.requested),
    救济告知: told ? remedyParagraph(remedyOrderOfLetter(facts), remedy, servedOnline) : '',
  };
}

/** Every field of a letter with what it holds. */
export function fieldsOfLetter(facts: LetterFacts): FieldValues {
  return { ...recordFields(facts), ...answerFields(facts.draft), 答复事项: [] };
}

/** The fields of one of several findings, in a letter's own. */
export function fieldsOfFinding(facts: LetterFacts, finding: OtherFinding): FieldValues {
  return { ...recordFields(facts), ...answerFields(finding) };
}
