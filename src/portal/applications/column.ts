import type { FormDraftId } from '../../applications/rules/ids.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Crumb } from '../../views/page-frame/page-frame.ts';

/** The column 依申请公开 as the meta tags of its pages name it. */
export const APPLICATIONS_COLUMN = {
  name: '依申请公开',
  description: '向本地区行政机关申请公开政府信息的指南、网上申请、办理进度查询和已答复申请目录',
  keywords: '依申请公开,政府信息公开申请,信息公开指南',
  type: '信息公开指南',
} as const;

/** Addresses of the column. */
export const GUIDE_PATH = '/applications';
export const NEW_PATH = '/applications/new';
export const CORRECTION_PATH = '/applications/correction';
export const CHECK_PATH = '/applications/check';
export const SEND_PATH = '/applications/send';
export const LOOK_UP_PATH = '/applications/look-up';
export const RECEIPT_PATH = '/applications/receipt';
export const STATUS_PATH = '/applications/status';
export const FILE_PATH = '/applications/status/file';
export const ANSWERED_PATH = '/applications/answered';
export const BLANK_FORM_PATH = '/applications/blank-form';

/** Every page below the guide leads back to it. */
export const GUIDE_CRUMB: Crumb = { text: APPLICATIONS_COLUMN.name, href: GUIDE_PATH };

/** Answers that hold somebody's personal data are kept by no cache. */
export const PRIVATE = { 'cache-control': 'no-store' } as const;

/** An address with the agency that it is about. */
export const forAgency = (path: string, agency: AgencyCode): string => `${path}?agency=${agency}`;

/** An address with the draft of a form. */
export const forDraft = (path: string, draft: FormDraftId): string => `${path}?draft=${draft}`;
