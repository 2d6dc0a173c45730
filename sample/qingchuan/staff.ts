import type { Role } from '../../src/people/rules/role.ts';

/** Invented like everything else in this district. They share one password, which README and start say: never for a real office. */
export type SampleOfficer = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly Role[];
};

export const SAMPLE_PASSWORD = 'haitang-kai-2026';

const idOf = (number: number) => `01989f00-0000-7000-8000-${String(number).padStart(12, '0')}`;
const OFFICE = '990101-001';

/** The officers of the sample district: every role in the government office, and two offices besides. */
export const SAMPLE_STAFF: readonly SampleOfficer[] = [
  { id: idOf(1), username: 'gu.wenlan', name: '顾文澜', agency: OFFICE, roles: ['case-handler'] },
  { id: idOf(2), username: 'lin.shouyi', name: '林守一', agency: OFFICE, roles: ['case-handler'] },
  { id: idOf(3), username: 'shen.heqing', name: '沈鹤清', agency: OFFICE, roles: ['reviewer'] },
  { id: idOf(4), username: 'pei.zhixing', name: '裴知行', agency: OFFICE, roles: ['legal-reviewer'] },
  { id: idOf(5), username: 'tang.yuanshan', name: '唐远山', agency: OFFICE, roles: ['signatory'] },
  { id: idOf(6), username: 'song.qiubai', name: '宋秋白', agency: OFFICE, roles: ['disclosure-head'] },
  { id: idOf(7), username: 'he.jingzhi', name: '何敬之', agency: OFFICE, roles: ['secrecy-reviewer'] },
  { id: idOf(8), username: 'ruan.mingde', name: '阮明德', agency: OFFICE, roles: ['administrator'] },
  { id: idOf(9), username: 'xie.changfeng', name: '谢长风', agency: OFFICE, roles: ['supervisor'] },
  { id: idOf(10), username: 'ji.huaijin', name: '季怀瑾', agency: OFFICE, roles: ['auditor'] },
  {
    id: idOf(11),
    username: 'mei.ruoxu',
    name: '梅若虚',
    agency: '990101-002',
    roles: ['case-handler', 'disclosure-head'],
  },
  {
    id: idOf(12),
    username: 'yan.beiming',
    name: '晏北鸣',
    agency: '990101-102',
    roles: ['case-handler', 'disclosure-head'],
  },
];

/** The heads of the 政府信息公开工作机构 by agency. */
export const SAMPLE_HEADS: Readonly<Record<string, string>> = {
  [OFFICE]: idOf(6),
  '990101-002': idOf(11),
  '990101-102': idOf(12),
};
