import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RECONSIDERATION_FIRST_FROM } from '../../../law/remedies.ts';
import { letterText } from '../../../views/official-letter/official-letter.ts';
import { WITHHOLDING_GROUNDS } from '../reply.ts';
import { composeLetter, composeWithFields } from './compose-letter.ts';
import { faultsOfLetter } from './letter-faults.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { LetterValues } from './letter-inputs.ts';
import { LETTER_KINDS } from './letter-kinds.ts';
import type { LetterKind } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';
import { builtInTemplate } from './letter-template.ts';
import { specimenFacts } from './specimen-facts.ts';

const textOf = (facts: LetterFacts) => letterText(composeLetter(facts, builtInTemplate));
const faultsOf = (facts: LetterFacts) => faultsOfLetter(facts, builtInTemplate).map(({ message }) => message);
const withValues = (facts: LetterFacts, values: LetterValues): LetterFacts => ({
  ...facts,
  draft: { ...facts.draft, values: { ...facts.draft.values, ...values } },
});

test.each(LETTER_KINDS)(
  'the letter %s says word for word what fixtures/letters has (vitest -u writes a reviewed change)',
  async kind => {
    const facts = specimenFacts(kind);
    expect(faultsOf(facts)).toEqual([]);
    await expect(textOf(facts)).toMatchFileSnapshot(
      join(import.meta.dirname, `../../../../fixtures/letters/${kind}.txt`),
    );
  },
);

describe('remedies', () => {
  const A = /可以自收到本告知书之日起60日内向.+申请行政复议，也可以自收到本告知书之日起6个月内向.+提起行政诉讼。/;
  const B =
    /第二十三条第一款第（四）项的规定，应当自收到本告知书之日起60日内先向.+申请行政复议；.+15日内向.+提起行政诉讼。/;
  /** §5.3: the kinds that tell no remedy, and those whose remedy is 复议 first. */
  const NONE = new Set<LetterKind>([
    'registration-receipt',
    'clarification-notice',
    'extension-notice',
    'reasons-demand',
    'deferral-notice',
    'third-party-consultation',
    'consultation-notice',
    'agency-consultation',
    'search-request',
    'fee-notice',
    'withdrawal',
  ]);
  const FIRST = new Set<LetterKind>(['partly-granted', 'withheld', 'several-findings']);

  test.each(LETTER_KINDS)('%s tells none, A or B as the table of letters says', kind => {
    const text = textOf(specimenFacts(kind));
    const expected = NONE.has(kind) ? [false, false] : FIRST.has(kind) ? [false, true] : [true, false];
    expect([A.test(text), B.test(text)]).toEqual(expected);
    expect(text.includes('复议')).toBe(!NONE.has(kind));
  });

  test('each ground of Art. 14 to 16 puts 复议 first, from 2024 on and not before', () => {
    for (const ground of WITHHOLDING_GROUNDS) {
      const facts = withValues(specimenFacts('withheld'), { ground, lawNamed: '《某法》第一条' });
      const on = (day: string) => textOf({ ...facts, issuedOn: Temporal.PlainDate.from(day) });
      expect(on(RECONSIDERATION_FIRST_FROM)).toMatch(B);
      expect(on('2023-12-31')).toMatch(A);
      expect(on('2023-12-31')).not.toContain('先向');
    }
  });

  test('several answers without a refusal of Art. 14 to 16 leave the choice free', () => {
    const facts = specimenFacts('several-findings');
    const findings = facts.draft.findings.filter(({ kind }) => kind !== 'withheld');
    expect(textOf({ ...facts, draft: { ...facts.draft, findings } })).toMatch(A);
  });

  test('a reply served online names the internet channel for 复议, or is not issued', () => {
    const facts = { ...specimenFacts('granted'), servedOnline: true };
    expect(textOf(facts)).toContain('提交行政复议申请书的互联网渠道：https://fuyi.example.cn。');
    expect(faultsOf({ ...facts, remedy: { ...facts.remedy, onlineChannel: null } })).toEqual([
      '缺少提交行政复议申请书的互联网渠道（《中华人民共和国行政复议法》第二十二条第二款），网上送达的文书应当提供，请补充',
    ]);
  });

  test('without the organ or the court there is a fault, by the article that asks for it', () => {
    const facts = specimenFacts('withheld');
    expect(faultsOf({ ...facts, remedy: { reviewOrgan: null, court: null, onlineChannel: null } })).toEqual([
      '缺少行政复议机关（《中华人民共和国行政复议法》第二十三条第二款），请补充',
      '缺少有管辖权的人民法院（《中华人民共和国行政复议法》第二十三条第二款），请补充',
    ]);
  });
});

describe('what the law demands cannot be left out', () => {
  test.each(LETTER_KINDS)('%s: each part that is taken out of the facts is missed', kind => {
    const facts = specimenFacts(kind);
    const { inputs, required } = letterRuleOf(kind);
    for (const key of inputs) {
      const { [key]: _taken, ...values } = facts.draft.values;
      const needed = required.some(({ fields, need }) => {
        const { fields: all } = composeWithFields(facts, builtInTemplate);
        const { fields: left } = composeWithFields({ ...facts, draft: { ...facts.draft, values } }, builtInTemplate);
        return need === 'always' && fields.some(name => all[name]?.length !== 0 && left[name]?.length === 0);
      });
      const faults = faultsOf({ ...facts, draft: { ...facts.draft, values } });
      // A right agency without its address is of no use to the applicant; whether there is one, only the officer knows.
      expect([key, faults.length > 0]).toEqual([key, needed || key === 'rightAgencyContact']);
    }
  });

  test('reasons, search, right agency: the fault names the part and the article', () => {
    const { reasons: _1, ...withoutReasons } = specimenFacts('not-ours').draft.values;
    const notOurs = specimenFacts('not-ours');
    expect(faultsOf({ ...notOurs, draft: { ...notOurs.draft, values: withoutReasons } })).toEqual([
      '缺少理由（《中华人民共和国政府信息公开条例》第三十六条第（五）项），请补充',
    ]);
    expect(faultsOf(withValues(notOurs, { rightAgencyContact: ' ' }))).toEqual([
      '缺少该机关联系方式（《中华人民共和国政府信息公开条例》第三十六条第（五）项），请补充',
    ]);
    expect(faultsOf(withValues(specimenFacts('not-existing'), { searchedIn: '' }))).toEqual([
      '缺少检索范围（《中华人民共和国政府信息公开条例》第三十六条第（四）项），请补充',
    ]);
  });

  test('every withheld passage has its reasons, and names the law that forbids disclosure', () => {
    const facts = specimenFacts('partly-granted');
    const passages = facts.draft.values.passages!;
    const changed = [passages[0]!, { ...passages[1]!, reasons: '', ground: 'forbidden-by-law', aspect: null } as const];
    expect(faultsOf(withValues(facts, { passages: changed }))).toEqual([
      '缺少不予公开部分第2处的理由（《中华人民共和国政府信息公开条例》第三十七条），请补充',
      '缺少不予公开部分第2处禁止公开的法律、行政法规名称和条款（《中华人民共和国政府信息公开条例》第十四条），请补充',
    ]);
  });

  test('of several answers each is looked at', () => {
    const facts = specimenFacts('several-findings');
    const findings = facts.draft.findings.map(finding => ({
      ...finding,
      values: { ...finding.values, reasons: '', searchedFor: '' },
    }));
    expect(faultsOf({ ...facts, draft: { ...facts.draft, findings } })).toEqual([
      '第2项答复缺少检索关键词（《中华人民共和国政府信息公开条例》第三十六条第（四）项），请补充',
      '第3项答复缺少理由（《中华人民共和国政府信息公开条例》第三十六条第（三）项），请补充',
    ]);
  });

  test('places left for later hold a letter back', () => {
    const facts = withValues(specimenFacts('not-ours'), { reasons: '由××局制作' });
    expect(faultsOf(facts)).toEqual(['还有没有填写的地方“××”，请填写或者删去']);
  });
});

describe('the draft opens complete', () => {
  const draft: LetterFacts = { ...specimenFacts('granted'), documentNumber: null, issuedOn: null };
  const letter = composeLetter(draft, builtInTemplate);

  test('number and day are open until it is signed, and it says that it is a draft', () => {
    expect([letter.documentNumber, letter.date, letter.mark]).toEqual([
      '晴政办依复〔2026〕　号',
      '2026年　月　日',
      '草稿',
    ]);
  });

  test('a person is 您, several are 你们, an organisation 你单位', () => {
    const of = (application: Partial<LetterFacts['application']>) =>
      textOf({ ...draft, application: { ...draft.application, ...application } });
    expect(of({})).toContain('江玥堃：\n本机关于2026年10月12日收到您以');
    expect(of({ applicants: ['江玥堃', '赵喆'] })).toContain('江玥堃、赵喆：\n本机关于2026年10月12日收到你们以');
    expect(of({ applicantKind: 'legalService', applicants: ['示范律师事务所'] })).toContain('收到你单位以');
  });

  test('letters to others do not name the applicant', () => {
    for (const kind of [
      'third-party-consultation',
      'disclosure-decision',
      'agency-consultation',
      'search-request',
    ] as const)
      expect(textOf(specimenFacts(kind))).not.toContain('江玥堃');
  });

  test('a full stop of one’s own is not doubled, quotation marks become inner ones', () => {
    expect(textOf(withValues(specimenFacts('not-ours'), { reasons: '由区住建局制作。' }))).toContain(
      '由区住建局制作。根据',
    );
    const application = { ...draft.application, requested: '关于“幸福里”小区的文件。' };
    expect(textOf({ ...draft, application })).toContain('申请公开“关于‘幸福里’小区的文件”。');
  });

  test('what an applicant wrote is text and never a heading, a field or a new paragraph of the template', () => {
    const application = { ...draft.application, requested: '{{救济告知}}\n# 一、假标题\n{{结束}}' };
    const { blocks } = composeLetter({ ...draft, application }, builtInTemplate);
    expect(blocks.filter(({ kind }) => kind === 'heading')).toEqual([]);
    expect(blocks.map(({ text }) => text).join('\n')).toContain('申请公开“{{救济告知}}\n# 一、假标题\n{{结束}}”');
  });
});
