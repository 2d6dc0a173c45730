import type { PublicFigures } from '../../applications/store/public-figures.register.store.ts';
import { PLATFORM_BLOCKS } from '../../law/disclosure-items.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { PublicLine } from '../../publishing/public-list/public-line.ts';
import { figureCards } from '../../views/figure-cards/figure-cards.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { siteSearch } from '../../views/page-frame/page-frame.ts';
import type { ReportEntry } from '../annual-reports/report-entry.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import { APPLICATIONS_COLUMN, GUIDE_PATH, STATUS_PATH } from '../applications/column.ts';
import { GAZETTE_PATH } from '../gazette/gazette.page.ts';
import { itemList, listedItem } from '../items/item-list.ts';
import { agencyPath, AGENCIES_PATH, columnHref } from '../items/places.ts';
import { portalPage, PUBLIC_SEARCH } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { SEARCH_PATH } from '../search/search-query.ts';
import { STANDARD_CATALOGUE_PATH } from '../standard-catalogue/field-places.ts';

const NEWEST_REPORTS = 3;

/** What the home page shows. */
export type HomePage = {
  readonly reports: readonly ReportEntry[];
  /** The agency whose platform is the site's own, with its columns; undefined while none is registered. */
  readonly office: Agency | undefined;
  readonly columns: readonly Column[];
  readonly documents: readonly PublicLine[];
  readonly interpretations: readonly PublicLine[];
  readonly notices: readonly PublicLine[];
  readonly news: readonly PublicLine[];
  readonly hotWords: readonly string[];
  readonly figures: {
    readonly publishedThisYear: number;
    /** 现行有效, those that were amended included. */
    readonly inForce: number;
    readonly applications: PublicFigures;
  };
  readonly today: Temporal.PlainDate;
};

/** One of the blocks that the platform leads to; `acts` are the things to do there at once. */
type HomeBlock = {
  readonly title: string;
  readonly href: string;
  readonly text: string;
  /** The block that most people come for stands out. */
  readonly main?: boolean;
  readonly acts?: readonly { readonly text: string; readonly href: string }[];
  readonly more?: HtmlValue;
};

function homeBlock({ title, href, text, main, acts = [], more }: HomeBlock): Html {
  return html`<li class="tile${main === true && ' main'}"><h2><a href="${href}">${title}</a></h2>
<p>${text}</p>
${more}${
    acts.length > 0 &&
    html`<p class="tile-end actions">${acts.map(act => html`<a class="button${main !== true && ' plain'}" href="${act.href}">${act.text}</a>`)}</p>`
  }</li>
`;
}

function newestReports(reports: readonly ReportEntry[]): Html {
  if (reports.length === 0) return html`<p class="quiet">还没有发布年度报告。</p>`;
  return html`<ul>${reports
    .slice(0, NEWEST_REPORTS)
    .map(
      report =>
        html`<li><a href="${reportPath(report)}">${report.agencyName}${report.year}年政府信息公开工作年度报告</a></li>`,
    )}</ul>`;
}

/** The columns of a block, a line of links. */
const columnLinks = (columns: readonly Column[]): Html =>
  html`<ul class="column-links">${columns.map(column => html`<li><a href="${columnHref(column)}">${column.name}</a></li>`)}</ul>`;

const APPLICATION_BLOCK: HomeBlock = {
  title: APPLICATIONS_COLUMN.name,
  href: GUIDE_PATH,
  text: '没有主动公开的政府信息，任何人都可以申请，不需要说明用途，20 个工作日内答复。',
  main: true,
  acts: [
    { text: '提出申请', href: `${GUIDE_PATH}#agencies` },
    { text: '查询办理进度', href: STATUS_PATH },
  ],
};

const BLOCK_TEXT = {
  guide: '公开什么、怎样获取、向谁申请、找谁投诉。',
  system: '条例、上级规定和本机关的公开制度。',
  statutory: '法律要求主动公开的内容，按事项查阅。',
} as const;

/** The fixed blocks of the platform; those that are not set up yet are left out. */
function blocks({ columns, reports }: HomePage): readonly HomeBlock[] {
  const fixed = (['guide', 'system', 'statutory'] as const).flatMap(block => {
    const column = columns.find(candidate => candidate.block === block);
    if (column === undefined) return [];
    const below = columns.filter(({ parent }) => parent === column.code);
    return [
      {
        title: PLATFORM_BLOCKS[block].title,
        href: columnHref(column),
        text: BLOCK_TEXT[block],
        more: below.length > 0 && columnLinks(below),
      },
    ];
  });
  const annual: HomeBlock = {
    title: PLATFORM_BLOCKS['annual-reports'].title,
    href: '/annual-reports',
    text: '按年份、按机关查阅，表格可复制，可下载 Word、PDF、Excel 和 JSON。',
    more: newestReports(reports),
    acts: [{ text: '政府网站工作年度报表', href: '/site-returns' }],
  };
  return [...fixed, annual, APPLICATION_BLOCK];
}

const CHECK_BLOCK: HomeBlock = {
  title: '年报体检',
  href: '/tools/report-check',
  text: '把任何一份年度报告拖进来，一两秒内看到三张表是否平衡、正文数字是否与表一致、文字有没有差错。文件不保存。',
  acts: [{ text: '开始体检', href: '/tools/report-check' }],
};

const CATALOGUE_BLOCK: HomeBlock = {
  title: '基层政务公开',
  href: STANDARD_CATALOGUE_PATH,
  text: '按标准目录的二十六个领域查阅：每个事项应当公开什么、由谁公开，已经公开了哪些信息。',
  acts: [{ text: '选择领域', href: STANDARD_CATALOGUE_PATH }],
};

const GAZETTE_BLOCK: HomeBlock = {
  title: '政府公报',
  href: GAZETTE_PATH,
  text: '规章、规范性文件的标准文本，按年份、期号查阅，可以下载每一期的 PDF。',
  acts: [{ text: '查阅公报', href: GAZETTE_PATH }],
};

const agenciesBlock = (office: Agency | undefined): HomeBlock => ({
  title: '各机关政府信息公开',
  href: AGENCIES_PATH,
  text: '每个行政机关都有自己的公开平台：指南、制度、主动公开的内容和年报。',
  acts: [
    { text: '选择机关', href: AGENCIES_PATH },
    ...(office === undefined ? [] : [{ text: office.shortName, href: agencyPath(office.code) }]),
  ],
});

/** Figures that lead to what was counted. */
function figures({ figures: { publishedThisYear, inForce, applications }, today }: HomePage): Html {
  const { year } = today;
  return html`<section aria-labelledby="figures"><h2 id="figures" class="unseen">公开数据</h2>
${figureCards('公开数据', [
  {
    label: '本年公开信息',
    figure: publishedThisYear,
    unit: '条',
    href: pageAddress(SEARCH_PATH, { year }),
    tone: 'active',
  },
  {
    label: '现行有效规范性文件',
    figure: inForce,
    unit: '件',
    href: pageAddress(SEARCH_PATH, { validity: ['in-force', 'amended'] }),
    tone: 'good',
  },
  { label: '本年收到申请', figure: applications.received, unit: '件', note: '截至昨日' },
  { label: '本年办结申请', figure: applications.settled, unit: '件', note: '截至昨日' },
])}</section>
`;
}

function newest(
  id: string,
  title: string,
  more: string,
  items: readonly PublicLine[],
  today: Temporal.PlainDate,
): Html | false {
  if (items.length === 0) return false;
  return html`<section class="card newest" aria-labelledby="${id}"><div class="heading-row"><h2 id="${id}">${title}</h2><a href="${more}">更多<span class="unseen">${title}</span></a></div>
${itemList(
  items.map(line => ({ ...listedItem(line, today), validity: null, facts: [] })),
  'compact',
)}</section>
`;
}

function hotWordLinks(words: readonly string[]): Html | false {
  if (words.length === 0) return false;
  return html`<p class="hot-words"><span>热词</span>${words.map(word => html`<a href="${pageAddress(SEARCH_PATH, { q: word })}">${word}</a>`)}</p>
`;
}

/** The home page of 政务公开: search first, then what people come for, then what is new. */
export function homePage(setting: PageSetting, page: HomePage): Html {
  const { documents, interpretations, notices, news, today } = page;
  const kind = (value: string) => pageAddress(SEARCH_PATH, { kind: value });
  return portalPage(setting, {
    path: '/',
    title: setting.site.name,
    description: `${setting.site.name}政务公开平台`,
    styles: ['published.css'],
    main: html`<div class="hero">
<h1>政务公开</h1>
<p class="lead">公开是常态，不公开是例外。</p>
${siteSearch(PUBLIC_SEARCH, 'home-search')}${hotWordLinks(page.hotWords)}</div>
<ul class="tiles home-blocks">
${blocks(page).map(homeBlock)}</ul>
${figures(page)}<div class="newest-columns">${newest('documents', '最新文件', kind('document'), documents, today)}${newest('interpretations', '最新解读', kind('interpretation'), interpretations, today)}${newest('notices', '通知公告', kind('notice'), notices, today)}${newest('news', '政务动态', kind('news'), news, today)}</div>
<ul class="tiles">
${[agenciesBlock(page.office), CATALOGUE_BLOCK, GAZETTE_BLOCK, CHECK_BLOCK].map(homeBlock)}</ul>`,
  });
}
