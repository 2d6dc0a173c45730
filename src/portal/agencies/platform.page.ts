import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import { PLATFORM_BLOCK_NAMES } from '../../publishing/rules/column.ts';
import type { PlatformBlock } from '../../law/disclosure-items.ts';
import { PLATFORM_BLOCKS } from '../../law/disclosure-items.ts';
import type { PublicLine } from '../../publishing/public-list/public-line.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { forAgency, GUIDE_PATH, NEW_PATH, STATUS_PATH } from '../applications/column.ts';
import { besideColumns } from '../columns/column-tree.ts';
import { itemList, listedItem } from '../items/item-list.ts';
import { agencyPath, AGENCIES_PATH, columnHref } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

export type PlatformPage = {
  readonly agency: Agency;
  readonly columns: readonly Column[];
  readonly newest: readonly PublicLine[];
  readonly today: Temporal.PlainDate;
};

const BLOCK_TEXT = {
  guide: '怎样获取本机关的政府信息，向谁申请，找谁投诉。',
  system: '条例和上级规定，以及本机关自己的公开制度。',
  statutory: '条例第二十条、第二十一条要求主动公开的内容。',
  'annual-reports': '历年政府信息公开工作年度报告。',
  'on-application': '没有主动公开的，任何人都可以申请，20 个工作日内答复。',
} as const satisfies Record<PlatformBlock, string>;

const applyActions = ({ code }: Agency): Html =>
  html`<p class="tile-end actions"><a class="button" href="${forAgency(NEW_PATH, code)}">提出申请</a><a class="button" href="${STATUS_PATH}">查询办理进度</a></p>`;

/** The fixed blocks in their fixed order, 依申请公开 beside them; one that is not set up yet is not shown. */
export function platformBlocks(agency: Agency, columns: readonly Column[]): Html {
  const hrefOf = (block: PlatformBlock): string | undefined => {
    if (block === 'on-application') return forAgency(GUIDE_PATH, agency.code);
    const column = columns.find(candidate => candidate.block === block);
    return column && columnHref(column);
  };
  const tiles = PLATFORM_BLOCK_NAMES.map(block => ({ block, href: hrefOf(block) })).filter(
    ({ href }) => href !== undefined,
  );
  return html`<ul class="tiles blocks">
${tiles.map(
  ({
    block,
    href,
  }) => html`<li class="tile${block === 'on-application' && ' main'}"><h2><a href="${href}">${PLATFORM_BLOCKS[block].title}</a></h2><p>${BLOCK_TEXT[block]}</p>${block === 'on-application' && applyActions(agency)}</li>
`,
)}</ul>
`;
}

/** The platform of one agency: its blocks, its columns, what it has published last. */
export function platformPage(setting: PageSetting, { agency, columns, newest, today }: PlatformPage): Html {
  const names = new Map(columns.map(({ code, name }) => [code, name]));
  return portalPage(setting, {
    path: agencyPath(agency.code),
    title: `${agency.name}政府信息公开`,
    crumbs: [{ text: '各机关', href: AGENCIES_PATH }],
    description: `${agency.name}的政府信息公开指南、制度、法定主动公开内容、年报和依申请公开`,
    styles: ['published.css'],
    main: besideColumns(
      agency.shortName,
      columns,
      null,
      html`<h1>${agency.name}政府信息公开</h1>
${platformBlocks(agency, columns)}<section class="card" aria-labelledby="newest"><h2 id="newest">最新公开</h2>
${newest.length === 0 ? emptyState('本机关还没有发布信息。') : itemList(newest.map(line => listedItem(line, today, [names.get(line.column) ?? null])))}</section>`,
    ),
  });
}
