import type { ApplicantKind } from '../../law/report-form/table-three.ts';

/** 证件名称: what a person proves who they are with (Art. 29(1)). */
export const IDENTITY_DOCUMENTS = [
  'resident-identity-card',
  'passport',
  'military-card',
  'home-return-permit',
  'other',
] as const;
export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number];

export const IDENTITY_DOCUMENT_LABEL = {
  'resident-identity-card': '居民身份证',
  passport: '护照',
  'military-card': '军官证',
  'home-return-permit': '港澳台居民证件',
  other: '其他有效证件',
} as const satisfies Record<IdentityDocument, string>;

/** How to reach an applicant; what is not known is null. Art. 29(1) asks for one way at least. */
export type ContactDetails = {
  readonly telephone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
};

/** 申请人. Personal data: sealed at rest, masked on screen, every look logged. */
export type Applicant =
  | {
      readonly kind: 'naturalPerson';
      readonly name: string;
      readonly identityDocument: IdentityDocument;
      readonly identityNumber: string;
      readonly employer: string | null;
      readonly contact: ContactDetails;
    }
  | {
      readonly kind: Exclude<ApplicantKind, 'naturalPerson'>;
      readonly name: string;
      readonly creditCode: string | null;
      readonly legalRepresentative: string;
      readonly contactPerson: string;
      readonly contact: ContactDetails;
    };

/** 张* 、示**司: the first character, and the last of a name of an organisation; nothing of the rest. */
export function maskedName(applicant: Pick<Applicant, 'kind' | 'name'>): string {
  const characters = Array.from(applicant.name);
  if (characters.length <= 1) return '*';
  if (applicant.kind === 'naturalPerson') return characters[0]! + '*'.repeat(characters.length - 1);
  return `${characters.slice(0, 2).join('')}***${characters.at(-1)!}`;
}

/** 获取信息的方式 (Art. 29(3)): the form in which it is supplied, and the way it goes. */
export const SUPPLY_FORMS = ['paper', 'electronic', 'inspection', 'any'] as const;
export type SupplyForm = (typeof SUPPLY_FORMS)[number];
export const SUPPLY_FORM_LABEL = {
  paper: '纸质文本',
  electronic: '电子文件',
  inspection: '现场查阅、抄录',
  any: '不限',
} as const satisfies Record<SupplyForm, string>;

export const SUPPLY_ROUTES = ['post', 'email', 'collect', 'online', 'fax'] as const;
export type SupplyRoute = (typeof SUPPLY_ROUTES)[number];
export const SUPPLY_ROUTE_LABEL = {
  post: '邮寄',
  email: '电子邮件',
  collect: '当面领取',
  online: '网上下载',
  fax: '传真',
} as const satisfies Record<SupplyRoute, string>;

/** What is asked for: one item an application (一事一申请). */
export type RequestedInformation = {
  /** 名称、文号或者便于查询的其他特征性描述 (Art. 29(2)). */
  readonly description: string;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly supplyForm: SupplyForm;
  readonly supplyRoute: SupplyRoute;
};
