import { textSetting } from '../people/rules/setting.ts';
import type { Setting } from '../people/rules/setting.ts';
import type { SiteRegistrations } from '../views/page-frame/page-frame.ts';

const registration = (key: string, title: string, explanation: string, longest = 200) =>
  textSetting({ key, title, explanation, basis: [], scope: 'installation', standard: '' }, longest);

/** 政府网站发展指引: what the foot of every page shows. Nothing is shown that the office has not entered. */
export const SITE_REGISTRATIONS = {
  siteCode: registration(
    'site-code',
    '网站标识码',
    '十位，由网站标识码管理机构编发，例如以 6 位行政区划代码开头；没有填写的，页脚不显示。',
    10,
  ),
  icpRecord: registration('icp-record', 'ICP 备案号', '填写后显示在页脚，并按规定链接到工业和信息化部备案管理系统。'),
  securityRecord: registration(
    'security-record',
    '公安机关备案号',
    '填写后显示在页脚，并链接到全国互联网安全管理平台。',
  ),
  markAddress: registration(
    'agency-mark-address',
    '党政机关网站标识的网址',
    '党政机关网站标识证书页面的完整网址，以 https:// 开头；填写后显示在页脚。',
  ),
  faultReportAddress: registration(
    'fault-report-address',
    '“我为政府网站找错”的网址',
    '本网站在“我为政府网站找错”平台的完整网址，以 https:// 开头；填写后显示在页脚。',
  ),
} as const;

/** The settings of the public site, for whoever administers them. */
export const SITE_SETTINGS: readonly Setting[] = Object.values(SITE_REGISTRATIONS);

const entered = (text: string) => (text.trim() === '' ? null : text.trim());
const enteredAddress = (text: string) => (/^https?:\/\/\S+$/.test(text.trim()) ? text.trim() : null);

/** The registrations as the foot of the page shows them; what is no address of a page never becomes a link. */
export function registrationsOf(texts: Readonly<Record<keyof typeof SITE_REGISTRATIONS, string>>): SiteRegistrations {
  return {
    siteCode: entered(texts.siteCode),
    icpRecord: entered(texts.icpRecord),
    securityRecord: entered(texts.securityRecord),
    markAddress: enteredAddress(texts.markAddress),
    faultReportAddress: enteredAddress(texts.faultReportAddress),
  };
}
