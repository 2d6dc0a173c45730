import type { AgencyKind, LegalReview } from './agency.ts';

export const AGENCY_KIND_NAME = {
  government: '人民政府',
  'government-office': '政府办公室（厅）',
  department: '政府工作部门',
  'dispatched-office': '部门的派出机构',
  subdistrict: '街道办事处',
  town: '镇人民政府',
  township: '乡人民政府',
  'authorized-organization': '法律、法规授权的组织',
} as const satisfies Record<AgencyKind, string>;

export const LEGAL_REVIEW_NAME = {
  none: '不经过法制审核',
  refusals: '不予公开、部分公开、征求过第三方意见的答复经过法制审核',
  'every-reply': '所有答复都经过法制审核',
} as const satisfies Record<LegalReview, string>;
