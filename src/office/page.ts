import { ROLE_NAME } from '../people/rules/role.ts';
import type { Html, HtmlValue } from '../views/html/html.ts';
import { html } from '../views/html/html.ts';
import { officeFrame } from '../views/office-frame/office-frame.ts';
import type { OfficePageContent } from '../views/office-frame/office-frame.ts';
import type { Crumb } from '../views/page-frame/page-frame.ts';
import type { OfficeAssetName, OfficeAssets } from './assets.ts';
import type { Message } from './gate/message.ts';
import type { Visit } from './gate/visit.ts';
import { clockText } from './instant-text.ts';
import { menuOf } from './menu.ts';
import type { Waiting } from './menu.ts';

/** What every page of the office needs besides its own content. */
export type OfficeSetting = {
  readonly siteName: string;
  readonly sample: boolean;
  readonly assets: OfficeAssets;
  /** The path of the request, to mark the current desk. */
  readonly path: string;
  readonly visit: Visit | null;
  /** When the session ends if nothing more is done; null before sign-in. */
  readonly sessionEndsAt: Temporal.Instant | null;
  readonly message: Message | null;
  /** What waits at the desks of the officer. */
  readonly waiting: Waiting;
};

export type OfficePage = {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly notices?: NonNullable<OfficePageContent['notices']>;
  readonly styles?: readonly OfficeAssetName[];
  readonly scripts?: readonly OfficeAssetName[];
  readonly main: HtmlValue;
};

function messageNotice({ kind, sentence, lines }: Message) {
  const shown =
    lines === undefined
      ? sentence
      : html`${sentence}<span class="shown-once">${lines.map(line => html`<code>${line}</code> `)}</span>`;
  return { kind, sentence: shown };
}

function cornerOf(visit: Visit): NonNullable<OfficePageContent['officer']> {
  const { member, officer } = visit;
  const actingFor = (officer?.actingFor ?? []).map(({ absentName }) => absentName).join('、');
  return {
    name: member.name,
    roles: member.roles.map(role => ROLE_NAME[role]).join('、'),
    ...(actingFor === '' ? {} : { actingFor }),
    accountHref: '/office/account',
    signOutAction: '/office/sign-out',
  };
}

/** A page of the office in its frame, with the menu of the officer. */
export function officePage(setting: OfficeSetting, page: OfficePage): Html {
  const { siteName, sample, assets, path, visit, sessionEndsAt, message, waiting } = setting;
  const officer = visit?.officer ?? null;
  return officeFrame({
    siteName,
    sample,
    agency: visit?.agency?.name ?? null,
    officer: visit === null ? null : cornerOf(visit),
    menu: officer === null ? [] : menuOf(officer, path, waiting),
    title: page.title,
    ...(page.crumbs === undefined ? {} : { crumbs: page.crumbs }),
    notices: [...(message === null ? [] : [messageNotice(message)]), ...(page.notices ?? [])],
    styles: (['office.css', ...(page.styles ?? [])] as const).map(assets.href),
    scripts: (page.scripts ?? []).map(assets.href),
    iconHref: '/assets/icon.svg',
    homeHref: '/office',
    ...(sessionEndsAt === null ? {} : { sessionEnds: clockText(sessionEndsAt) }),
    main: page.main,
  });
}
