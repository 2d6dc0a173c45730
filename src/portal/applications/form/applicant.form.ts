import { z } from 'zod';
import { IDENTITY_DOCUMENTS } from '../../../applications/rules/applicant.ts';
import type { Applicant, ContactDetails } from '../../../applications/rules/applicant.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { isCreditCode } from '../../../proofreading/private-data/credit-code.ts';
import { identityNumber, isFirstGenerationNumber } from '../../../proofreading/private-data/identity-number.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import { optionalLine, requiredLine } from './form-text.ts';

/** 法人或者其他组织, of the kinds that the annual report counts (国办公开办函〔2021〕30号). */
export const ORGANIZATION_KINDS = [
  'enterprise',
  'researchInstitute',
  'publicInterestBody',
  'legalService',
  'otherOrganization',
] as const;

/** People who may apply together on one form; more of them write one and sign it on paper. */
export const MOST_APPLICANTS = 10;

/** The name of a field of an applicant; the first is number 1. */
export const fieldOf = (position: number, name: string): string => `applicant${position}-${name}`;

const telephone = z
  .string()
  .transform(text => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .regex(
        /^$|^[+\d][\d ()\-转#*]{4,39}$/,
        '电话号码只能有数字、空格、括号和短横，例如 13800000000 或者 0990-0000101',
      ),
  )
  .transform(text => (text === '' ? null : text));
const email = z
  .string()
  .transform(text => text.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .max(254, '电子邮箱太长，请核对')
      .regex(/^$|^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:.]+$/, '电子邮箱的格式不对，例如 name@example.cn'),
  )
  .transform(text => (text === '' ? null : text));
const postcode = z
  .string()
  .transform(text => text.normalize('NFKC').replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^$|^[\dA-Za-z-]{3,10}$/, '邮政编码应当是六位数字，没有的可以不填'))
  .transform(text => (text === '' ? null : text));

const CONTACT = { telephone, email, address: optionalLine('通讯地址', 200), postcode };

/** Letters and figures as printed on documents of any country. */
const documentNumber = z
  .string()
  .transform(text => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .min(1, '请填写证件号码')
      .max(40, '证件号码最多 40 个字符，请核对')
      .regex(/^[\p{Letter}\d()\-/.]*$/u, '证件号码只能有字母、数字和短横'),
  );

const PERSON = z.strictObject({
  name: requiredLine('姓名', 80),
  document: z.enum(IDENTITY_DOCUMENTS, '请选择证件名称'),
  number: documentNumber,
  employer: optionalLine('工作单位', 120),
  ...CONTACT,
});

const creditCode = z
  .string()
  .transform(text => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.string().max(40, '统一社会信用代码是 18 位，请核对'))
  .transform(text => (text === '' ? null : text));

const ORGANIZATION = z.strictObject({
  organization: z.enum(ORGANIZATION_KINDS, '请选择单位的类别'),
  'organization-name': requiredLine('单位名称', 120),
  'credit-code': creditCode,
  representative: requiredLine('法定代表人或者负责人', 80),
  'contact-person': requiredLine('联系人姓名', 80),
  ...CONTACT,
});

type Kind = 'person' | 'organization';

/** Which of the two halves of the form an applicant has chosen; undefined where none. */
export function kindOf(values: FormValues, position: number): Kind | undefined {
  const kind = valueOf({ values }, fieldOf(position, 'kind'));
  return kind === 'person' || kind === 'organization' ? kind : undefined;
}

const given = (values: FormValues, position: number, names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, valueOf({ values }, fieldOf(position, name))]));

const problemsOf = (error: z.ZodError, position: number): FieldProblem[] =>
  error.issues.map(({ path, message }) => ({ field: fieldOf(position, String(path[0])), message }));

const confirmed = (values: FormValues, position: number) =>
  valueOf({ values }, fieldOf(position, 'number-confirmed')) === 'yes';

/**
 * A number that does not add up is more often mistyped than odd: it is asked for again once, and taken when the applicant says that the
 * document has it so. Nobody is kept from applying by a check digit.
 */
function doubtOf(document: string, number: string): string | null {
  if (document !== 'resident-identity-card') return null;
  if (identityNumber(number) === 'valid' || isFirstGenerationNumber(number)) return null;
  return identityNumber(number) === 'look'
    ? '身份证号码的最后一位与前面的数字对不上，请逐位核对；证件上确实如此的，请在下面勾选'
    : '这不像是居民身份证号码（应为 18 位），请核对；证件上确实如此的，请在下面勾选';
}

/** Whether the form should offer to take a number as it is. */
export function isDoubtful(values: FormValues, position: number): boolean {
  const { document, number } = given(values, position, ['document', 'number']);
  const plain = (number ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const code = valueOf({ values }, fieldOf(position, 'credit-code')).replaceAll(/\s/g, '').toUpperCase();
  return kindOf(values, position) === 'organization'
    ? code !== '' && !isCreditCode(code)
    : plain !== '' && doubtOf(document ?? '', plain) !== null;
}

const contactOf = ({ telephone, address, postcode, email }: ContactDetails): ContactDetails => ({
  telephone,
  address,
  postcode,
  email,
});

/** Art. 29(1) asks for a way to reach the applicant, whichever; of several applicants the first one speaks. */
function unreachable(values: FormValues, position: number): FieldProblem[] {
  const ways = given(values, position, ['telephone', 'email', 'address']);
  if (position > 1 || Object.values(ways).some(text => text.trim() !== '')) return [];
  return [{ field: fieldOf(position, 'telephone'), message: '请至少填写一种联系方式：电话、电子邮箱或者通讯地址' }];
}

function readPerson(values: FormValues, position: number): Result<Applicant, readonly FieldProblem[]> {
  const parsed = PERSON.safeParse(given(values, position, Object.keys(PERSON.shape)));
  if (!parsed.success) return refuse([...problemsOf(parsed.error, position), ...unreachable(values, position)]);
  const person = parsed.data;
  const doubt = confirmed(values, position) ? null : doubtOf(person.document, person.number);
  const problems = [
    ...(doubt === null ? [] : [{ field: fieldOf(position, 'number'), message: doubt }]),
    ...unreachable(values, position),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    kind: 'naturalPerson',
    name: person.name,
    identityDocument: person.document,
    identityNumber: person.number,
    employer: person.employer,
    contact: contactOf(person),
  });
}

function readOrganization(values: FormValues, position: number): Result<Applicant, readonly FieldProblem[]> {
  const parsed = ORGANIZATION.safeParse(given(values, position, Object.keys(ORGANIZATION.shape)));
  if (!parsed.success) return refuse([...problemsOf(parsed.error, position), ...unreachable(values, position)]);
  const organization = parsed.data;
  const code = organization['credit-code'];
  const doubtful = code !== null && !isCreditCode(code) && !confirmed(values, position);
  const problems = [
    ...(doubtful
      ? [
          {
            field: fieldOf(position, 'credit-code'),
            message: '统一社会信用代码的校验位不对，请逐位核对；证照上确实如此的，请在下面勾选；没有的可以不填',
          },
        ]
      : []),
    ...unreachable(values, position),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    kind: organization.organization,
    name: organization['organization-name'],
    creditCode: code,
    legalRepresentative: organization.representative,
    contactPerson: organization['contact-person'],
    contact: contactOf(organization),
  });
}

/** How many applicants the form has fields for. */
export function applicantCount(values: FormValues): number {
  const count = Number.parseInt(valueOf({ values }, 'applicants'), 10);
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_APPLICANTS) : 1;
}

/** One applicant from the form, or what is wrong with what was typed. */
export function readApplicant(values: FormValues, position: number): Result<Applicant, readonly FieldProblem[]> {
  switch (kindOf(values, position)) {
    case 'person':
      return readPerson(values, position);
    case 'organization':
      return readOrganization(values, position);
    case undefined:
      return refuse([{ field: fieldOf(position, 'kind'), message: '请选择申请人是公民，还是法人或者其他组织' }]);
  }
}

/** All applicants, the first signatory first; every problem of every one of them. */
export function readApplicants(
  values: FormValues,
): Result<readonly [Applicant, ...Applicant[]], readonly FieldProblem[]> {
  const read = Array.from({ length: applicantCount(values) }, (_, index) => readApplicant(values, index + 1));
  const problems = read.flatMap(result => (result.ok ? [] : result.problem));
  const [first, ...others] = read.flatMap(result => (result.ok ? [result.value] : []));
  return problems.length > 0 || first === undefined ? refuse(problems) : ok([first, ...others]);
}

/** The form without one of its applicants: those behind move up. The first one stays. */
export function withoutApplicant(values: FormValues, position: number): FormValues {
  const count = applicantCount(values);
  if (position < 2 || position > count) return values;
  const kept: Record<string, string | readonly string[] | undefined> = {};
  for (const [name, value] of Object.entries(values)) {
    const match = /^applicant(\d+)-(.+)$/.exec(name);
    const at = match === null ? 0 : Number(match[1]);
    if (match === null || at < position) kept[name] = value;
    else if (at > position) kept[fieldOf(at - 1, match[2]!)] = value;
  }
  return { ...kept, applicants: String(count - 1) };
}
