import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormValues } from '../../../views/form/form-state.ts';
import { fieldOf, isDoubtful, readApplicants, withoutApplicant } from './applicant.form.ts';
import { looksLikeSeveral, readApplicationForm } from './application.form.ts';
import { readCorrectionForm } from './correction.form.ts';
import { shownForm, shownFormText } from './shown-form.ts';

// An invented number whose check digit is right, and the same with a wrong one.
const RIGHT_NUMBER = '11010519491231002X';
const WRONG_NUMBER = '110105194912310021';

const PERSON: FormValues = {
  applicants: '1',
  'applicant1-kind': 'person',
  'applicant1-name': ' 周明远 ',
  'applicant1-document': 'resident-identity-card',
  'applicant1-number': '1101 0519 4912 3100 2x',
  'applicant1-telephone': '138 0000 0000',
  description: '2025年老旧小区改造项目名单\r\n\r\n\r\n\r\n和资金安排',
  'supply-form': 'electronic',
  'supply-route': 'online',
  notify: 'none',
};

const ORGANIZATION: FormValues = {
  ...PERSON,
  'applicant1-kind': 'organization',
  'applicant1-organization': 'researchInstitute',
  'applicant1-organization-name': '示范市水利研究所',
  'applicant1-representative': '沈砚秋',
  'applicant1-contact-person': '陆知微',
};

const problemsOf = (values: FormValues) => {
  const read = readApplicationForm(values);
  return read.ok ? [] : read.problem;
};
const fieldsOf = (values: FormValues) => problemsOf(values).map(({ field }) => field);
const readOf = (values: FormValues) => {
  const read = readApplicationForm(values);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};

test('a citizen needs a name, a document, a way to be reached, what is wanted and how: nothing else', () => {
  const { applicants, requested, notifyBy, assistance } = readOf(PERSON);
  expect(applicants).toEqual([
    {
      kind: 'naturalPerson',
      name: '周明远',
      identityDocument: 'resident-identity-card',
      identityNumber: RIGHT_NUMBER,
      employer: null,
      contact: { telephone: '138 0000 0000', email: null, address: null, postcode: null },
    },
  ]);
  expect(requested).toEqual({
    description: '2025年老旧小区改造项目名单\n\n和资金安排',
    title: null,
    documentNumber: null,
    supplyForm: 'electronic',
    supplyRoute: 'online',
  });
  expect([notifyBy, assistance]).toEqual([null, null]);
});

test('an empty form is told everything at once, in the order of the page', () => {
  expect(fieldsOf({ 'applicant1-kind': 'person' })).toEqual([
    'description',
    'supply-form',
    'supply-route',
    'applicant1-name',
    'applicant1-document',
    'applicant1-number',
    'applicant1-telephone',
  ]);
  expect(fieldsOf({})).toContain('applicant1-kind');
});

test('an identity number that does not add up is asked for again once and taken on the word of the applicant', () => {
  const mistyped = { ...PERSON, 'applicant1-number': WRONG_NUMBER };
  expect(problemsOf(mistyped)).toEqual([
    { field: 'applicant1-number', message: expect.stringContaining('最后一位') as string },
  ]);
  expect(isDoubtful(mistyped, 1)).toBe(true);
  expect(readOf({ ...mistyped, 'applicant1-number-confirmed': 'yes' }).applicants[0]).toMatchObject({
    identityNumber: WRONG_NUMBER,
  });
  expect(problemsOf({ ...PERSON, 'applicant1-number': '12345' })[0]?.message).toContain('18 位');
});

test('documents of other countries have numbers of their own', () => {
  const foreign = { ...PERSON, 'applicant1-document': 'passport', 'applicant1-number': 'xk 12345/ä' };
  expect(readOf(foreign).applicants[0]).toMatchObject({ identityDocument: 'passport', identityNumber: 'XK12345/Ä' });
  expect(isDoubtful(foreign, 1)).toBe(false);
});

test('an organisation is of one of five kinds; a code is not demanded, a wrong one is asked for again', () => {
  expect(readOf(ORGANIZATION).applicants[0]).toMatchObject({
    kind: 'researchInstitute',
    name: '示范市水利研究所',
    creditCode: null,
    legalRepresentative: '沈砚秋',
    contactPerson: '陆知微',
  });
  expect(fieldsOf({ ...ORGANIZATION, 'applicant1-organization': 'naturalPerson' })).toEqual([
    'applicant1-organization',
  ]);
  const wrong = { ...ORGANIZATION, 'applicant1-credit-code': '91350100M000100Y44' };
  expect(fieldsOf(wrong)).toEqual(['applicant1-credit-code']);
  expect(fieldsOf({ ...wrong, 'applicant1-number-confirmed': 'yes' })).toEqual([]);
});

test('what is typed into the half that was not chosen does not count', () => {
  expect(fieldsOf({ ...PERSON, 'applicant1-organization-name': '', 'applicant1-credit-code': '1' })).toEqual([]);
});

test('one way to be reached is enough, whichever', () => {
  for (const [name, text] of [
    ['email', 'zhou@example.cn'],
    ['address', '示范市晴川区望江路9号'],
    ['telephone', '0990-0000101转8'],
  ] as const)
    expect(fieldsOf({ ...PERSON, 'applicant1-telephone': '', [fieldOf(1, name)]: text })).toEqual([]);
  expect(fieldsOf({ ...PERSON, 'applicant1-telephone': '' })).toEqual(['applicant1-telephone']);
});

test('the way of supply and of notices needs the detail that it goes by', () => {
  expect(fieldsOf({ ...PERSON, 'supply-form': 'paper', 'supply-route': 'post' })).toEqual(['applicant1-address']);
  expect(fieldsOf({ ...PERSON, 'supply-route': 'email' })).toEqual(['applicant1-email']);
  expect(fieldsOf({ ...PERSON, notify: 'email' })).toEqual(['applicant1-email']);
  expect(fieldsOf({ ...PERSON, 'applicant1-telephone': '0990-0000101', notify: 'sms' })).toEqual([
    'applicant1-telephone',
  ]);
  expect(readOf({ ...PERSON, notify: 'sms' }).notifyBy).toBe('sms');
});

test('paper does not go through the wire, and what is looked at on the spot is not posted', () => {
  expect(fieldsOf({ ...PERSON, 'supply-form': 'paper' })).toEqual(['supply-route']);
  expect(fieldsOf({ ...PERSON, 'supply-form': 'inspection', 'supply-route': 'post' })).toContain('supply-route');
  expect(fieldsOf({ ...PERSON, 'supply-form': 'inspection', 'supply-route': 'collect' })).toEqual([]);
});

test('several may apply together; only the first must be reachable, and one can be taken out again', () => {
  const second = {
    'applicant2-kind': 'person',
    'applicant2-name': '许南乔',
    'applicant2-document': 'passport',
    'applicant2-number': 'E00000000',
  };
  const both = { ...PERSON, ...second, applicants: '2' };
  expect(readOf(both).applicants.map(({ name }) => name)).toEqual(['周明远', '许南乔']);
  const three = { ...both, applicants: '3', 'applicant3-kind': 'person', 'applicant3-name': '何清越' };
  const without = withoutApplicant(three, 2);
  expect(without).toMatchObject({ applicants: '2', 'applicant2-name': '何清越' });
  expect(without).not.toHaveProperty('applicant3-name');
  expect(withoutApplicant(three, 1)).toEqual(three);
});

test('whatever is sent is read or refused, never a fault', () => {
  const names = [...Object.keys(PERSON), ...Object.keys(ORGANIZATION), 'assistance', 'title', 'applicants'];
  const values = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(
      fc.string(),
      fc.constantFrom('\u202E', '\uD800', '\u0000', '身份证', 'person', 'organization', '9'),
      fc.array(fc.string()),
    ),
  );
  fc.assert(
    fc.property(values, typed => {
      const read = readApplicationForm(typed);
      expect(read.ok || read.problem.length > 0).toBe(true);
      expect(readApplicants(typed).ok || true).toBe(true);
    }),
  );
});

test('no invisible character gets into what is kept', () => {
  const { applicants } = readOf({ ...PERSON, 'applicant1-name': '周\u202E明\u0000远\u200B' });
  expect(applicants[0].name).toBe('周 明 远');
});

test('several matters in one form are worth a hint', () => {
  expect(looksLikeSeveral('1. 名单\n2. 资金')).toBe(true);
  expect(looksLikeSeveral('一、名单\n二、资金')).toBe(true);
  expect(looksLikeSeveral('2025年老旧小区改造项目名单和资金安排')).toBe(false);
});

test('a correction says which record, what is wrong in it, what would be right and how that is known', () => {
  const { description: _, ...who } = PERSON;
  const correction = {
    ...who,
    record: '2019年的不动产登记档案',
    wrong: '姓名写作“周名远”',
    right: '周明远',
    evidence: '户口簿',
    'supply-route': 'post',
    'applicant1-address': '示范市晴川区望江路9号',
  };
  const read = readCorrectionForm(correction);
  expect(read.ok && read.value.requested.description).toBe(
    '有误的记录：2019年的不动产登记档案\n不准确的内容：姓名写作“周名远”\n应当更正为：周明远\n证据：户口簿',
  );
  const empty = readCorrectionForm({});
  expect(!empty.ok && empty.problem.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['record', 'wrong', 'right', 'evidence', 'supply-route', 'applicant1-kind']),
  );
});

test('what is kept is worded as it was shown', () => {
  const form = readOf({ ...PERSON, assistance: '大字版' });
  const shown = shownForm({
    caseKind: 'information',
    agencyName: '示范市晴川区人民政府办公室',
    form,
    fileNames: ['身份证.jpg'],
  });
  const text = shownFormText(shown);
  for (const { heading, lines } of shown.sections) {
    expect(text).toContain(heading);
    for (const { term, detail } of lines) expect(text).toContain(`${term}：${detail.split('\n')[0]!}`);
  }
  expect(text).toContain(RIGHT_NUMBER);
  expect(text).toContain('身份证.jpg');
});
