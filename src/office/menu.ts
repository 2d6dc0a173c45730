import { agenciesWhere } from '../people/rules/may.ts';
import type { Ability } from '../people/rules/ability.ts';
import type { Officer } from '../people/rules/officer.ts';
import type { OfficeMenuGroup } from '../views/office-frame/office-frame.ts';

type Entry = {
  readonly text: string;
  readonly href: string;
  readonly abilities: readonly Ability[];
  /** Only for offices that supervise others. */
  readonly overseers?: true;
};

/** Every desk, with the abilities of which one is enough to see it. */
const MENU: readonly {
  readonly heading: string | null;
  /** Only for offices that supervise others. */
  readonly overseers?: true;
  readonly entries: readonly Entry[];
}[] = [
  {
    heading: null,
    entries: [
      { text: '依申请公开', href: '/office/applications', abilities: ['read-applications', 'oversee'] },
      { text: '协查任务', href: '/office/search-tasks', abilities: ['read-applications'] },
      { text: '提醒', href: '/office/reminders', abilities: ['read-applications', 'oversee'] },
      { text: '转主动公开建议', href: '/office/asked-twice', abilities: ['handle-application'] },
      { text: '主动公开', href: '/office/publishing', abilities: ['read-items', 'oversee'] },
      { text: '公开目录', href: '/office/publishing/catalogue', abilities: ['read-items', 'oversee'] },
      { text: '政府公报', href: '/office/publishing/gazette', abilities: ['draft-item'] },
      { text: '复议诉讼', href: '/office/disputes', abilities: ['read-applications'] },
      { text: '年度报告', href: '/office/annual-report', abilities: ['read-applications'] },
      { text: '督促整改', href: '/office/rectifications', abilities: ['read-applications', 'oversee'] },
      { text: '统计', href: '/office/statistics', abilities: ['read-items', 'read-applications', 'oversee'] },
      { text: '文号登记簿', href: '/office/document-numbers', abilities: ['read-applications'] },
    ],
  },
  {
    heading: '年报汇总',
    overseers: true,
    entries: [
      { text: '报送与汇总', href: '/office/report-rounds', abilities: ['collect-reports', 'oversee'] },
      { text: '报告分析', href: '/office/report-analysis', abilities: ['collect-reports', 'oversee'] },
    ],
  },
  {
    heading: '管理',
    entries: [
      { text: '人员', href: '/office/staff', abilities: ['administer-staff'] },
      { text: '机构', href: '/office/agencies', abilities: ['administer-agencies'] },
      { text: '栏目', href: '/office/columns', abilities: ['administer-columns'] },
      { text: '报送数据包', href: '/office/packages', abilities: ['export-packages'], overseers: true },
      { text: '文书模板', href: '/office/templates', abilities: ['administer-templates'] },
      { text: '工作日历', href: '/office/calendar', abilities: ['administer-calendar'] },
      { text: '系统设置', href: '/office/settings', abilities: ['administer-settings'] },
      { text: '操作日志', href: '/office/journal', abilities: ['read-journal'] },
    ],
  },
  { heading: '个人', entries: [{ text: '我的账号', href: '/office/account', abilities: [] }] },
];

const isOpenTo = (officer: Officer, { abilities, overseers }: Entry): boolean =>
  (overseers !== true || officer.oversees.length > 0) &&
  (abilities.length === 0 || abilities.some(ability => agenciesWhere(officer, ability).length > 0));

/** How many things wait at a desk, by its address. */
export type Waiting = Readonly<Record<string, number>>;

/** The address of the desk that a path belongs to: where one desk lies within another, the inner one. */
function deskOf(path: string): string | undefined {
  return MENU.flatMap(({ entries }) => entries.map(({ href }) => href))
    .filter(href => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}

/** The desks that an officer may use, the one of the path marked, with what waits at each. */
export function menuOf(officer: Officer, path: string, waiting: Waiting = {}): readonly OfficeMenuGroup[] {
  const here = deskOf(path);
  const groups = MENU.filter(({ overseers }) => overseers !== true || officer.oversees.length > 0);
  return groups
    .map(({ heading, entries }) => ({
      heading,
      entries: entries
        .filter(entry => isOpenTo(officer, entry))
        .map(({ text, href }) => ({
          text,
          href,
          current: href === here,
          waiting: waiting[href] ?? 0,
        })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Where an officer begins: the first desk that is open to them. */
export const firstDeskOf = (officer: Officer): string => menuOf(officer, '')[0]?.entries[0]?.href ?? '/office/account';
