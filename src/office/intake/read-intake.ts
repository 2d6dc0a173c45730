import { APPLICANT_KINDS } from '../../law/report-form/table-three.ts';
import type { ApplicantKind } from '../../law/report-form/table-three.ts';
import { refuse, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { IDENTITY_DOCUMENTS, SUPPLY_FORMS, SUPPLY_ROUTES } from '../../applications/rules/applicant.ts';
import type { Applicant, ContactDetails, RequestedInformation } from '../../applications/rules/applicant.ts';
import { CASE_KINDS, CONFIRMATIONS } from '../../applications/rules/application-log.ts';
import type { CaseKind, Confirmation, IntakeFacts } from '../../applications/rules/application-log.ts';
import { NOTIFY_BY } from '../../applications/rules/case-file.ts';
import type { NotifyBy } from '../../applications/rules/case-file.ts';
import { needsConfirmation } from '../../applications/rules/channel.ts';
import type { Channel } from '../../applications/rules/channel.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';
import { createActReader } from '../case/act-reader.ts';

/** Channels by which an application reaches a clerk; what comes online registers itself. */
export const STAFF_CHANNELS = ['in-person', 'oral', 'signed-post', 'ordinary-post', 'email', 'fax'] as const;
export type StaffChannel = (typeof STAFF_CHANNELS)[number];

/** The one day that each channel asks for, and what it is of an intake. The day of receipt follows and is never typed. */
export const CHANNEL_DAY = {
  'in-person': { field: 'submittedOn-in-person', label: '提交日期', of: 'submittedOn' },
  oral: { field: 'submittedOn-oral', label: '申请人在代填的申请表上签字的日期', of: 'submittedOn' },
  'signed-post': { field: 'signedOn', label: '签收日期（收发室签收也算）', of: 'signedOn' },
  'ordinary-post': { field: 'arrivedOn-ordinary-post', label: '到达工作机构的日期', of: 'arrivedOn' },
  email: { field: 'arrivedOn-email', label: '收到邮件的日期', of: 'arrivedOn' },
  fax: { field: 'arrivedOn-fax', label: '收到传真的日期', of: 'arrivedOn' },
} as const satisfies Record<StaffChannel, { field: string; label: string; of: keyof Omit<IntakeFacts, 'channel'> }>;

/** What a clerk copies from a letter or writes down for somebody, as it can be registered. */
export type Intake = {
  readonly caseKind: CaseKind;
  readonly intake: IntakeFacts & { readonly channel: StaffChannel };
  readonly applicants: readonly [Applicant, ...Applicant[]];
  readonly requested: RequestedInformation;
  readonly assistance: string | null;
  readonly notifyBy: NotifyBy | null;
};

/** What a clerk decides on the page before it is registered. */
export type IntakeDecision = {
  readonly confirmed: { readonly on: Temporal.PlainDate; readonly how: Confirmation } | null;
};

export const MOST_JOINT = 4;
const NO_CONTACT: ContactDetails = { telephone: null, address: null, postcode: null, email: null };

/** What Art. 29 asks an application to hold and this one lacks: it is registered all the same, and then to be corrected. */
export function missingParts({ applicants }: Intake): readonly string[] {
  const [first] = applicants;
  const { contact } = first;
  const identity = first.kind === 'naturalPerson' ? first.identityNumber : (first.creditCode ?? '');
  const reachable = [contact.telephone, contact.address, contact.email].some(way => way !== null);
  return [...(identity === '' ? ['身份证明'] : []), ...(reachable ? [] : ['联系方式'])];
}

const CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Whether a number can be that of a resident identity card (GB 11643): eighteen signs, the last one checks the others. */
export function isResidentNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false;
  const sum = CARD_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

/** Reads the form of the intake. Refuses what cannot be registered; what is merely missing is said on the next page. */
export function readIntake(values: FormValues, today: Temporal.PlainDate): Result<Intake, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const read = createActReader(values, today);
  const typed = (name: string) => valueOf({ values }, name).trim();
  const optional = (name: string, label: string, longest: number) => read.optionalText(name, label, longest);

  const channel = read.choice('channel', '申请渠道', STAFF_CHANNELS);
  const { field, label, of } = CHANNEL_DAY[channel];
  const days = { submittedOn: null, arrivedOn: null, signedOn: null, [of]: read.day(field, label) };

  const contact: ContactDetails = {
    telephone: optional('telephone', '电话', 50),
    address: optional('address', '地址', 200),
    postcode: optional('postcode', '邮政编码', 10),
    email: optional('email', '电子邮箱', 200),
  };
  const kind: ApplicantKind = read.choice('applicantKind', '申请人类别', APPLICANT_KINDS);
  const first: Applicant =
    kind === 'naturalPerson'
      ? {
          kind,
          name: read.text('name', '申请人姓名', 100),
          identityDocument: read.choice('identityDocument', '证件名称', IDENTITY_DOCUMENTS),
          identityNumber: optional('identityNumber', '证件号码', 60) ?? '',
          employer: optional('employer', '工作单位', 100),
          contact,
        }
      : {
          kind,
          name: read.text('organisationName', '单位名称', 200),
          creditCode: optional('creditCode', '统一社会信用代码', 30),
          legalRepresentative: optional('legalRepresentative', '法定代表人', 100) ?? '',
          contactPerson: optional('contactPerson', '联系人', 100) ?? '',
          contact,
        };
  const joint = Array.from({ length: MOST_JOINT }, (_, index) => index + 2).flatMap(
    (position): readonly Applicant[] => {
      const name = typed(`name-${position}`);
      if (name === '') return [];
      return [
        {
          kind: 'naturalPerson',
          name: name.slice(0, 100),
          identityDocument: 'resident-identity-card',
          identityNumber: typed(`identityNumber-${position}`).slice(0, 60),
          employer: null,
          contact: NO_CONTACT,
        },
      ];
    },
  );
  const caseKind = read.choice('caseKind', '申请种类', CASE_KINDS);
  const requested: RequestedInformation = {
    description: read.text('description', '所需信息', 4000),
    title: optional('title', '信息名称', 200),
    documentNumber: optional('documentNumber', '文号', 100),
    supplyForm: read.choice('supplyForm', '提供形式', SUPPLY_FORMS),
    supplyRoute: read.choice('supplyRoute', '获取途径', SUPPLY_ROUTES),
  };
  const assistance = optional('assistance', '需要的协助', 200);
  const notify = typed('notifyBy');
  const notifyBy = NOTIFY_BY.find(way => way === notify) ?? null;
  if (notifyBy === 'email' && contact.email === null)
    problems.push({ field: 'email', message: '选了用电子邮件通知，请填写电子邮箱' });
  if (notifyBy === 'sms' && contact.telephone === null)
    problems.push({ field: 'telephone', message: '选了用短信通知，请填写手机号码' });
  const wrong = [...read.problems(), ...problems];
  return wrong.length > 0
    ? refuse(wrong)
    : ok({
        caseKind,
        intake: { channel, ...days },
        applicants: [first, ...joint],
        requested,
        assistance,
        notifyBy,
      });
}

/** Reads what was decided on the second page: whether both sides have confirmed already. */
export function readDecision(values: FormValues, channel: Channel): Result<IntakeDecision, readonly FieldProblem[]> {
  if (!needsConfirmation(channel) || valueOf({ values }, 'confirmed') !== 'yes') return ok({ confirmed: null });
  const read = createActReader(values);
  const on = read.day('confirmedOn', '确认的日期');
  const how = read.choice('how', '确认的方式', CONFIRMATIONS);
  return read.problems().length > 0 ? refuse(read.problems()) : ok({ confirmed: { on, how } });
}
