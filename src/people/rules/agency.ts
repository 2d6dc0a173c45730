import type { Brand } from '../../kernel/brand.ts';
import type { StaffId } from './staff-id.ts';

/** 机构编码: the six-digit 行政区划代码, a hyphen and three digits, such as `990101-001`. */
export type AgencyCode = Brand<string, 'AgencyCode'>;

export const AGENCY_KINDS = [
  'government',
  'government-office',
  'department',
  'dispatched-office',
  'subdistrict',
  'town',
  'township',
  'authorized-organization',
] as const;

export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** Which letters go through 法制审核 before they are signed; refusals include partial ones and those after a third party was heard. */
export const LEGAL_REVIEWS = ['none', 'refusals', 'every-reply'] as const;

export type LegalReview = (typeof LEGAL_REVIEWS)[number];

/** What the guide (公开指南) must say of the office that handles applications (政府信息公开条例 Art. 12); null is not known. */
export type AgencyContact = {
  readonly office: string | null;
  readonly address: string | null;
  /** Six digits. */
  readonly postcode: string | null;
  readonly hours: string | null;
  readonly telephone: string | null;
  readonly fax: string | null;
  /** Web address or e-mail. */
  readonly online: string | null;
};

export const NO_CONTACT: AgencyContact = {
  office: null,
  address: null,
  postcode: null,
  hours: null,
  telephone: null,
  fax: null,
  online: null,
};

/** An administrative agency (行政机关) that answers for its own information. */
export type Agency = {
  readonly code: AgencyCode;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  /** The agency that it belongs to or that supervises it. */
  readonly parent: AgencyCode | null;
  /** Whether it may make rules (规章); only then does row one of table two count. */
  readonly mayMakeRules: boolean;
  readonly contact: AgencyContact;
  /** The head of its 政府信息公开工作机构, who consents to extensions (Art. 33); null while not named. */
  readonly disclosureHead: StaffId | null;
  /** 复议机关 and court of first instance where they are not those that `remedyOrgansOf` derives. */
  readonly reviewOrgan: string | null;
  readonly court: string | null;
  /** 发文机关标志 over its letters; null for its name. */
  readonly letterhead: string | null;
  /** 发文机关代字 of its letters, such as 晴政办; the series adds 依复 or 依告. */
  readonly numberPrefix: string | null;
  readonly legalReview: LegalReview;
};

/** An agency's code, or undefined where the text is none. */
export function findAgencyCode(text: string): AgencyCode | undefined {
  return /^\d{6}-\d{3}$/.test(text) ? (text as AgencyCode) : undefined;
}

/** An agency's code from text that must be one, such as a constant of ours. */
export function getAgencyCode(text: string): AgencyCode {
  const code = findAgencyCode(text);
  if (code === undefined) throw new Error(`Not an agency code: ${text}`);
  return code;
}
